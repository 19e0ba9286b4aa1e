"""What a format could not carry, item by item; it lies beside every export."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Limitation:
    """What one format leaves out or changes of one question, in a sentence.

    `item` is empty where it is lost of the whole set.
    """

    item: str
    sentence: str


def report_text(name: str, questions: int, limitations: Iterable[Limitation]) -> str:
    """The report as plain text; says so where nothing is lost."""
    listed = sorted(set(limitations))
    head = f"{name}: {questions} questions."
    items = len({loss.item for loss in listed if loss.item})
    summary = (
        f"Of {items} of them something is lost or shown otherwise."
        if items
        else "Nothing of them is lost."
    )
    lines = "".join(f"  {loss.item or 'The whole set'}: {loss.sentence}\n" for loss in listed)
    return f"{head} {summary}\n{lines}"
