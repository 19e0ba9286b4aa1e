"""Fill in a claim."""
