"""Fill in the boxes of a professional claim."""
