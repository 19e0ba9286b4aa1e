"""Feedback, note and visit tell the same minutes: what only one of them holds is refused."""

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from generator.checks.item_checks import spot_of
from generator.checks.writing.note_minutes import (
    HOUR,
    MINUTES,
    all_numbers,
    bare_numbers,
    named_minutes,
    number,
    spans,
    sums,
)
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item, VisitItem
from generator.findings import Problems, counted
from generator.questions.kinds.registry import kind_of

CODE = re.compile(r"\b[0-9A-Z]\d{4}\b")
SENTENCE = re.compile(r"(?<=[.?!;])\s|(?<=['\"]),? |\), ")
CASES = ("common_errors", "examples")
UNIT = 15
"""Minutes of a unit of timed codes."""
LEAST = {7, 8}
"""Minutes over whole units up to which, and from which on, one more is due."""
EVERYWHERE = {HOUR, UNIT, *(units * UNIT + least for units in range(9) for least in LEAST)}
"""Minutes that every text may name."""


def minutes_not_held(corpus: Corpus) -> Problems:
    """Feedback and reasons that name minutes of which the note and the facts know nothing."""
    facts = functools.cache(lambda name: _minutes_of(_fact(corpus, name)))
    for item in corpus.items.values():
        if isinstance(item, VisitItem):
            held = _held(item).union(EVERYWHERE, *map(facts, _names_of_facts(item)))
            for at, text in spoken_texts(item):
                for found in MINUTES.finditer(text):
                    if (minutes := number(found[1])) is not None and minutes not in held:
                        sentence = (
                            f"'{found[0]}' is neither in the note nor in the facts that the"
                            " question rests on; name what the note holds."
                        )
                        yield spot_of(corpus, item, *at), sentence


def minutes_not_in_note(corpus: Corpus) -> Problems:
    """Services whose minutes in the visit are not those that the note tells."""
    for item in corpus.items.values():
        if isinstance(item, VisitItem):
            text, services = _asked(item), item.visit.services
            named = (*named_minutes(text), *spans(text))
            held = (sums(named) - {0}).union(named, bare_numbers(text))
            for index, service in enumerate(services):
                minutes = service.minutes if named else service.minutes or None
                if minutes is not None and minutes not in held:
                    sentence = (
                        f"The visit has {counted(minutes, 'minute')} here, and the note"
                        f" {f'names {named[0]}' if len(named) == 1 else 'names none such'};"
                        " correct one of them."
                    )
                    at = ("visit", "services", index, "minutes")
                    yield spot_of(corpus, item, *at), sentence


def _names_of_facts(item: Item) -> set[str]:
    offered = (CODE.search(answer.id) for answer in kind_of(item).answers(item))
    return {*item.rests_on, *(f"codes/{found[0]}" for found in offered if found)}


def spoken_texts(item: VisitItem) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What is said after an answer: each feedback and the reason, with its place."""
    for answer in kind_of(item).answers(item):
        found: Any = item
        for key in answer.at:
            named = isinstance(key, str) and not isinstance(found, dict)
            found = getattr(found, str(key)) if named else found[key]
        if feedback := getattr(found, "feedback", None):
            yield (*answer.at, "feedback"), feedback
    yield ("reason",), item.reason


def _asked(item: VisitItem) -> str:
    return f"{item.note} {item.prompt or ''}"


def _held(item: VisitItem) -> set[int]:
    """Minutes of note and visit, their sums, what is left of them over units, and bare numbers."""
    text = _asked(item)
    visit = (service.minutes for service in item.visit.services if service.minutes)
    minutes = sums((*{*named_minutes(text), *visit}, *spans(text)))
    return {left for total in minutes for left in range(total, -1, -UNIT)} | bare_numbers(text)


def _fact(corpus: Corpus, name: str) -> BaseModel | None:
    folder, _, rest = name.partition("/")
    registers: dict[str, Mapping[str, BaseModel]] = {"codes": corpus.codes, "rules": corpus.rules}
    return registers.get(folder, {}).get(rest)


def _minutes_of(fact: BaseModel | None) -> set[int]:
    """Numbers of a fact's sentences about minutes; made-up cases of other visits are left out."""
    held = vars(fact) if fact else {}
    slots = (str(value) for name, value in held.items() if name not in CASES)
    sentences = (sentence for slot in slots for sentence in SENTENCE.split(slot))
    return {many for one in sentences if "minute" in one for many in all_numbers(one)}
