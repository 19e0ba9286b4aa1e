"""How right a response is by the current key, for every kind of question."""

from generator.questions.kinds.marking import Marking, Score
from generator.questions.kinds.question_kind import AnswerForm
from generator.questions.kinds.registry import KINDS


def score(marking: Marking, response: tuple[str, ...]) -> Score | None:
    """None for what the question does not offer, which nobody could have chosen on its page."""
    return KINDS[marking.kind].score(marking, tuple(dict.fromkeys(response)))


def form_of(marking: Marking) -> AnswerForm:
    """Whether one option, several, numbers or claim lines are given."""
    return KINDS[marking.kind].form


def is_filled_in(marking: Marking) -> bool:
    """Whether an answer is filled in rather than chosen."""
    return form_of(marking) in ("numbers", "lines")


def right_picks(marking: Marking) -> frozenset[str]:
    """What may be picked and be right."""
    return KINDS[marking.kind].right_picks(marking)
