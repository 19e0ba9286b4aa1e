"""Text that neither Markdown nor HTML takes for more than text."""

import re
from functools import lru_cache

from markupsafe import Markup

SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in '<>&"\\`*_{}[]#|~^'}
LINE_BREAKS = re.compile(r"\s*\n\s*")
STARTS = frozenset("-+=: 0123456789")  # what a list, a rule or an underline may start with
BLOCK_SIGN = re.compile(r"^\s*(?:\d+(?=[.)]\s))?([-+=:.)])")


def plain(value: object) -> Markup:
    """Text as both show it: what either would read as a sign becomes an entity."""
    return _plain(str(value))


@lru_cache(maxsize=16384)
def _plain(text: str) -> Markup:
    text = text.translate(SIGNS)
    if "\n" in text:
        text = LINE_BREAKS.sub(" ", text)
    return Markup(BLOCK_SIGN.sub(_entity_of_sign, text) if text[:1] in STARTS else text)


def _entity_of_sign(match: re.Match[str]) -> str:
    return f"{match.group()[:-1]}&#{ord(match.group()[-1])};"
