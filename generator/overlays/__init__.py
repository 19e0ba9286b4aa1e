"""A clinic's own facts over ours: additions, overrides with reasons, and what it does not show.

May import: authoring, billing, checks, disk, facts, findings, questions.
"""
