"""A project on disk to a finished site: MkDocs, scripts, style sheets, downloads, build cache.

May import: authoring, billing, cache, checks, cms, disk, exports, fact_check, facts, findings,
notices, overlays, pages, questions, results.
"""
