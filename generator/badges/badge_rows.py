"""From what rows are results of to what the badge is for, and its file name."""

import hashlib
import re
from collections.abc import Sequence

from generator.badges.award import (
    Achievement,
    Award,
    assignment_achievement,
    track_achievement,
)
from generator.facts.corpus import Corpus
from generator.questions.assignment_draw import chosen_items
from generator.results.gradebook import GradebookRow
from generator.results.result_error import ResultError


def achievement_of(
    corpus: Corpus,
    rows: Sequence[GradebookRow],
    assignment: str | None,
    track: str | None,
    mark: float | None,
) -> Achievement:
    """That of the one assignment or track that the results are of, or of the one named.

    Raises `ResultError`.
    """
    if assignment and track:
        raise ResultError("Name an assignment or a track, not both.")
    name = assignment or track or _only([row.submission.result.assignment.id for row in rows])
    if name in corpus.tracks and not assignment:
        if mark is not None:
            raise ResultError("A track has a mark for each of its checks; leave --pass-mark out.")
        return track_achievement(corpus, corpus.tracks[name])
    if name in corpus.assignments and not track:
        found = corpus.assignments[name]
        return assignment_achievement(
            corpus, found, tuple(item.id for item in chosen_items(corpus, found)), mark
        )
    sort, folder, names = (
        ("track", "tracks", corpus.tracks)
        if track
        else ("assignment", "assignments", corpus.assignments)
    )
    raise ResultError(
        f"There is no {sort} '{name}' in quizzes/{folder}; there"
        f" {'is' if len(names) == 1 else 'are'} {', '.join(names) or 'none'}."
    )


def _only(names: list[str]) -> str:
    found = sorted(set(names))
    if not found:
        raise ResultError("No result was found. Result files end in .json.")
    if len(found) > 1:
        raise ResultError(
            f"The results are of {', '.join(found)}; name one with --assignment or --track."
        )
    return found[0]


def badge_name(award: Award) -> str:
    """A file's name from the learner's, with digits of the attempt so that no two are the same."""
    result = award.row.submission.result
    readable = re.sub(r"[^a-z0-9]+", "-", result.learner.name.lower()).strip("-")[:40] or "learner"
    digest = hashlib.sha256(result.id.encode()).hexdigest()[:8]
    return f"{result.assignment.id}-{readable}-{digest}.jwt"
