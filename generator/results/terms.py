"""What was agreed for an assignment and bears on its results."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from generator.corpus import Corpus


@dataclass(frozen=True)
class Terms:
    """None and empty where nothing was agreed. `items` are the questions set, in order."""

    title: str | None = None
    items: tuple[str, ...] = ()
    minutes: int | None = None
    attempts: int | None = None
    opens: datetime | None = None
    due: datetime | None = None
    pass_mark: float | None = None


def terms_of(corpus: Corpus, name: str, chosen: tuple[str, ...] = ()) -> Terms:
    """The terms in `quizzes/assignments`, or none where the assignment was made by a link alone. `chosen` are its questions."""
    known: Mapping[str, object] = getattr(corpus, "assignments", {})
    if name not in known:
        return Terms(items=chosen)
    told = known[name]
    return Terms(
        told.title, chosen, told.time_limit_minutes, told.attempts, told.opens, told.due, told.pass_mark_percent,
    )  # fmt: skip
