"""A clinic's own.

Its additions and its overrides laid over the content, and what it does not show taken away.
"""
