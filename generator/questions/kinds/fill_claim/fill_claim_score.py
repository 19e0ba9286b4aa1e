"""Scores of claims that are filled in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.billing.check_limits import units_by_code
from generator.billing.claim_comparison import ClaimComparison, compare_claims
from generator.billing.written_claims import LineLike
from generator.questions.kinds.marking import Marking, Score

LINE = re.compile(r"\d{1,3}\.([0-9A-Z]{5})\.(\d{1,3})((?:\.[0-9A-Z]{2})*)")
NOTHING = "nothing"


@dataclass(frozen=True)
class ResponseLine:
    """A claim line as a learner filled it in."""

    code: str
    units: int
    modifiers: tuple[str, ...]


Lines = Sequence[ResponseLine]


def line_id(line: LineLike) -> str:
    """Code, units and modifiers in alphabetical order: `97110.2.GP.KX`."""
    return ".".join((str(line.code), str(line.units), *sorted(line.modifiers)))


def score(marking: Marking, response: tuple[str, ...]) -> Score | None:
    """The share of cells that are right, by the right claim with the fewest units to change."""
    written = tuple(_lines(response))
    nothing = NOTHING in response
    offered = {option.id for option in marking.options}
    if (
        len(written) + nothing != len(response)
        or (nothing and written)
        or any(line.code not in offered for line in written)
    ):
        return None
    nearest = min(_right_claims(marking), key=lambda claim: _distance(claim, written))
    compared = compare_claims(nearest, written)
    right, wrong = _cells(compared)
    return Score(
        not wrong,
        right / (right + wrong) if wrong else 1.0,
        tuple(map(line_id, written)) or (NOTHING,),
        _exchange(written, compared),
    )


def right_picks(marking: Marking) -> frozenset[str]:
    """Every line of every right claim."""
    return frozenset(map(line_id, sum(_right_claims(marking), []))) or frozenset({NOTHING})


def _lines(response: Sequence[str]) -> Iterator[ResponseLine]:
    for pick in response:
        match = LINE.fullmatch(pick)
        modifiers = tuple(match[3].split(".")[1:]) if match else ()
        if match and len(set(modifiers)) == len(modifiers):
            yield ResponseLine(match[1], int(match[2]), modifiers)


def _right_claims(marking: Marking) -> list[list[ResponseLine]]:
    return [
        [ResponseLine(code, units, tuple(modifiers)) for code, units, modifiers in claim]
        for claim in marking.ways
    ]


def _distance(right: Lines, written: Lines) -> int:
    wanted, given = units_by_code(right), units_by_code(written)
    return sum(abs(wanted.get(code, 0) - given.get(code, 0)) for code in {*wanted, *given})


def _cells(compared: ClaimComparison) -> tuple[int, int]:
    """Cells right and cells to change; a wrong code is one, a line that is missing has three."""
    right = sum(0 if "code" in cells else 3 - len(cells) for cells in compared.wrong)
    return right, sum(map(len, compared.wrong)) + 3 * len(compared.missing)


def _exchange(written: Lines, compared: ClaimComparison) -> tuple[str, str] | None:
    added = [
        line.code for line, cells in zip(written, compared.wrong, strict=True) if "code" in cells
    ]
    if len(added) == len(compared.missing) == 1:
        return compared.missing[0].code, added[0]
    return None
