"""How right an answer is by the current key, for every kind of question.

As site_config/frontend/quiz/kinds judges it on the page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.billing.claim_comparison import ClaimComparison, compare_claims
from generator.results.answer_marking import Marking

NOTHING = "nothing"
ONE = ("choose-code", "judge-claim")
ALL = ("choose-all",)
MARKS = ("spot-the-error", "what-is-missing", "mark-words", "other-payer", "other-date")
LINE = re.compile(r"\d{1,3}\.([0-9A-Z]{5})\.(\d{1,3})((?:\.[0-9A-Z]{2})*)")
NUMBER = re.compile(r"([0-9A-Z]{5})\.(\d{1,3})")
ANSWER = re.compile(r"[A-Z]?\d{4,5}|not-billable|ask-therapist")


@dataclass(frozen=True)
class ClaimLine:
    code: str
    units: int
    modifiers: tuple[str, ...]


@dataclass(frozen=True)
class Score:
    """`points` from 0 to 1.

    `picks` is what was chosen, without what does not matter, such as the place of a line.

    `exchange` is the one thing right and the one thing chosen in its place, where it is known which
    for which.
    """

    right: bool
    points: float
    picks: tuple[str, ...]
    exchange: tuple[str, str] | None = None


def score(marking: Marking, response: tuple[str, ...]) -> Score | None:
    """None for what the question does not offer, which nobody could have chosen on its page."""
    response = tuple(dict.fromkeys(response))
    if marking.kind == "units":
        return _score_units(marking, response)
    if marking.kind == "claim":
        return _score_claim(marking, response)
    return _score_options(marking, response)


def right_picks(marking: Marking) -> frozenset[str]:
    """What may be picked and be right."""
    match marking.kind:
        case "units":
            return frozenset(
                f"{code}.{units}" for way in marking.ways for code, units in way.items()
            )
        case "claim":
            lines = {
                _name(ClaimLine(code, units, tuple(modifiers)))
                for way in marking.ways
                for code, units, modifiers in way
            }
            return frozenset(lines or {NOTHING})
        case _:
            return frozenset(option.id for option in marking.options if option.right)


def _score_options(marking: Marking, response: tuple[str, ...]) -> Score | None:
    offered = {option.id for option in marking.options}
    if not set(response) <= offered or (marking.kind in ONE and len(response) != 1):
        return None
    counted = [option for option in marking.options if marking.kind not in MARKS or not option.free]
    right, taken = (
        {option.id for option in counted if option.right},
        {option.id for option in counted} & set(response),
    )
    if marking.kind in ONE:
        return _whole(bool(right & taken), response, _of_one(marking, right, response[0]))
    if right == taken or marking.kind in ALL:
        return _whole(
            right == taken, response, _of_many(right, taken) if marking.kind in ALL else None
        )
    return Score(False, max(0, len(right & taken) - len(taken - right)) / len(right), response)


def _whole(right: bool, response: tuple[str, ...], exchange: tuple[str, str] | None) -> Score:
    return Score(right, float(right), response, exchange)


def _of_one(marking: Marking, right: set[str], chosen: str) -> tuple[str, str] | None:
    """Right answers are told too: they are the diagonal of the matrix."""
    if marking.kind != "choose-code":
        return None
    return (chosen, chosen) if chosen in right else (" / ".join(sorted(right)), chosen)


def _of_many(right: set[str], taken: set[str]) -> tuple[str, str] | None:
    added, missing = taken - right, right - taken
    if len(added) != 1 or len(missing) != 1:
        return None
    pair = (*missing, *added)
    return pair if all(map(ANSWER.fullmatch, pair)) else None


def _score_units(marking: Marking, response: tuple[str, ...]) -> Score | None:
    read = [NUMBER.fullmatch(pick) for pick in response]
    if not all(read) or sorted(match[1] for match in read) != sorted(
        option.id for option in marking.options
    ):
        return None
    given = {match[1]: int(match[2]) for match in read}
    cells = max(
        sum(way.get(code) == units for code, units in given.items()) for way in marking.ways
    )
    picks = tuple(f"{code}.{units}" for code, units in given.items())
    return Score(cells == len(given), cells / len(given), picks)


def _score_claim(marking: Marking, response: tuple[str, ...]) -> Score | None:
    written = tuple(_lines(response))
    offered = {option.id for option in marking.options}
    lines_told = len(response) - (NOTHING in response)
    if (
        len(written) != lines_told
        or (NOTHING in response and written)
        or any(line.code not in offered for line in written)
    ):
        return None
    compared = compare_claims(_nearest(marking, written), written)
    right, wrong = _cells(compared)
    points = right / (right + wrong) if wrong else 1.0
    return Score(
        not wrong, points, tuple(map(_name, written)) or (NOTHING,), _of_claim(written, compared)
    )


def _lines(response: tuple[str, ...]) -> Iterator[ClaimLine]:
    for pick in response:
        match = LINE.fullmatch(pick)
        modifiers = tuple(match[3].split(".")[1:]) if match else ()
        if match and len(set(modifiers)) == len(modifiers):
            yield ClaimLine(match[1], int(match[2]), modifiers)


def _nearest(marking: Marking, written: tuple[ClaimLine, ...]) -> tuple[ClaimLine, ...]:
    """The right claim with the fewest units to change."""
    ways = [
        tuple(ClaimLine(code, units, tuple(modifiers)) for code, units, modifiers in way)
        for way in marking.ways
    ]
    return min(ways, key=lambda way: _distance(way, written))


def _distance(right: tuple[ClaimLine, ...], written: tuple[ClaimLine, ...]) -> int:
    units: dict[str, int] = {}
    for sign, lines in ((1, right), (-1, written)):
        for line in lines:
            units[line.code] = units.get(line.code, 0) + sign * line.units
    return sum(map(abs, units.values()))


def _cells(compared: ClaimComparison) -> tuple[int, int]:
    """Cells right and cells to change; a wrong code is one, a line that is missing has three."""
    right = sum(0 if "code" in cells else 3 - len(cells) for cells in compared.wrong)
    return right, sum(map(len, compared.wrong)) + 3 * len(compared.missing)


def _of_claim(written: tuple[ClaimLine, ...], compared: ClaimComparison) -> tuple[str, str] | None:
    added = [
        line.code for line, cells in zip(written, compared.wrong, strict=True) if "code" in cells
    ]
    missing = [line.code for line in compared.missing]
    return (missing[0], added[0]) if len(added) == 1 and len(missing) == 1 else None


def _name(line: ClaimLine) -> str:
    """As generator/keys/claim.py names a line: modifiers in order, no place."""
    return ".".join((line.code, str(line.units), *sorted(line.modifiers)))
