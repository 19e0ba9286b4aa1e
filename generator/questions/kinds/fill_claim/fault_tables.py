"""The faults of a claim question as its page holds them: a few patterns that fit many codes."""

import re
from collections.abc import Sequence

SLOT = "{}"
VARYING = re.compile(r"\{\}|\b(?:\d{5}|[A-Z]\d{4}|\d)\b")
"""Codes and counts, and what would else be taken for a slot."""


def fault_tables(faults: Sequence[tuple[str | None, ...]]) -> dict[str, object]:
    """Faults (verdict, then texts) by their texts' places; texts by their pattern's, and its words.

    Nine counts of seven codes give the same sentences: written out they are half of a page.
    """
    patterns: dict[str, int] = {}
    texts: dict[str, tuple[int, str]] = {}
    for text in (text for _, *wording in faults for text in wording if text is not None):
        pattern = VARYING.sub(SLOT, text)
        texts[text] = (
            patterns.setdefault(pattern, len(patterns)),
            " ".join(VARYING.findall(text)),
        )
    places = {text: place for place, text in enumerate(texts)}
    return {
        "faults": [
            [verdict, *(None if text is None else places[text] for text in wording)]
            for verdict, *wording in faults
        ],
        "texts": list(texts.values()),
        "patterns": list(patterns),
    }
