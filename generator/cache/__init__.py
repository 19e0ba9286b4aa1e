"""What was built once and is built again only when its input changes."""
