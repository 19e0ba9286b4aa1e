"""What about a result an instructor should look at, and nothing that a score is changed for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from generator.results.assignment_terms import AssignmentTerms
from generator.results.limits import CLOCK_SLACK_MS, LISTED_ITEMS, TOO_FAST_MS
from generator.results.result_file import Result, moment
from generator.results.result_reader import Submission

SLACK = timedelta(milliseconds=CLOCK_SLACK_MS)


@dataclass(frozen=True)
class Flag:
    """`about` is what it is said of: a question, a file, a learner or a number."""

    name: str
    about: str = ""

    @property
    def text(self) -> str:
        """The sentence for an instructor."""
        return FLAG_TEXTS[self.name].format(about=self.about)


FLAG_TEXTS = {
    "copy": "The same attempt as in {about}; counted once.",
    "other-content": "It claims to be the attempt in {about}, but its content differs.",
    "copied": "The same answers at the same moments as in {about}; one of them is counted.",
    "again": "The same attempt number of the same name as in {about}.",
    "backwards": "It ends before it starts.",
    "future": "It ends in the future.",
    "outside": "Answers lie outside the time of the attempt: {about}.",
    "too-long": "More time is spent on questions than the attempt lasted: {about} minutes.",
    "too-fast": "Answered faster than anyone can read: {about}.",
    "over-time": "It lasted {about} minutes longer than the time allowed.",
    "early": "It starts before the assignment opens.",
    "late": "It ends after the assignment was due.",
    "too-many": "Attempt {about} is more than the assignment allows.",
    "other-set": "Its list of questions is not that of the assignment.",
    "key-changed": (
        "The facts behind {about} have changed since it was answered; scored by the key of today."
    ),
    "reworded": "{about} has been rewritten since it was answered; not counted.",
    "gone": "{about} is not among the questions any more; not counted.",
    "not-offered": "The answer to {about} is none that its page offers; counted as wrong.",
    "not-set": "{about} does not belong to the assignment; not counted.",
}


def flags_of_copies(ordered: Sequence[Submission]) -> tuple[tuple[Flag, ...], ...]:
    """For each submission what an earlier one has to do with it."""
    seen: dict[tuple[str, ...], Submission] = {}
    found = []
    for one in ordered:
        found.append(tuple(_copies(one, seen)))
        for key in _keys(one).values():
            seen.setdefault(key, one)
    return tuple(found)


def _keys(one: Submission) -> dict[str, tuple[str, ...]]:
    result = one.result
    timing = tuple(f"{answer.item} {answer.started} {answer.ms}" for answer in result.answers)
    found = {
        "id": ("id", result.id),
        "again": (
            "again",
            result.assignment.id,
            result.learner.name.casefold(),
            result.learner.id or "",
            str(result.attempt),
        ),
    }
    return {**found, "timing": ("timing", *timing)} if timing else found


def _copies(one: Submission, seen: dict[tuple[str, ...], Submission]) -> Iterator[Flag]:
    keys = _keys(one)
    twin = seen.get(keys["id"])
    if twin and twin.digest == one.digest:
        yield Flag("copy", twin.source)
        return
    if twin:
        yield Flag("other-content", twin.source)
    other = seen.get(keys.get("timing", ()))
    if other:
        yield Flag("copied", other.source)
    elif not twin and keys["again"] in seen:
        yield Flag("again", seen[keys["again"]].source)


def flags_of_times(result: Result, terms: AssignmentTerms, now: str) -> Iterator[Flag]:
    """Times that cannot be, or that the assignment does not allow."""
    start, end = moment(result.started), moment(result.finished)
    if end < start:
        yield Flag("backwards")
    if end > moment(now) + SLACK:
        yield Flag("future")
    yield from _of_answers(result, start, end)
    yield from _of_terms(result, terms, start, end)


def _of_answers(result: Result, start: datetime, end: datetime) -> Iterator[Flag]:
    strays = [
        answer.item
        for answer in result.answers
        if not start - SLACK <= moment(answer.started) <= end + SLACK
    ]
    if strays:
        yield Flag("outside", _listed(strays))
    spent = timedelta(milliseconds=sum(answer.ms for answer in result.answers))
    if spent > max(end - start, timedelta()) + SLACK:
        yield Flag("too-long", f"{spent.total_seconds() / 60:.1f}")
    quick = [answer.item for answer in result.answers if answer.ms < TOO_FAST_MS]
    if quick:
        yield Flag("too-fast", _listed(quick))


def _of_terms(
    result: Result, terms: AssignmentTerms, start: datetime, end: datetime
) -> Iterator[Flag]:
    if terms.minutes and end - start > timedelta(minutes=terms.minutes) + SLACK:
        yield Flag("over-time", f"{(end - start).total_seconds() / 60 - terms.minutes:.1f}")
    if terms.opens and start < terms.opens:
        yield Flag("early")
    if terms.due and end > terms.due:
        yield Flag("late")
    if terms.attempts and result.attempt > terms.attempts:
        yield Flag("too-many", str(result.attempt))


def _listed(names: list[str]) -> str:
    more = len(names) - LISTED_ITEMS
    return ", ".join(names[:LISTED_ITEMS]) + (f" + {more}" if more > 0 else "")
