"""How a question's note begins, by which an instructor knows it in a list."""

import re

from generator.facts.quizzes import Item

WORDS = 12
MARK = re.compile(r"\[\[([^|\]]*)\|[^\]]*\]\]")
"""Words of a note that a question ties to a fact."""


def opening(item: Item) -> str:
    """The first words of the note; of what is asked, where there is none."""
    words = MARK.sub(r"\1", getattr(item, "note", None) or item.prompt or "").split()
    return " ".join(words[:WORDS]) + (" …" if len(words) > WORDS else "")
