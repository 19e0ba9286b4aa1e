"""What several formats lose in the same way."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.exports.limitations import Limitation
from generator.exports.matching import matching
from generator.exports.plan import Plan
from generator.exports.portable_question import ClaimForm, ExportQuestion, NumberEntry, WordMarks

Rule = Callable[[ExportQuestion], Iterable[Limitation]]
MARKS = "words stand in a numbered list beside the note, they are not marked in it"


def collect(
    questions: Iterable[ExportQuestion],
    plan: Plan,
    rules: Sequence[Rule],
    carried: tuple[str, ...] = (),
) -> tuple[Limitation, ...]:
    """The terms that are not `carried`, and what each rule finds of each question."""
    return (*terms(plan, carried), *by_question(questions, rules))


def by_question(questions: Iterable[ExportQuestion], rules: Sequence[Rule]) -> Iterator[Limitation]:
    """What each rule finds of each question."""
    for question in questions:
        for rule in rules:
            yield from rule(question)


def terms(plan: Plan, carried: tuple[str, ...] = ()) -> Iterator[Limitation]:
    """The assignment's terms that are not `carried`; a bank of questions has none."""
    named = {
        "pass mark": plan.pass_mark_percent,
        "time limit": plan.time_limit_minutes,
        "number of attempts": plan.attempts,
        "opening": plan.opens,
        "due date": plan.due,
        "when feedback is shown": None if plan.feedback == "at-once" else plan.feedback,
    }
    left = [name for name, value in named.items() if value is not None and name not in carried]
    if left:
        yield Limitation(
            "",
            "the assignment's terms are not in this format, set them where it is given:"
            f" {', '.join(left)}",
        )


def ties(question: ExportQuestion) -> Iterator[Limitation]:
    """Of several right answers a format judges each part by itself, or knows one alone."""
    match question.response:
        case NumberEntry(right_answers=equal) if len(equal) > 1:
            yield Limitation(
                question.id,
                f"{len(equal)} answers are equally right; each number is judged by itself, so a"
                " mixture of them counts as right too",
            )
        case ClaimForm(right_answers=equal) if len(equal) > 1:
            yield Limitation(
                question.id,
                f"{len(equal)} claims are equally right; only the first counts as right",
            )
        case _:
            return


def as_matching(question: ExportQuestion) -> Iterator[Limitation]:
    """A claim becomes pairs."""
    if isinstance(question.response, ClaimForm):
        yield Limitation(
            question.id,
            "the claim is not filled in freely: each code is matched with one of"
            f" {len(matching(question.response).answers)} given lines",
        )


def as_list(question: ExportQuestion) -> Iterator[Limitation]:
    """Words to mark become a list."""
    if isinstance(question.response, WordMarks):
        yield Limitation(question.id, MARKS)


def claim_feedback(question: ExportQuestion) -> Iterator[Limitation]:
    """A claim's pairs have no feedback of their own."""
    if isinstance(question.response, ClaimForm):
        yield Limitation(
            question.id,
            "feedback on each code stands in the general feedback, since pairs have none of"
            " their own",
        )
