"""Questions in the formats of other programs: a question apart from the site, a module per format.

May import: billing, facts, findings, pages, questions.
"""
