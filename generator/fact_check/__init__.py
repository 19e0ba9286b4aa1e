"""Statements about codes in any text, judged by the facts.

May import: billing, deno_process, facts, pages, questions.
"""
