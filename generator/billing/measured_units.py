"""Units of measured codes: minutes, area, days with data, or a month's minutes of their own.

They never enter Medicare's sum of 15-minute codes. A base is billed once; what lies beyond its
size is its add-on. A measured code without an add-on repeats within a day or a visit, up to its
units a day, and is billed once in a longer span.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.billing.reasons import MESSAGES, Reason, amount_text, explain, message, quantity
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.measures import Measure
from generator.facts.visits import Service

REPEATED = ("day", "visit")
"""Spans within which a code without an add-on is billed more than once."""


@dataclass(frozen=True)
class Measured:
    """Units of a code and of its add-on, for an amount."""

    scale: Measure
    amount: int
    own: int
    further: int

    @property
    def units(self) -> int:
        """Units of both together."""
        return self.own + self.further


def amount_of(service: Service, measure: Measure) -> int | None:
    """What the note gives of it; None where it is silent. Yes and words are no amounts."""
    if measure.of == "minutes":
        return service.minutes
    found = service.details.get(measure.of)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def measure(corpus: Corpus, code: str, amount: int, scale: Measure | None = None) -> Measured:
    """Units of the measured base `code` for `amount` in all; `scale` is its measure of the day."""
    scale, most = scale or _measure_of(corpus, code), _most(corpus.codes[code])
    earned = _units(scale, amount)
    own = earned if most is None else min(earned, most)
    add_on = measure_of_add_on(corpus, code)
    return Measured(
        scale, amount, own, _units(add_on, amount - scale.size) if own and add_on else 0
    )


def measure_of_add_on(corpus: Corpus, code: str) -> Measure | None:
    """How the add-on of a measured code is measured; None without one (a check asks for it)."""
    add_on = corpus.codes.get(corpus.codes[code].unit.add_on or "")
    return add_on.unit.measure if add_on else None


def measure_reasons(corpus: Corpus, code: str, found: Measured) -> Iterator[Reason]:
    """How the amount became units, in sentences."""
    unit, scale, rests_on = corpus.codes[code].unit, found.scale, (f"codes/{code}",)
    units, words = quantity(found.own, "unit"), _scale_words(scale)
    amount = amount_text(found.amount, scale.of)
    message = "measured-data_days" if scale.of == "data_days" else "measured"
    yield explain(message, rests_on, unit.sources, code=code, amount=amount, units=units, **words)
    further, rest = measure_of_add_on(corpus, code), found.amount - scale.size
    if further and rest > 0:
        yield explain(
            "measured-further" if found.further else "measured-rest",
            (*rests_on, f"codes/{unit.add_on}"),
            size=words["size"],
            rest=amount_text(rest, scale.of),
            add_on=unit.add_on,
            units=quantity(found.further, "unit"),
            least=amount_text(further.least, further.of),
        )
    elif not unit.add_on and _units(scale, found.amount) > found.own:
        span = words["span"]
        yield explain("measured-most", rests_on, unit.sources, code=code, most=units, span=span)


def too_little(code: str, scale: Measure, amount: int) -> Reason:
    """Why an amount earns no unit."""
    text = amount_text(amount, scale.of)
    rests_on, words = (f"codes/{code}",), _scale_words(scale)
    return explain("measured-too-little", rests_on, code=code, amount=text, **words)


def counted_elsewhere(code: str, scale: Measure) -> Reason:
    """Why minutes of a day say nothing of a code that is counted by something else."""
    what = MESSAGES[f"{scale.of}-what"]
    return explain("measured-elsewhere", (f"codes/{code}",), code=code, what=what)


def _measure_of(corpus: Corpus, code: str) -> Measure:
    scale = corpus.codes[code].unit.measure
    assert scale, "only a measured code is measured"
    return scale


def _units(scale: Measure, amount: int) -> int:
    """One from the first amount that earns any, and one more at `least` of every further size."""
    first = int(amount >= (scale.first or scale.least))
    return max(first, (amount + scale.size - scale.least) // scale.size)


def _most(code: Code) -> int | None:
    unit = code.unit
    once = unit.add_on or (unit.measure and unit.measure.span not in REPEATED)
    return unit.per_day or (1 if once else None)


def _scale_words(scale: Measure) -> dict[str, str]:
    return {
        "size": amount_text(scale.size, scale.of),
        "least": amount_text(scale.first or scale.least, scale.of),
        "span": message(f"span-{scale.span}"),
    }
