"""Statements about codes in any text, judged by the facts.

May import: deno_process, facts, pages, questions.
"""
