"""Named ways to go wrong.

Each computes the answer it leads to from the visit; None where it does not apply.

A mistake about codes takes one service for something else and asks the engine again. A mistake
about units counts the day its own way. What it gives may be right by accident: who uses it drops
that.
"""
