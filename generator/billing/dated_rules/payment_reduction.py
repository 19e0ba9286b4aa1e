"""Medicare's multiple procedure payment reduction (rules/mppr).

Of a day's therapy units one is paid its whole practice expense. All amounts are hundredths of a
relative value unit, so a halved one may end in a half.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from generator.billing.append_modifiers import BilledLine
from generator.billing.dated_rules.example_step import known_figure
from generator.facts.base import CodeId, PayerId
from generator.facts.corpus import Corpus
from generator.facts.rule_examples import RelativeValue


@dataclass(frozen=True)
class UnitValue:
    """One unit before and after the reduction; `practice` is the practice expense after it."""

    code: str
    full: RelativeValue
    practice: Fraction

    @property
    def before(self) -> int:
        """The whole value, in hundredths."""
        return self.full.work + self.full.practice + self.full.malpractice

    @property
    def after(self) -> Fraction:
        """The value with the reduced practice expense, in hundredths."""
        return self.full.work + self.practice + self.full.malpractice


def reduced_units(
    corpus: Corpus,
    payer: str,
    lines: tuple[BilledLine, ...],
    values: Mapping[str, RelativeValue] | Mapping[CodeId, RelativeValue],
) -> tuple[UnitValue, ...]:
    """Every unit of the codes under the reduction, the costliest practice expense first."""
    by_code = {str(code): value for code, value in values.items()}
    units = [
        (line.code, by_code[line.code])
        for line in lines
        for _ in range(line.units)
        if _is_reduced(corpus, payer, line.code)
    ]
    units.sort(key=lambda unit: (-unit[1].practice, unit[0]))
    share = 1 - Fraction(known_figure(corpus, "mppr", "practice-expense-reduction"), 100)
    return tuple(
        UnitValue(code, value, Fraction(value.practice) * (share if place else 1))
        for place, (code, value) in enumerate(units)
    )


def _is_reduced(corpus: Corpus, payer: str, code: str) -> bool:
    entry = corpus.codes[code].coverage.get(PayerId(payer))
    return entry is not None and entry.reduction is True
