"""What the repository uses of its own; the site is built without it."""
