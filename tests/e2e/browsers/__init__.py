"""The site in Firefox and WebKit: a short suite, `make test-browsers`."""
