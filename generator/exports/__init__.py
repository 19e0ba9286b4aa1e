"""One item bank in every format: a question apart from the site, and a module for each format."""
