"""Patterns in the part of regular expressions that Python and JavaScript share.

ASCII classes, no lookbehind, no names, no inline flags.
"""

import re

IGNORE_CASE = re.IGNORECASE


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern whose classes know ASCII only, as JavaScript's do."""
    return re.compile(source, re.ASCII | flags)
