"""Feedback speaks of the note: minutes that neither it nor the facts hold are refused."""

import functools
import re
from collections.abc import Iterator
from typing import Any

from generator.checks.item_checks import spot_of
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item, VisitItem
from generator.findings import Problems
from generator.questions.kinds.registry import kind_of

ONES = {
    word: number
    for number, word in enumerate(
        re.findall(
            r"\w+",
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
            " fifteen sixteen seventeen eighteen nineteen",
        )
    )
}
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
NUMBER = re.compile(r"\d+|[a-z]+(?:-[a-z]+)?")
MINUTES = re.compile(
    r"(?<!hundred and )\b(\d+|[a-z]+(?:-[a-z]+)?)[ -]min(?:ute)?s?\b", re.IGNORECASE
)
CODE = re.compile(r"\b[0-9A-Z]\d{4}\b")
HOUR, UNIT, DAY = 60, 15, 24 * 60
"""Minutes of an hour and of a unit of timed codes, which every text may name; no day has more."""


def minutes_not_held(corpus: Corpus) -> Problems:
    """Feedback and reasons that name minutes of which the note and the facts know nothing."""
    facts = functools.cache(lambda name: _numbers(str(_fact(corpus, name))))
    for item in corpus.items.values():
        if isinstance(item, VisitItem):
            held = _held(item, {HOUR}.union(*map(facts, _names_of_facts(item))))
            for at, text in _texts(item):
                for found in MINUTES.finditer(text):
                    if (minutes := _number(found[1])) is not None and minutes not in held:
                        sentence = (
                            f"'{found[0]}' stands neither in the note nor in the facts that the"
                            " question rests on; name what the note holds."
                        )
                        yield spot_of(corpus, item, *at), sentence


def _names_of_facts(item: Item) -> set[str]:
    offered = (CODE.search(answer.id) for answer in kind_of(item).answers(item))
    return {*item.rests_on, *(f"codes/{found[0]}" for found in offered if found)}


def _texts(item: VisitItem) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for answer in kind_of(item).answers(item):
        found: Any = item
        for key in answer.at:
            named = isinstance(key, str) and not isinstance(found, dict)
            found = getattr(found, str(key)) if named else found[key]
        if feedback := getattr(found, "feedback", None):
            yield (*answer.at, "feedback"), feedback
    yield ("reason",), item.reason


def _held(item: VisitItem, facts: set[int]) -> set[int]:
    """Numbers of the note and of the facts, sums of minutes, and what is over whole units."""
    minutes = {0}
    for number in (
        *_numbers(f"{item.note} {item.prompt or ''}"),
        *(service.minutes or 0 for service in item.visit.services),
    ):
        minutes |= {known + number for known in minutes if known + number <= DAY}
    return facts | minutes | {total % UNIT for total in minutes}


def _fact(corpus: Corpus, name: str) -> object:
    folder, _, rest = name.partition("/")
    return {"codes": corpus.codes, "rules": corpus.rules}.get(folder, {}).get(rest)


@functools.lru_cache(maxsize=4096)  # of texts that a preview checks again at every save
def _numbers(text: str) -> tuple[int, ...]:
    found = (_number(word) for word in NUMBER.findall(text.lower()))
    return tuple(number for number in found if number is not None)


def _number(word: str) -> int | None:
    """A number in figures or in words below a hundred; None for any other word."""
    word = word.lower()
    if word.isdigit():
        return int(word)
    tens, _, ones = word.partition("-")
    if tens in TENS and (not ones or ones in ONES):
        return TENS[tens] + ONES.get(ones, 0)
    return ONES.get(word)
