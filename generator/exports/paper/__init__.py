"""Printable paper: a test, an answer sheet and a key with reasons, in versions A to D.

Tagged PDF by Typst.
"""

from generator.exports.paper.printing import export, losses

__all__ = ["export", "losses"]
