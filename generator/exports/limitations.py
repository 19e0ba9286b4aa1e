"""What a format could not carry, item by item; the report beside every export.

A sentence on a loss names what is lost by the word note, prompt, options, feedback, key or reasons:
`tests/exports/test_nothing_lost.py` excuses no other loss.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.exports.matching import matching
from generator.exports.plan import Plan
from generator.exports.portable_question import (
    ClaimForm,
    ExportQuestion,
    FormEntries,
    NumberEntry,
    Questions,
    SingleChoice,
    WordMarks,
    choices_of,
)
from generator.findings import counted

Rule = Callable[[ExportQuestion], str | None]
"""Gives a sentence on what a format leaves out or changes of a question."""
TERMS = (
    "pass mark",
    "time limit",
    "number of attempts",
    "opening",
    "due date",
    "when feedback is shown",
)
ENTRIES = (
    "the form becomes a list of entries to tick, with the right entry of each field and one wrong"
    " one; feedback on the other wrong options is left out"
)
MARKS = "words stand in a numbered list beside the note, they are not marked in it"

CARDS = "nothing is answered or scored, each card is judged by who reads it"


@dataclass(frozen=True, order=True)
class Limitation:
    """What one format leaves out or changes of one question, or of the set if `item` is empty."""

    item: str
    sentence: str


def report_text(name: str, questions: int, limitations: Iterable[Limitation]) -> str:
    """The report as plain text; says so where nothing is lost."""
    listed = sorted(set(limitations))
    items = len({limit.item for limit in listed if limit.item})
    summary = (
        f"Of {items} of them something is lost or shown otherwise."
        if items
        else "Nothing of them is lost."
    )
    lines = "".join(f"  {limit.item or 'The whole set'}: {limit.sentence}\n" for limit in listed)
    return f"{name}: {counted(questions, 'question')}. {summary}\n{lines}"


def collect(
    questions: Questions, plan: Plan, rules: tuple[Rule, ...] = (), carried: tuple[str, ...] = ()
) -> tuple[Limitation, ...]:
    """The terms that are not `carried`, and what each rule finds of each question."""
    names = (name for name in TERMS if name not in carried)
    where = "the assignment's terms are not in this format, set them where it is given"
    return (*_missing(plan, names, where), *_by_question(questions, rules))


def collect_of_cards(
    questions: Questions, plan: Plan, rules: tuple[Rule, ...]
) -> tuple[Limitation, ...]:
    """As `collect` for cards."""
    return (Limitation("", CARDS), *collect(questions, plan, rules))


def collect_for_package(
    questions: Questions, plan: Plan, rules: tuple[Rule, ...], terms: tuple[str, ...] = ()
) -> tuple[Limitation, ...]:
    """As `collect` for a package that lacks an assignment's days and `terms`."""
    names = ("opening", "due date", "feedback after the due date", *terms)
    where = "not in this format, set it where the questions are given"
    return (*_missing(plan, names, where), *_by_question(questions, rules))


def _by_question(questions: Questions, rules: tuple[Rule, ...]) -> Iterator[Limitation]:
    for question in questions:
        for rule in rules:
            if sentence := rule(question):
                yield Limitation(question.id, sentence)


def _missing(plan: Plan, names: Iterable[str], where: str) -> Iterator[Limitation]:
    terms = {
        "pass mark": plan.pass_mark_percent,
        "time limit": plan.time_limit_minutes,
        "number of attempts": plan.attempts,
        "opening": plan.opens,
        "due date": plan.due,
        "when feedback is shown": None if plan.feedback == "at-once" else plan.feedback,
        "feedback after the due date": plan.feedback == "after-due" or None,
        "mixed order of questions": plan.shuffled or None,
    }
    left = [name for name in names if terms[name] is not None]
    if left:
        yield Limitation("", f"{where}: {', '.join(left)}")


