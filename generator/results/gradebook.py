"""Submissions to rows: every score worked out anew from the answers and the current keys."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.facts.corpus import Corpus
from generator.questions.kinds.marking import Marking, Score
from generator.results.answer_marking import markings
from generator.results.assignment_terms import AssignmentTerms, terms_of
from generator.results.attempt_flags import Flag, flags_of_copies, flags_of_times
from generator.results.result_file import ResultAnswer, moment
from generator.results.result_reader import Submission
from generator.results.scoring import score


@dataclass(frozen=True)
class ScoredAnswer:
    """An answer with its score.

    None where it cannot be scored any more, and is then not counted.
    """

    answer: ResultAnswer
    score: Score | None
    flag: Flag | None = None


@dataclass(frozen=True)
class GradebookRow:
    """`counted` questions, of which `right` wholly; `points` adds up the parts.

    A question left out counts as wrong.
    """

    submission: Submission
    marked: tuple[ScoredAnswer, ...]
    set_items: tuple[str, ...]
    counted: int
    flags: tuple[Flag, ...]
    terms: AssignmentTerms = field(default_factory=AssignmentTerms)
    stands: bool = True
    """Whether it takes part in the analysis and in sums: copies do not."""

    @property
    def right(self) -> int:
        """How many questions are wholly right."""
        return sum(entry.score.right for entry in self.marked if entry.score)

    @property
    def points(self) -> float:
        """The sum of all points."""
        return round(sum(entry.score.points for entry in self.marked if entry.score), 6)

    @property
    def percent(self) -> float | None:
        """Of the questions counted, those wholly right; None where none can be counted."""
        return round(100 * self.right / self.counted, 1) if self.counted else None

    @property
    def minutes(self) -> float:
        """From start to finish."""
        result = self.submission.result
        return round((moment(result.finished) - moment(result.started)).total_seconds() / 60, 1)

    @property
    def passed(self) -> bool | None:
        """Whether the mark is reached; None where there is none."""
        mark = self.terms.pass_mark
        return None if mark is None or self.percent is None else self.percent >= mark


def gradebook(
    submissions: Sequence[Submission],
    keys: Mapping[str, Marking],
    terms: Mapping[str, AssignmentTerms],
    now: str,
) -> tuple[GradebookRow, ...]:
    """A row for each submission, by assignment, learner and attempt.

    `now` is the moment of reading, ISO 8601 in UTC.
    """
    ordered = sorted(submissions, key=_place)
    copies = flags_of_copies(ordered)
    usual = _usual_sets(ordered)
    return tuple(
        _row(
            one,
            keys,
            terms.get(one.result.assignment.id, AssignmentTerms()),
            usual[one.result.assignment.id],
            copies[index],
            now,
        )
        for index, one in enumerate(ordered)
    )


def score_submissions(
    corpus: Corpus, submissions: Sequence[Submission], now: str
) -> tuple[tuple[GradebookRow, ...], dict[str, Marking]]:
    """The gradebook by the corpus's keys and assignments, and those keys."""
    names = {one.result.assignment.id for one in submissions}
    terms = {name: terms_of(corpus, name) for name in names}
    listed = (item for one in terms.values() for item in one.items)
    keys = markings(corpus, (*items_of(submissions), *listed))
    return gradebook(submissions, keys, terms, now), keys


def items_of(submissions: Sequence[Submission]) -> tuple[str, ...]:
    """Every question that was set or answered."""
    found = (
        name
        for one in submissions
        for name in (*one.result.assignment.items, *(answer.item for answer in one.result.answers))
    )
    return tuple(dict.fromkeys(found))


def _usual_sets(ordered: Sequence[Submission]) -> dict[str, tuple[str, ...]]:
    """By assignment the list of questions that most results have.

    One that lists others was changed, or is older.
    """
    counted: dict[str, Counter[tuple[str, ...]]] = {}
    for one in ordered:
        counted.setdefault(one.result.assignment.id, Counter())[
            tuple(sorted(one.result.assignment.items))
        ] += 1
    return {
        name: max(found, key=lambda items: (found[items], items)) for name, found in counted.items()
    }


def _place(one: Submission) -> tuple[str, str, int, str, str]:
    result = one.result
    return (
        result.assignment.id,
        result.learner.name.casefold(),
        result.attempt,
        result.finished,
        one.source,
    )


def _row(
    one: Submission,
    keys: Mapping[str, Marking],
    terms: AssignmentTerms,
    usual: tuple[str, ...],
    copies: tuple[Flag, ...],
    now: str,
) -> GradebookRow:
    marked = tuple(_marked(answer, keys.get(answer.item)) for answer in _last_answers(one))
    set_items = (
        terms.items or one.result.assignment.items or tuple(entry.answer.item for entry in marked)
    )
    lost = {
        entry.answer.item
        for entry in marked
        if entry.score is None and entry.flag and entry.flag.name != "not-offered"
    }
    counted = [name for name in set_items if name in keys and name not in lost]
    asked = tuple(entry for entry in marked if entry.answer.item in set_items)
    strays = tuple(
        Flag("not-set", entry.answer.item) for entry in marked if entry.answer.item not in set_items
    )
    found = tuple(entry.flag for entry in asked if entry.flag)
    gone = tuple(
        Flag("gone", name)
        for name in set_items
        if name not in keys and name not in {entry.answer.item for entry in asked}
    )
    own, expected = tuple(sorted(one.result.assignment.items)), tuple(sorted(terms.items)) or usual
    other = (Flag("other-set"),) if own != expected and own else ()
    flags = (*copies, *other, *flags_of_times(one.result, terms, now), *found, *gone, *strays)
    return GradebookRow(
        one,
        asked,
        set_items,
        len(counted),
        flags,
        terms,
        not any(flag.name in ("copy", "copied") for flag in copies),
    )


def _last_answers(one: Submission) -> tuple[ResultAnswer, ...]:
    """Of several answers to one question the last in the file counts."""
    return tuple({answer.item: answer for answer in one.result.answers}.values())


def _marked(answer: ResultAnswer, marking: Marking | None) -> ScoredAnswer:
    if marking is None:
        return ScoredAnswer(answer, None, Flag("gone", answer.item))
    if marking.version != answer.version:
        return ScoredAnswer(answer, None, Flag("reworded", answer.item))
    found = score(marking, answer.response)
    if found is None:
        return ScoredAnswer(answer, None, Flag("not-offered", answer.item))
    changed = marking.digest != answer.digest
    return ScoredAnswer(answer, found, Flag("key-changed", answer.item) if changed else None)
