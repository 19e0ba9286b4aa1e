"""What the practice exam draws from, by whose exam it is."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NotRequired, TypedDict

from generator.facts.corpus import Corpus
from generator.pages.labels import TABLES
from generator.pages.practice_pages import BankEntry, PracticeTopic
from generator.questions.exam_scopes import AREAS, SCOPES, areas_of, scopes_of
from generator.questions.exam_weights import family_of

MOST_LISTED = 2000
"""Of a scope; of more questions, a fair sample by the hash of their ids."""
LEVELS = (1, 2, 3)
SCOPE_NAMES: Mapping[str, str] = TABLES["exam_scope"]
AREA_NAMES: Mapping[str, str] = TABLES["exam_area"]


class ExamEntry(TypedDict):
    """What a drawing knows of a question: the first of `areas` is the one it counts in."""

    id: str
    kind: str
    difficulty: int
    family: str
    areas: list[str]
    weight: float
    enemies: NotRequired[list[str]]


@dataclass(frozen=True)
class ScopeCounts:
    """How many questions a scope has by area and level, and each area's share of an exam."""

    id: str
    name: str
    questions: int
    rows: tuple[tuple[str, tuple[int, ...], int], ...]


def exam_pools(corpus: Corpus, listed: Sequence[BankEntry]) -> dict[str, list[ExamEntry]]:
    """By scope, in the order of their ids; a scope without a question is left out."""
    pools: dict[str, list[ExamEntry]] = {scope: [] for scope in SCOPES}
    for entry in sorted(listed, key=lambda one: hashlib.sha256(one["id"].encode()).hexdigest()):
        if entry.get("ownQuizOnly"):
            continue
        drawn = _drawn(corpus, entry)
        for scope in scopes_of(corpus, corpus.items[entry["id"]], entry["codes"]):
            if len(pools[scope]) < MOST_LISTED:
                pools[scope].append(drawn)
    return {
        scope: sorted(pool, key=lambda entry: entry["id"]) for scope, pool in pools.items() if pool
    }


def exam_topics(corpus: Corpus, listed: Sequence[BankEntry]) -> tuple[PracticeTopic, ...]:
    """Whose exams there are; each leads to the quiz of its first question."""
    quiz = {entry["id"]: entry["quiz"] for entry in listed}
    return tuple(
        PracticeTopic(SCOPE_NAMES[scope], (f"role-{scope}",), quiz[pool[0]["id"]], len(pool))
        for scope, pool in exam_pools(corpus, listed).items()
    )


def scope_counts(corpus: Corpus, listed: Sequence[BankEntry]) -> tuple[ScopeCounts, ...]:
    """The exams as a table."""
    return tuple(
        ScopeCounts(scope, SCOPE_NAMES[scope], len(pool), tuple(_rows(pool)))
        for scope, pool in exam_pools(corpus, listed).items()
    )


def _rows(pool: Sequence[ExamEntry]) -> Iterator[tuple[str, tuple[int, ...], int]]:
    total = sum(entry["weight"] for entry in pool)
    for area in AREAS:
        own = [entry for entry in pool if entry["areas"][0] == area]
        counted = Counter(entry["difficulty"] for entry in own)
        share = 100 * sum(entry["weight"] for entry in own) / total
        if own:
            yield AREA_NAMES[area], (*(counted[level] for level in LEVELS), len(own)), round(share)


def _drawn(corpus: Corpus, entry: BankEntry) -> ExamEntry:
    found: ExamEntry = {
        "id": entry["id"],
        "kind": entry["kind"],
        "difficulty": entry["difficulty"],
        "family": family_of(corpus, entry["codes"]) or "",
        "areas": list(areas_of(corpus, corpus.items[entry["id"]])),
        "weight": entry.get("weight", 0),
    }
    if enemies := entry.get("enemies"):
        found["enemies"] = enemies
    return found
