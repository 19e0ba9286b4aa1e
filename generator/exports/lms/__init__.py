"""Packages that an LMS runs: the site's own player with its questions, in the three forms that LMSs know."""
