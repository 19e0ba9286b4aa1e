"""Packages that an LMS runs."""
