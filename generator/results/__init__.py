"""Attempts in, gradebook and item analysis out."""
