"""Who gets a badge for what.

Collected results held against the mark of an assignment, or of every check of a track.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.facts.assignments import Assignment
from generator.facts.corpus import Corpus
from generator.facts.tracks import Track
from generator.questions.key_digest import item_digest
from generator.questions.track_courses import Course, courses
from generator.results.gradebook import GradebookRow
from generator.results.result_error import ResultError


@dataclass(frozen=True)
class AchievementPart:
    """So many right of some questions: a check of a track, or all of an assignment.

    `items` are all it may ask, `asked` how many.
    """

    title: str
    items: frozenset[str]
    asked: int
    mark: float

    @property
    def needed(self) -> int:
        """How many right answers reach the mark."""
        return math.ceil(self.asked * self.mark / 100 - 1e-9)


@dataclass(frozen=True)
class Achievement:
    """What a badge is given for.

    `edition` changes when its questions, their keys or its marks do.
    """

    id: str
    sort: str
    title: str
    description: str
    criteria: str
    parts: tuple[AchievementPart, ...]
    as_of: str


@dataclass(frozen=True)
class Award:
    """A row that reached every mark; `objectives` are words, right answers and answers."""

    row: GradebookRow
    right: int
    asked: int
    objectives: tuple[tuple[str, int, int], ...]

    @property
    def percent(self) -> int:
        """Right answers in whole percent."""
        return 100 * self.right // self.asked


@dataclass(frozen=True)
class Denied:
    """A learner without a badge, and why."""

    source: str
    learner: str
    sentence: str


def assignment_achievement(
    corpus: Corpus, assignment: Assignment, items: tuple[str, ...], mark: float | None
) -> Achievement:
    """Raises `ResultError` where no mark was agreed."""
    mark = assignment.pass_mark_percent if mark is None else mark
    if mark is None:
        raise ResultError(
            f"'{assignment.id}' has no 'pass_mark_percent'; add it, or give --pass-mark."
        )
    part = AchievementPart(assignment.title, frozenset(items), len(items), mark)
    criteria = (
        f"At least {part.needed} of {part.asked} questions right in one attempt, scored from the"
        " answers by the keys of the day of issue."
    )
    described = (
        f"Passed the assignment “{assignment.title}”: therapy billing codes, from scenarios."
    )
    return Achievement(
        assignment.id,
        "assignment",
        assignment.title,
        described,
        criteria,
        (part,),
        corpus.judged_on.isoformat(),
    )


def track_achievement(corpus: Corpus, track: Track) -> Achievement:
    """What a track's badge is for: every check passed."""
    parts = tuple(_part(course) for course in courses(corpus.public, track))
    listed = "\n".join(
        f"- {part.title}: at least {part.needed} of {part.asked} questions right." for part in parts
    )
    criteria = (
        "The check of each module passed, scored from the answers by the keys of the day of"
        f" issue:\n\n{listed}"
    )
    described = f"Passed every check of the track “{track.title}”. {track.summary}"
    return Achievement(
        track.id, "track", track.title, described, criteria, parts, corpus.judged_on.isoformat()
    )


def _part(course: Course) -> AchievementPart:
    items = frozenset(item.id for pool in course.pools for item in pool.items)
    return AchievementPart(
        course.module.title, items, course.module.check.count, course.module.check.pass_mark_percent
    )


def edition_of(corpus: Corpus, achievement: Achievement) -> str:
    """One line that changes with the questions, their keys and the marks."""
    listed = [
        f"{part.title} {part.asked} {part.mark} "
        + " ".join(sorted(_version(corpus, name) for name in part.items))
        for part in achievement.parts
    ]
    return "\n".join((achievement.id, achievement.sort, *listed))


def _version(corpus: Corpus, name: str) -> str:
    item = corpus.items[name]
    return f"{name}@{item.version}#{item_digest(corpus, item)}"


def awards(
    corpus: Corpus, rows: Iterable[GradebookRow], achievement: Achievement, flagged: bool
) -> tuple[tuple[Award, ...], tuple[Denied, ...]]:
    """One award a learner, for the first attempt that reaches every mark.

    What all other learners lack.
    """
    by_learner: dict[tuple[str, str], list[GradebookRow]] = {}
    for row in rows:
        learner = row.submission.result.learner
        by_learner.setdefault((learner.name.casefold(), learner.id or ""), []).append(row)
    given, denied = [], []
    for own in by_learner.values():
        lacks = [_lack(row, achievement, flagged) for row in own]
        place = next((place for place, lack in enumerate(lacks) if not lack), None)
        if place is None:
            denied.append(
                Denied(own[-1].submission.source, own[-1].submission.result.learner.name, lacks[-1])
            )
        else:
            given.append(_award(corpus, own[place], achievement))
    return tuple(given), tuple(denied)


def _lack(row: GradebookRow, achievement: Achievement, flagged: bool) -> str:
    """Empty where nothing is lacking."""
    # Each try of a track's check asks other questions, so that lists differ is no sign of anything
    # there.
    flags = [flag for flag in row.flags if achievement.sort != "track" or flag.name != "other-set"]
    if flags and not flagged:
        return f"Look at it first: {flags[0].text} Give --flagged to pass over this."
    for part in achievement.parts:
        answered, right = _counted(row, part.items)
        if answered > part.asked:
            return f"{part.title}: {answered} questions are answered where {part.asked} are asked."
        if right < part.needed:
            return f"{part.title}: {right} of {part.asked} right, {part.needed} needed."
    return ""


def _counted(row: GradebookRow, items: frozenset[str]) -> tuple[int, int]:
    scores = [entry.score for entry in row.marked if entry.answer.item in items]
    return len(scores), sum(bool(score and score.right) for score in scores)


def _award(corpus: Corpus, row: GradebookRow, achievement: Achievement) -> Award:
    right = sum(_counted(row, part.items)[1] for part in achievement.parts)
    return Award(
        row,
        right,
        sum(part.asked for part in achievement.parts),
        tuple(_objectives(corpus, row, achievement.parts)),
    )


def _objectives(
    corpus: Corpus, row: GradebookRow, parts: Sequence[AchievementPart]
) -> Iterator[tuple[str, int, int]]:
    items = frozenset().union(*(part.items for part in parts))
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for entry in row.marked:
        if entry.answer.item in items:
            for objective in corpus.items[entry.answer.item].objectives:
                asked[objective] += 1
                right[objective] += bool(entry.score and entry.score.right)
    words: Mapping[str, str] = {
        name: objective.text for name, objective in corpus.objectives.items()
    }
    return ((words[name], right[name], asked[name]) for name in sorted(asked))
