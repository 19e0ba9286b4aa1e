"""What a payer would find in a claim: one small module a theme, each yielding faults of one line."""
