"""The site built by other engines than the pinned one: `make test-engines`."""
