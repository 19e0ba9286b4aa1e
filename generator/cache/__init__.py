"""Results that are built once and built again only when their input changes.

May import: facts.
"""
