"""What was agreed for an assignment and bears on its results."""

from dataclasses import dataclass
from datetime import datetime

from generator.facts.corpus import Corpus
from generator.questions.assignment_draw import chosen_items


@dataclass(frozen=True)
class AssignmentTerms:
    """None and empty where nothing was agreed. `items` are the questions set, in order.

    `sealed` says whether results are sealed for a class key.
    """

    title: str | None = None
    items: tuple[str, ...] = ()
    minutes: int | None = None
    attempts: int | None = None
    opens: datetime | None = None
    due: datetime | None = None
    pass_mark: float | None = None
    sealed: bool | None = None


def terms_of(corpus: Corpus, name: str) -> AssignmentTerms:
    """The terms in `quizzes/assignments`, or none where the assignment was made by a link alone."""
    assignment = corpus.assignments.get(name)
    if assignment is None:
        return AssignmentTerms()
    items = tuple(item.id for item in chosen_items(corpus, assignment))
    return AssignmentTerms(
        assignment.title,
        items,
        assignment.time_limit_minutes,
        assignment.attempts,
        assignment.opens,
        assignment.due,
        assignment.pass_mark_percent,
        assignment.public_key is not None,
    )
