"""A clinic's own: its additions and its overrides laid over the content, and what it does not show taken away."""
