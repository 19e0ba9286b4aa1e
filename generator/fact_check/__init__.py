"""Statements about codes in any text, judged by the facts.

May import: facts, pages, questions.
"""
