"""Units of each code."""
