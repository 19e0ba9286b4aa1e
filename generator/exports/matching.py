"""A claim as pairs: each code offered, and what stands on the claim for it.

For formats that know matching and no forms.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.exports.portable_question import ClaimForm, ExportLine
from generator.pages.labels import count

NOT_ON_IT = "not on the claim"
MOST_ANSWERS = 9


@dataclass(frozen=True)
class Pair:
    """`right` is what the first right claim has for the code, `others` what other ones have."""

    text: str
    right: str
    others: tuple[str, ...]
    feedback: str


@dataclass(frozen=True)
class Matching:
    """`answers` are all that may be matched, right ones and wrong ones, in a fixed order."""

    pairs: tuple[Pair, ...]
    answers: tuple[str, ...]

    @property
    def wrong(self) -> tuple[str, ...]:
        """The answers that are right for no code."""
        right = {pair.right for pair in self.pairs}
        return tuple(answer for answer in self.answers if answer not in right)


def matching(claim: ClaimForm) -> Matching:
    """The claim as pairs, with at most nine answers."""
    pairs = tuple(
        _pair(claim, choice.code or choice.id, choice.text, choice.feedback)
        for choice in claim.codes
    )
    likely = dict.fromkeys(
        [
            NOT_ON_IT,
            *(answer for pair in pairs for answer in (pair.right, *pair.others)),
            *_near(claim),
        ]
    )
    right = {pair.right for pair in pairs}
    wrong = [answer for answer in likely if answer not in right]
    return Matching(pairs, tuple(sorted((*right, *wrong[: max(1, MOST_ANSWERS - len(right))]))))


def _pair(claim: ClaimForm, code: str, text: str, feedback: str) -> Pair:
    first, *others = dict.fromkeys(_on(way, code) for way in claim.right_answers)
    return Pair(text, first, tuple(others), feedback)


def _on(way: tuple[ExportLine, ...], code: str) -> str:
    return (
        " and ".join(_line_text(line.units, line.modifiers) for line in way if line.code == code)
        or NOT_ON_IT
    )


def _line_text(units: int, modifiers: tuple[str, ...]) -> str:
    return ", ".join((count(units, "unit"), " ".join(modifiers) or "no modifier"))


def _near(claim: ClaimForm) -> Iterator[str]:
    """What somebody might write who errs by a unit or by one of the modifiers offered."""
    lines = [line for way in claim.right_answers for line in way] or [ExportLine("", 1, ())]
    for line in lines:
        for units in (line.units + 1, line.units - 1):
            if units:
                yield _line_text(units, line.modifiers)
    for modifier in claim.modifiers:
        yield from (
            _line_text(line.units, tuple(sorted({*line.modifiers} ^ {modifier}))) for line in lines
        )
