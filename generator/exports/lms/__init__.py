"""Packages that an LMS runs.

The site's own player with its questions, in the three forms that LMSs know.
"""
