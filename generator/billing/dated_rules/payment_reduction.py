"""Medicare's multiple procedure payment reduction.

Of a day's therapy units one keeps its whole practice expense (rules/mppr).

All amounts are hundredths of a relative value unit, so a halved one may end in a half.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from generator.billing.append_modifiers import BilledLine
from generator.facts.corpus import Corpus
from generator.facts.rule_examples import RelativeValue


@dataclass(frozen=True)
class UnitValue:
    """One unit before and after the reduction."""

    code: str
    full: RelativeValue
    practice: Fraction

    @property
    def before(self) -> int:
        return self.full.work + self.full.practice + self.full.malpractice

    @property
    def after(self) -> Fraction:
        return self.full.work + self.practice + self.full.malpractice


def reduced_units(
    corpus: Corpus, payer: str, lines: tuple[BilledLine, ...], values: Mapping[str, RelativeValue]
) -> tuple[UnitValue, ...]:
    """Every unit of the codes under the reduction, the costliest practice expense first and whole."""
    units = [
        (line.code, values[line.code])
        for line in lines
        for _ in range(line.units)
        if _is_reduced(corpus, payer, line.code)
    ]
    units.sort(key=lambda unit: (-unit[1].practice, unit[0]))
    kept = 1 - Fraction(_percent(corpus), 100)
    return tuple(
        UnitValue(code, value, Fraction(value.practice) * (kept if place else 1))
        for place, (code, value) in enumerate(units)
    )


def _is_reduced(corpus: Corpus, payer: str, code: str) -> bool:
    entry = corpus.codes[code].coverage.get(payer)
    return entry is not None and entry.reduction is True


def _percent(corpus: Corpus) -> int:
    return next(
        int(value.amount)
        for value in corpus.rules["mppr"].values
        if value.key == "practice-expense-reduction"
    )
