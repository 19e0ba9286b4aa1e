"""Figures that sentences state as facts, compared with the facts."""
