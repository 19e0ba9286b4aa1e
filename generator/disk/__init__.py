"""What a user named on disk: read in bounds, written whole, and never over what is not ours."""
