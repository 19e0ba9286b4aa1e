"""Who gets a badge for what.

Collected results held against the mark of an assignment, or of every check of a track.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

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
    """A row that reached every mark; `objectives` are words, right answers and answers.

    `namesake`: another first attempt has the same name and no id, so that the name alone is nobody.
    """

    row: GradebookRow
    right: int
    asked: int
    objectives: tuple[tuple[str, int, int], ...]
    namesake: bool = False

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
    namesake: bool = False


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
        f"At least {part.needed} of {part.asked} questions right in one attempt (the pass mark is"
        f" {part.mark:g}%), scored from the answers by the keys of the day of issue."
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
        f"- {part.title}: at least {part.needed} of {part.asked} questions right. Pass mark:"
        f" {part.mark:g}%."
        for part in parts
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
    given, denied = [], []
    for own, namesake in _by_learner(rows):
        lacks = [_lack(row, achievement, flagged) for row in own]
        place = next((place for place, lack in enumerate(lacks) if not lack), None)
        if place is None:
            last = own[-1].submission
            denied.append(Denied(last.source, last.result.learner.name, lacks[-1], namesake))
        else:
            given.append(replace(_award(corpus, own[place], achievement), namesake=namesake))
    return tuple(given), tuple(denied)


def _by_learner(rows: Iterable[GradebookRow]) -> Iterator[tuple[list[GradebookRow], bool]]:
    """The attempts of each learner, and whether only a name tells the learner from another.

    Nobody makes the same attempt twice: where a name without an id has, each result stands alone.
    """
    by_name: dict[tuple[str, str], list[GradebookRow]] = {}
    for row in rows:
        learner = row.submission.result.learner
        by_name.setdefault((learner.name.casefold(), learner.id or ""), []).append(row)
    for (_, number), own in by_name.items():
        attempts = {row.submission.result.attempt for row in own}
        if number or len(attempts) == len(own):
            yield own, False
        else:
            yield from (([row], True) for row in own)


def namesakes(given: Iterable[Award], denied: Iterable[Denied]) -> Iterator[str]:
    """A line for each name that several learners seem to have, with where each result came from."""
    rows = (
        (one.row.submission.result.learner.name, one.row.submission.source)
        for one in given
        if one.namesake
    )
    lacking = ((one.learner, one.source) for one in denied if one.namesake)
    sources: dict[str, list[str]] = {}
    for name, source in (*rows, *lacking):
        sources.setdefault(name.casefold(), []).append(f"{name} ({source})")
    for named in sources.values():
        yield (
            f"The same name and the same attempt, without an id: {', '.join(sorted(named))}. Each"
            " is judged as a learner of its own; have the assignment ask for an id."
        )


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
