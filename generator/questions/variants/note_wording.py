"""Pieces to sentences.

{names} give way to what was drawn, with agreement left to the pieces themselves.

`{he}` and `{place}` are found among the pieces of any draw, `{work.did}` in that draw alone,
`{minutes}` among the numbers. A capital (`{He}`, `{Work.did}`) begins a sentence; `{minutes:words}`
spells the number out.
"""

import re
from collections.abc import Mapping

from generator.questions.variants.variant_space import DrawnValues

HOLE = re.compile(r"\{([A-Za-z_]+)(?:\.([a-z_]+))?(:words)?\}")
DEEPEST = 8
ONES = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


class UnfilledHoleError(Exception):
    """A hole that nothing fills; the message names it."""


def fill(text: str, drawn: DrawnValues, more: Mapping[str, str] | None = None) -> str:
    """`text` with every hole filled, and the spaces set right; its lines stay lines."""
    filled = _filled(text, drawn, more or {}, None, 0)
    return "\n".join(" ".join(line.split()) for line in filled.splitlines())


def in_words(number: int) -> str:
    """A number below a hundred in words; above, as it is."""
    if number < len(ONES):
        return ONES[number]
    if number >= 100:
        return f"{number:,}"
    tens, ones = divmod(number, 10)
    return TENS[tens] + (f"-{ONES[ones]}" if ones else "")


def _filled(
    text: str, drawn: DrawnValues, more: Mapping[str, str], at: str | None, depth: int
) -> str:
    if depth > DEEPEST:
        raise UnfilledHoleError(f"'{text}' leads back to itself; break the circle")

    def put(match: re.Match[str]) -> str:
        name, piece, words = match.groups()
        low = name[0].lower() + name[1:]
        found, draw = _found(low, piece, drawn, more, at)
        value = (
            in_words(int(found.replace(",", "")))
            if words and found.replace(",", "").isdecimal()
            else _filled(found, drawn, more, draw, depth + 1)
        )
        return value[:1].upper() + value[1:] if low != name else value

    return HOLE.sub(put, text)


def _found(
    name: str, piece: str | None, drawn: DrawnValues, more: Mapping[str, str], at: str | None
) -> tuple[str, str | None]:
    if piece:
        if piece in drawn.pieces.get(name, {}):
            return drawn.pieces[name][piece], name
        raise UnfilledHoleError(
            f"{{{name}.{piece}}} is filled by nothing: the draw '{name}' has no piece '{piece}'"
            " here"
        )
    if at and name in drawn.pieces[at]:
        return drawn.pieces[at][name], at
    if name in more:
        return more[name], None
    if name in drawn.numbers:
        return f"{drawn.numbers[name]:,}", None
    owners = [draw for draw, pieces in drawn.pieces.items() if name in pieces]
    if len(owners) == 1:
        return drawn.pieces[owners[0]][name], owners[0]
    problem = (
        f"the draws {' and '.join(owners)} have it; say which"
        if owners
        else "no draw and no piece has that name"
    )
    raise UnfilledHoleError(f"{{{name}}} is filled by nothing: {problem}")
