"""Result files and record stores in; gradebook and item analysis out.

May import: deno_process, exports, facts, pages, questions.
"""
