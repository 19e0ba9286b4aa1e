"""Mark the words of the note that support a code."""
