"""Layouts that quiz games and flashcard programs import, a module each; what does not fit is said.

May import: exports, facts, pages.
"""
