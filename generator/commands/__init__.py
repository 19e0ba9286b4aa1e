"""The commands of `rightcode`, one theme a module; each adds itself to the application.

May import: authoring, badges, billing, build, cms, disk, exports, fact_check, facts, findings,
overlays, questions, results.
"""
