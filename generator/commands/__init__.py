"""The commands of `rightcode`, one theme a module; `generator.cli` puts them together.

May import: authoring, badges, billing, build, checks, cms, disk, exports, fact_check, facts,
findings, overlays, pages, questions, results.
"""
