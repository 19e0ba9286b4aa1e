"""What a user named on disk: written whole, and never over what is not ours."""
