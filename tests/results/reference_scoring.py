"""Scores worked out a second time, to hold the browser's against: an oracle of the tests alone."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.billing.claim_comparison import ClaimComparison, compare_claims
from generator.questions.kinds.fill_claim.fill_claim_kind import NOTHING, line_id
from generator.questions.kinds.marking import Marking, Score

CODE = re.compile(r"[A-Z]?\d{4,5}|not-billable|ask-therapist")


def right_options(marking: Marking) -> frozenset[str]:
    """The ids of the right options."""
    return frozenset(option.id for option in marking.options if option.right)


def score_one(marking: Marking, response: tuple[str, ...]) -> Score | None:
    """All or nothing for the one option chosen."""
    if len(response) != 1 or not _offered(marking, response):
        return None
    right = response[0] in right_options(marking)
    return Score(right, float(right), response)


def score_code(marking: Marking, response: tuple[str, ...]) -> Score | None:
    """As `score_one`, with the code that the chosen one stands for; right ones are the diagonal."""
    found = score_one(marking, response)
    if found is None:
        return None
    expected = response[0] if found.right else " / ".join(sorted(right_options(marking)))
    return Score(found.right, found.points, response, (expected, response[0]))


def score_all(marking: Marking, response: tuple[str, ...]) -> Score | None:
    """All or nothing for the set of options chosen."""
    if not _offered(marking, response):
        return None
    right, chosen = right_options(marking), set(response)
    pair = (*(right - chosen), *(chosen - right))
    exchanged = len(pair) == 2 and len(chosen) == len(right) and all(map(CODE.fullmatch, pair))
    return Score(
        right == chosen,
        float(right == chosen),
        response,
        (pair[0], pair[1]) if exchanged else None,
    )


def score_marks(marking: Marking, response: tuple[str, ...]) -> Score | None:
    """Right picks less wrong ones, of all right ones; free options count neither way."""
    if not _offered(marking, response):
        return None
    right = right_options(marking)
    chosen = {option.id for option in marking.options if not option.free} & set(response)
    balance = len(right & chosen) - len(chosen - right)
    return Score(right == chosen, max(0, balance) / len(right), response)


def _offered(marking: Marking, response: tuple[str, ...]) -> bool:
    return {option.id for option in marking.options} >= set(response)


NUMBER = re.compile(r"([0-9A-Z]{5})\.(\d{1,3})")


def score_units(marking: Marking, response: tuple[str, ...]) -> Score | None:
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


LINE = re.compile(r"\d{1,3}\.([0-9A-Z]{5})\.(\d{1,3})((?:\.[0-9A-Z]{2})*)")


@dataclass(frozen=True)
class ResponseLine:
    """A claim line as a learner filled it in."""

    code: str
    units: int
    modifiers: tuple[str, ...]


Lines = tuple[ResponseLine, ...]


def score_claim(marking: Marking, response: tuple[str, ...]) -> Score | None:
    """The share of cells that are right, by the nearest right claim: units first, then cells."""
    written = tuple(_lines(response))
    nothing = NOTHING in response
    offered = {option.id for option in marking.options}
    if (
        len(written) + nothing != len(response)
        or (nothing and written)
        or any(line.code not in offered for line in written)
    ):
        return None
    compared = compare_claims(_nearest(_right_claims(marking), written), written)
    right, wrong = _cells(compared)
    return Score(
        not wrong,
        right / (right + wrong) if wrong else 1.0,
        tuple(map(line_id, written)) or (NOTHING,),
        _exchange(written, compared),
    )


def _lines(response: Sequence[str]) -> Iterator[ResponseLine]:
    for pick in response:
        match = LINE.fullmatch(pick)
        modifiers = tuple(match[3].split(".")[1:]) if match else ()
        if match and len(set(modifiers)) == len(modifiers):
            yield ResponseLine(match[1], int(match[2]), modifiers)


def _right_claims(marking: Marking) -> list[Lines]:
    return [
        tuple(ResponseLine(code, units, tuple(modifiers)) for code, units, modifiers in claim)
        for claim in marking.ways
    ]


def _nearest(claims: list[Lines], written: Lines) -> Lines:
    """By units first; of those with the same units, by cells."""
    nearest = min(claims, key=lambda claim: _distance(claim, written))
    alike = [claim for claim in claims if not _distance(claim, nearest)]
    return min(alike, key=lambda claim: sum(map(len, compare_claims(claim, written).wrong)))


def _distance(right: Lines, written: Lines) -> int:
    units: dict[str, int] = {}
    for sign, lines in ((1, right), (-1, written)):
        for line in lines:
            units[line.code] = units.get(line.code, 0) + sign * line.units
    return sum(map(abs, units.values()))


def _cells(compared: ClaimComparison) -> tuple[int, int]:
    """Cells right and cells to change; a wrong code is one, a line that is missing has three."""
    right = sum(0 if "code" in cells else 3 - len(cells) for cells in compared.wrong)
    return right, sum(map(len, compared.wrong)) + 3 * len(compared.missing)


def _exchange(written: Lines, compared: ClaimComparison) -> tuple[str, str] | None:
    added = [
        line.code for line, cells in zip(written, compared.wrong, strict=True) if "code" in cells
    ]
    missing = [line.code for line in compared.missing]
    return (missing[0], added[0]) if len(added) == 1 and len(missing) == 1 else None


def score_form(marking: Marking, response: tuple[str, ...]) -> Score | None:
    """The share of fields with their right entry and no other; cells of no line count not."""
    if not _offered(marking, response):
        return None
    left = {pick.partition("-")[0] for pick in response if pick.endswith("-units_not-billed")}
    counted = [
        pick
        for pick in response
        if pick.endswith("-units_not-billed")
        or pick.partition("_")[0].partition("-")[0] not in left
    ]
    wanted = {option.id for option in marking.options if option.right}
    by_field: dict[str, set[str]] = {}
    for pick in counted:
        by_field.setdefault(pick.partition("_")[0], set()).add(pick)
    right = sum(by_field.get(name.partition("_")[0]) == {name} for name in wanted)
    return Score(right == len(wanted), right / len(wanted), response)


SCORERS: dict[str, Callable[[Marking, tuple[str, ...]], Score | None]] = {
    "choose-code": score_code,
    "choose-all": score_all,
    "judge-claim": score_one,
    "units": score_units,
    "claim": score_claim,
    "claim-form": score_form,
}


def reference_score(marking: Marking, response: Sequence[str]) -> Score | None:
    """None for what the question does not offer."""
    scorer = SCORERS.get(marking.kind, score_marks)
    return scorer(marking, tuple(dict.fromkeys(response)))
