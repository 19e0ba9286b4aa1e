"""What a payer would find in a claim.

One small module a theme, each yielding faults of one line.
"""