def ties(question: ExportQuestion) -> str | None:
    """Of several right answers a format judges each part by itself, or knows one alone."""
    match question.response:
        case NumberEntry(right_answers=equal) if len(equal) > 1:
            return (
                f"{len(equal)} answers are equally right; each number is judged by itself, so a"
                " mixture of them counts as right too"
            )
        case ClaimForm(right_answers=equal) if len(equal) > 1:
            return f"{len(equal)} claims are equally right; only the first counts as right"
        case _:
            return None


def first_alone(question: ExportQuestion) -> str | None:
    """Of several right answers pairs know one."""
    match question.response:
        case NumberEntry(parts, equal) if len(equal) > 1 and len(parts) > 1:
            return f"{len(equal)} answers are equally right; only the first counts as right"
        case ClaimForm():
            return ties(question)
        case _:
            return None


def as_matching(question: ExportQuestion) -> str | None:
    """A claim becomes pairs."""
    if not isinstance(question.response, ClaimForm):
        return None
    return (
        "the claim is not filled in freely: each code is matched with one of"
        f" {len(matching(question.response).answers)} given lines"
    )


def numbers_as_pairs(question: ExportQuestion) -> str | None:
    """Several numbers become pairs, so that the question keeps its one mark."""
    if not isinstance(question.response, NumberEntry) or len(question.response.parts) == 1:
        return None
    return (
        "each number is picked from a list, not typed, and earns its share of the mark; feedback on"
        " each number, right or wrong, is in the general feedback"
    )


def as_list(question: ExportQuestion) -> str | None:
    """Words to mark become a list."""
    return MARKS if isinstance(question.response, WordMarks) else None


def as_entries(question: ExportQuestion) -> str | None:
    """The fields of a form become a list."""
    return ENTRIES if isinstance(question.response, FormEntries) else None


def mixed_answers(question: ExportQuestion) -> str | None:
    """Answers whose order says something stay in place only where the format can say so."""
    if not question.fixed_order:
        return None
    return (
        "the answers stand in an order of their own, which this format cannot ask for; turn the"
        " shuffling of answers off for it after the import"
    )


def claim_feedback(question: ExportQuestion) -> str | None:
    """A claim's pairs have no feedback of their own."""
    if not isinstance(question.response, ClaimForm):
        return None
    return "feedback on each code is in the general feedback, since pairs have none of their own"


def shared_points(question: ExportQuestion) -> str | None:
    """Where each part earns its share by itself."""
    match question.response:
        case NumberEntry(parts) if len(parts) > 1:
            return (
                "each number earns its share of the points; feedback on a wrong number is in"
                " the general feedback"
            )
        case ClaimForm():
            return "each code of the claim earns its share of the points"
        case _:
            return None


def uncounted_answers(question: ExportQuestion) -> str | None:
    """An answer that counts neither way, in a format that knows right and wrong alone."""
    free = [choice.text for choice in choices_of(question.response) if choice.free]
    listed = "; ".join(free)
    return f"answers that should count neither way count as wrong: {listed}" if free else None


def claim_as_rows(question: ExportQuestion) -> str | None:
    """A claim has a row for each code."""
    if not isinstance(question.response, ClaimForm):
        return None
    return "the claim is filled in by rows, one for each code offered, instead of free lines"


def first_of_two(question: ExportQuestion) -> str | None:
    """A contested question where one choice is asked for and two are right."""
    match question.response:
        case SingleChoice(choices) if sum(choice.right for choice in choices) > 1:
            return "two answers are right; a program may take the first alone"
        case _:
            return None


def not_in_canvas(question: ExportQuestion) -> str | None:
    """What Canvas refuses in QTI 2: several fields in one item, and words to mark."""
    match question.response:
        case ClaimForm() | WordMarks():
            refused = True
        case NumberEntry(parts):
            refused = len(parts) > 1
        case _:
            refused = False
    return "Canvas New Quizzes passes it over in this format; give it QTI 1.2" if refused else None
