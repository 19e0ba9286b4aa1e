"""A claim as pairs of a code and its line, and several numbers as pairs of a code and its units.

For formats that know matching and no forms: a matching question is worth its one mark.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.exports.portable_question import ClaimForm, ExportLine, NumberEntry
from generator.pages.labels import count

NOT_ON_IT = "not on the claim"
MOST_ANSWERS = 9


@dataclass(frozen=True)
class Pair:
    """`right` is what the first right claim has for the code."""

    text: str
    right: str
    feedback: str


@dataclass(frozen=True)
class Matching:
    """`answers` are all that may be matched, in a fixed order; the `wrong` ones fit no code."""

    pairs: tuple[Pair, ...]
    answers: tuple[str, ...]
    wrong: tuple[str, ...]


def matching(claim: ClaimForm) -> Matching:
    """The claim as pairs, with at most nine answers."""
    pairs, likely = [], {NOT_ON_IT: None}
    for choice in claim.codes:
        answers = [_on(answer, choice.code or choice.id) for answer in claim.right_answers]
        pairs.append(Pair(choice.text, answers[0], choice.feedback))
        likely |= dict.fromkeys(answers)
    right = {pair.right for pair in pairs}
    others = [answer for answer in likely | dict.fromkeys(_near(claim)) if answer not in right]
    wrong = others[: max(1, MOST_ANSWERS - len(right))]
    return Matching(tuple(pairs), tuple(sorted((*right, *wrong))), tuple(sorted(wrong)))


def number_pairs(numbers: NumberEntry) -> Matching:
    """Each part with its number in the first right answer; all numbers to the maximum offered."""
    first = numbers.right_answers[0]
    pairs = tuple(
        Pair(part.text, str(value), part.feedback)
        for part, value in zip(numbers.parts, first, strict=True)
    )
    answers = tuple(map(str, range(numbers.maximum + 1)))
    return Matching(pairs, answers, tuple(one for one in answers if int(one) not in first))


def _on(answer: tuple[ExportLine, ...], code: str) -> str:
    lines = (_line_text(line.units, line.modifiers) for line in answer if line.code == code)
    return " and ".join(lines) or NOT_ON_IT


def _line_text(units: int, modifiers: tuple[str, ...]) -> str:
    return ", ".join((count(units, "unit"), " ".join(modifiers) or "no modifier"))


def _near(claim: ClaimForm) -> Iterator[str]:
    """What somebody might write who errs by a unit or by one of the modifiers offered."""
    lines = [line for answer in claim.right_answers for line in answer] or [ExportLine("", 1, ())]
    for line in lines:
        for units in (line.units + 1, line.units - 1):
            if units:
                yield _line_text(units, line.modifiers)
    for modifier in claim.modifiers:
        yield from (
            _line_text(line.units, tuple(sorted({*line.modifiers} ^ {modifier}))) for line in lines
        )
