"""Judge whether a published claim holds."""
