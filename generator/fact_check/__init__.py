"""Statements about codes in any text, judged by the facts.

May import: billing, checks, deno_process, facts, findings, pages, questions.
"""
