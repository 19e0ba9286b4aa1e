"""What a reader waits for, measured in a browser: `make bench-web`."""
