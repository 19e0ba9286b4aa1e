"""The multiple procedure payment reduction over the lines of a day.

The unit with the highest practice expense is paid in full; of equal ones the unit with the highest
price, then the first by code and modifiers. Source: content/sources/payment.yaml, novitas-mppr.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.billing.adjudication.payer_case import NumberedLine, dollars
from generator.billing.adjudication.pricing import UnitPrice

Priced = tuple[NumberedLine, UnitPrice]


@dataclass(frozen=True)
class LinePrice:
    """Cents of a line before and after the reduction, and how the reduction was made."""

    line: NumberedLine
    unit: UnitPrice
    full: int
    reduced: int
    text: str = ""


def line_prices(priced: Sequence[Priced]) -> dict[int, LinePrice]:
    """Each line's price by its number."""
    first = _paid_in_full(priced)
    return {
        line.number: _line_price(line, unit, first.get(line.day) == line.number)
        for line, unit in priced
    }


def _paid_in_full(priced: Sequence[Priced]) -> Mapping[date, int]:
    """By day, the number of the line that has the unit which is not reduced."""
    found: dict[date, int] = {}
    under = [(line, unit.rank) for line, unit in priced if unit.rank is not None]
    for line, _ in sorted(
        under, key=lambda one: ((-one[1][0], -one[1][1]), one[0].key, one[0].number)
    ):
        found.setdefault(line.day, line.number)
    return found


def _line_price(line: NumberedLine, unit: UnitPrice, is_first: bool) -> LinePrice:
    full = unit.full * line.units
    if unit.rank is None:
        return LinePrice(line, unit, full, full)
    whole = min(line.units, int(is_first))
    cut = line.units - whole
    reduced = unit.full * whole + unit.reduced * cut
    whole_text = f"one unit is paid in full ({dollars(unit.full)}), " if whole else ""
    text = f"{whole_text}{cut} {'unit' if cut == 1 else 'units'} {unit.reduced_why}" if cut else ""
    return LinePrice(line, unit, full, reduced, text)
