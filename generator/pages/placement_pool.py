"""Which questions the placement quiz chooses from, by what the learner bills."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from generator.pages.labels import TABLES
from generator.pages.practice_pages import BankEntry, PracticeTopic
from generator.questions.kinds.registry import KINDS

POOL_SIZE = 36
ROLES: Mapping[str, Mapping[str, str]] = TABLES["placement_role"]
"""By id: a title and the everyday codes, an editors' choice; without codes, any question."""


def placement_pools(listed: Sequence[BankEntry]) -> dict[str, list[BankEntry]]:
    """By role, single-answer questions on its everyday codes: of every objective, by level.

    A role without a question, as in a clinic that hides its codes, is left out.
    """
    pools = {role: _pool(_fitting(listed, words.get("codes"))) for role, words in ROLES.items()}
    return {role: pool for role, pool in pools.items() if pool}


def placement_roles(listed: Sequence[BankEntry]) -> tuple[PracticeTopic, ...]:
    """The choices that the placement quiz begins with."""
    return tuple(
        PracticeTopic(ROLES[role]["title"], (f"role-{role}",), pool[0]["quiz"], len(pool))
        for role, pool in placement_pools(listed).items()
    )


def _fitting(listed: Sequence[BankEntry], codes: str | None) -> Iterator[BankEntry]:
    everyday = set(codes.split()) if codes else None
    for entry in listed:
        fits = everyday is None or (entry["codes"] and everyday.issuperset(entry["codes"]))
        if fits and KINDS[entry["kind"]].form == "one" and not entry.get("ownQuizOnly"):
            yield entry


def _pool(fitting: Iterable[BankEntry]) -> list[BankEntry]:
    groups: dict[str, list[BankEntry]] = {}
    for entry in sorted(fitting, key=lambda one: hashlib.sha256(one["id"].encode()).hexdigest()):
        groups.setdefault(f"{entry['objectives'][0]} {entry['difficulty']}", []).append(entry)
    rounds = zip_longest(*(groups[name] for name in sorted(groups)))
    chosen = [entry for turn in rounds for entry in turn if entry]
    return sorted(_level_by_level(chosen), key=lambda entry: entry["id"])


def _level_by_level(chosen: list[BankEntry]) -> Iterator[BankEntry]:
    for level in (1, 2, 3):
        yield from [entry for entry in chosen if entry["difficulty"] == level][: POOL_SIZE // 3]
