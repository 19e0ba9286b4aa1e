"""Scores of numbers of units."""

import re

from generator.questions.kinds.marking import Marking, Score

NUMBER = re.compile(r"([0-9A-Z]{5})\.(\d{1,3})")


def score(marking: Marking, response: tuple[str, ...]) -> Score | None:
    """The share of numbers that are right, by the right answer that is nearest."""
    read = [match for pick in response if (match := NUMBER.fullmatch(pick))]
    codes = [match[1] for match in read]
    if len(read) != len(response) or sorted(codes) != sorted(row.id for row in marking.options):
        return None
    given = {match[1]: int(match[2]) for match in read}
    cells = max(
        sum(way.get(code) == units for code, units in given.items()) for way in marking.ways
    )
    picks = tuple(f"{code}.{units}" for code, units in given.items())
    return Score(cells == len(given), cells / len(given), picks)


def right_picks(marking: Marking) -> frozenset[str]:
    """Every number that is right in some answer."""
    return frozenset(f"{code}.{units}" for way in marking.ways for code, units in way.items())
