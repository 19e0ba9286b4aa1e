"""Which questions the placement quiz chooses from."""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from generator.pages.practice_pages import BankEntry
from generator.questions.kinds.registry import KINDS

POOL_SIZE = 36


def placement_pool(listed: Sequence[BankEntry]) -> list[BankEntry]:
    """Single-answer questions for the placement quiz: of every objective in turn, by level."""
    groups: dict[str, list[BankEntry]] = {}
    for entry in sorted(listed, key=lambda entry: hashlib.sha256(entry["id"].encode()).hexdigest()):
        if KINDS[entry["kind"]].form == "one" and not entry.get("ownQuizOnly"):
            groups.setdefault(f"{entry['objectives'][0]} {entry['difficulty']}", []).append(entry)
    rounds = zip_longest(*(groups[name] for name in sorted(groups)))
    chosen = [entry for turn in rounds for entry in turn if entry]
    return sorted(_level_by_level(chosen), key=lambda entry: entry["id"])


def _level_by_level(chosen: list[BankEntry]) -> Iterator[BankEntry]:
    for level in (1, 2, 3):
        yield from [entry for entry in chosen if entry["difficulty"] == level][: POOL_SIZE // 3]
