"""Questions: their kinds and keys, their variants, and the sets in which they are asked.

May import: authoring, billing, cache, exports, facts, findings.
"""
