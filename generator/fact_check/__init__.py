"""Statements about codes in any text, judged by the facts.

May import: authoring, billing, checks, deno_process, disk, facts, findings, pages, questions.
"""
