"""Questions: their keys, their variants, and the sets in which they are asked."""
