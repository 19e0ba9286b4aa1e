"""Find what is wrong on a written claim."""
