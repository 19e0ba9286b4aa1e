"""Reads prose, finds statements about codes, and judges them by the facts."""
