"""What a format could not carry, item by item; it lies beside every export."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Loss:
    """What one format leaves out or changes of one question, in a sentence."""

    item: str
    lost: str


def report_text(name: str, questions: int, losses: Iterable[Loss]) -> str:
    """The report as plain text; says so where nothing is lost."""
    told = sorted(set(losses))
    head = f"{name}: {questions} questions."
    if not told:
        return f"{head} Nothing is lost.\n"
    items = len({loss.item for loss in told})
    lines = "".join(f"  {loss.item}: {loss.lost}\n" for loss in told)
    return f"{head} Of {items} of them something is lost or shown otherwise:\n{lines}"
