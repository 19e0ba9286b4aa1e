"""Printable paper: a test, an answer sheet and a key with reasons, in versions A to D.

Tagged PDF by Typst.
"""

from generator.exports.paper.typst_pdf import export, limitations

__all__ = ["export", "limitations"]
