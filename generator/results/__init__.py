"""Result files and record stores in; gradebook and item analysis out.

May import: exports, facts, pages, questions.
"""
