"""Statements about codes in any text, judged by the facts.

May import: billing, checks, deno_process, disk, facts, findings, pages, questions.
"""
