"""Minutes that a note holds: in figures, in words, in a row of a table, or between two times."""

import functools
import itertools
import re
from collections.abc import Iterable, Iterator

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
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
WORD = r"[a-z]+(?:-[a-z]+)?"
MINUTES = re.compile(rf"(?<!hundred and )\b(\d+|{WORD})[ -]min(?:ute)?s?\b", re.IGNORECASE)
HOURS = re.compile(rf"\b(\d+(?:\.\d+)?|{WORD})[ -]h(?:rs?|ours?)?\b", re.IGNORECASE)
PARTS_OF_HOURS = {"half an hour": 30, "quarter of an hour": 15, "hour and a half": 90}
CLOCK = re.compile(r"\b(\d{1,2}):(\d\d)\b")
OTHER_UNIT = (
    r" ?(?:%|°|deg\b|[xX×]\b|-?y/?o\b|-?year|ft\b|feet|lbs?\b|s\b|sec|reps?\b|-?(?:days?"
    r"|w(?:ee)?ks?|mo(?:nths?)?|visits?|times|steps"
    r"|points?)\b|in\b|inch|[cm]m\b|m[gl]\b|of \d|sq\b)"
)
BARE = re.compile(rf"(?<![\w:/.×#-])(\d{{1,3}})(?![\w:/×-]|\.\d|{OTHER_UNIT})")
HOUR, DAY = 60, 24 * 60
"""Minutes of an hour and of a day; no visit has more."""


@functools.lru_cache(maxsize=4096)  # of texts that a preview checks again at every save
def named_minutes(text: str) -> tuple[int, ...]:
    """Every number of minutes or hours that a text names as such."""
    found = [number(match[1]) for match in MINUTES.finditer(text)]
    hours = (_hours(match[1]) for match in HOURS.finditer(text))
    found += [round(one * HOUR) for one in hours if one is not None]
    found += [many for words, many in PARTS_OF_HOURS.items() if words in text.lower()]
    return tuple(many for many in found if many is not None)


@functools.lru_cache(maxsize=4096)
def spans(text: str) -> tuple[int, ...]:
    """The minutes from each time of day to the next that a text names; sums span several."""
    times = [int(hour) * HOUR + int(minute) for hour, minute in CLOCK.findall(text)]
    return tuple((end - start) % (DAY // 2) for start, end in itertools.pairwise(times))


@functools.lru_cache(maxsize=4096)
def bare_numbers(text: str) -> frozenset[int]:
    """Numbers of no other unit, as in a row of minutes: 'TherEx 18, MT 7', 'nine of exercise'."""
    words = (number(word) for word in re.findall(WORD, text.lower()))
    return frozenset((*map(int, BARE.findall(text)), *(one for one in words if one is not None)))


def all_numbers(text: str) -> Iterator[int]:
    """Every number in figures or in words."""
    found = (number(word) for word in re.findall(rf"\d+|{WORD}", text.lower()))
    return (one for one in found if one is not None)


def sums(numbers: Iterable[int]) -> set[int]:
    """Every sum of some of them within a day, 0 among them."""
    found = {0}
    for one in numbers:
        found |= {known + one for known in found if known + one <= DAY}
    return found


def number(word: str) -> int | None:
    """A number in figures or in words below a hundred; None for any other word."""
    word = word.lower()
    if word.isdigit():
        return int(word)
    tens, _, ones = word.partition("-")
    if tens in TENS and (not ones or ones in ONES):
        return TENS[tens] + ONES.get(ones, 0)
    return ONES.get(word)


def _hours(word: str) -> float | None:
    return 1 if word.lower() == "an" else float(word) if word[:1].isdigit() else number(word)
