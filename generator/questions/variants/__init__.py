"""Templates to variants.

Counted, worded, keyed by the engine, with wrong options made from named mistakes.
"""
