"""A claim to fill in as a form that QTI knows.

A row for each code, with its units and its modifiers.

QTI compares a response with what is expected of it and cannot sort lines first, so lines that may
be written in any order become rows that have their place. A code that stands on two lines has two
rows, either way round.
"""

from dataclasses import dataclass
from itertools import permutations, product

from generator.exports.portable_question import ClaimForm, ExportLine

RowFilling = tuple["ExportLine | None", ...]
"""For each row the line that stands in it, or None where the code is not on the claim."""


@dataclass(frozen=True)
class FormRow:
    """One row of the form; `name` tells two rows of a code apart."""

    name: str
    code: str
    text: str
    feedback: str


def rows_of(claim: ClaimForm) -> tuple[FormRow, ...]:
    """As many rows for a code as the right claim with the most lines of it has; at least one."""
    found = []
    for choice in claim.codes:
        most = max(1, *(sum(line.code == choice.id for line in way) for way in claim.right_answers))
        for number in range(1, most + 1):
            named, shown = (
                (choice.id, choice.text)
                if most == 1
                else (f"{choice.id}-{number}", f"{choice.text}, line {number}")
            )
            found.append(FormRow(named, choice.id, shown, choice.feedback))
    return tuple(found)


def right_fillings(claim: ClaimForm) -> tuple[RowFilling, ...]:
    """Every right filling of the rows, that of the first right claim leading."""
    rows = rows_of(claim)
    return tuple(
        dict.fromkeys(filled for way in claim.right_answers for filled in _fillings(rows, way))
    )


def _fillings(rows: tuple[FormRow, ...], way: tuple[ExportLine, ...]) -> tuple[RowFilling, ...]:
    codes = tuple(dict.fromkeys(row.code for row in rows))
    arranged = (_arranged(code, rows, way) for code in codes)
    return tuple(tuple(line for part in parts for line in part) for parts in product(*arranged))


def _arranged(
    code: str, rows: tuple[FormRow, ...], way: tuple[ExportLine, ...]
) -> tuple[RowFilling, ...]:
    """The lines of one code in every order that its rows can hold them in."""
    places = sum(row.code == code for row in rows)
    lines = [line for line in way if line.code == code]
    padded = (*lines, *[None] * (places - len(lines)))
    return tuple(dict.fromkeys(permutations(padded)))
