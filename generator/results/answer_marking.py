"""What an answer is measured by.

The current key of a question in the shape that its page carries.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from generator.facts.corpus import Corpus
from generator.pages.question_view import QuestionView, question_views
from generator.questions.kinds.answer_view import OptionView

KEYS_FORMAT = "rightcode-keys"
CHANGES = ("other-payer", "other-date")


@dataclass(frozen=True)
class Choice:
    """Something that could be chosen; `free` counts neither way.

    `name` is the code, or the words where there is none.
    """

    id: str
    name: str
    right: bool
    free: bool


@dataclass(frozen=True)
class Marking:
    """`ways` are the whole answers that are right, where one is filled in.

    Units by code, or claim lines [code, units, modifiers].
    """

    id: str
    version: int
    digest: str
    kind: str
    title: str
    options: tuple[Choice, ...]
    ways: tuple[Any, ...] = ()


def markings(corpus: Corpus, ids: Iterable[str]) -> dict[str, Marking]:
    """The marking of every question named; those that are gone are left out."""
    known = [corpus.items[name] for name in dict.fromkeys(ids) if name in corpus.items]
    return {item.id: marking_of(question_views(corpus, (item,))[0]) for item in known}


def marking_of(view: QuestionView) -> Marking:
    item = view.item
    options = tuple(
        Choice(option.id, _name(item.kind, option), option.right, option.free)
        for option in view.options
    )
    return Marking(
        item.id,
        item.version,
        view.digest,
        item.kind,
        item.title,
        options,
        _ways(item.kind, view.data),
    )


def _name(kind: str, option: OptionView) -> str:
    """Several changes may concern one code, so there the words belong to the name."""
    return option.label if kind in CHANGES else option.code or option.text


def _ways(kind: str, data: object) -> tuple[Any, ...]:
    match kind, data:
        case "units", {"ways": ways}:
            return tuple(ways)
        case "claim", {"ways": ways}:
            return tuple(way["lines"] for way in ways)
        case _:
            return ()


def keys_json(found: Mapping[str, Marking], as_of: str) -> bytes:
    """The keys as a file that the gradebook page opens: for questions that are not on the site."""
    items = [asdict(marking) for _, marking in sorted(found.items())]
    return (
        json.dumps(
            {"format": KEYS_FORMAT, "version": 1, "as_of": as_of, "items": items},
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    ).encode()
