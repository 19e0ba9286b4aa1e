"""Units of measured codes.

Each by an amount of its own (minutes, area, days with data, a month's minutes).

They never enter Medicare's pool of 15-minute codes. A base stands once; what lies beyond its size
is its add-on. A measured code without an add-on repeats within a day, up to its units a day, and
stands once in a longer span.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.billing.messages import MESSAGES, amount_text, message, quantity
from generator.billing.outcomes import Reason
from generator.facts.codes import Code, Measure
from generator.facts.corpus import Corpus
from generator.facts.visits import Service


@dataclass(frozen=True)
class Measured:
    """Units of a code and of its add-on, for an amount."""

    amount: int
    own: int
    further: int

    @property
    def units(self) -> int:
        return self.own + self.further


def amount_of(service: Service, measure: Measure) -> int | None:
    """What the note gives of it; None where it is silent. Yes and words are no amounts."""
    found = service.minutes if measure.of == "minutes" else service.details.get(measure.of)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def measure(corpus: Corpus, code: str, amount: int) -> Measured:
    """Units of the measured base `code` for `amount` in all."""
    unit = corpus.codes[code].unit
    assert unit.measure, "only a measured code is measured"
    earned, most = _units(unit.measure, amount), _most(corpus.codes[code])
    own = earned if most is None else min(earned, most)
    further = measure_of_add_on(corpus, code)
    return Measured(
        amount, own, _units(further, amount - unit.measure.size) if own and further else 0
    )


def measure_of_add_on(corpus: Corpus, code: str) -> Measure | None:
    """How the add-on of a measured code is measured.

    None where there is none (a check asks for it).
    """
    add_on = corpus.codes.get(corpus.codes[code].unit.add_on or "")
    return add_on.unit.measure if add_on else None


def measure_reasons(corpus: Corpus, code: str, found: Measured) -> Iterator[Reason]:
    """How the amount became units, in sentences."""
    entry, rests = corpus.codes[code], (f"codes/{code}",)
    measure, add_on = entry.unit.measure, entry.unit.add_on
    assert measure, "only a measured code is measured"
    told = {
        "amount": amount_text(found.amount, measure.of),
        "units": quantity(found.own, "unit"),
        **_scale(measure),
    }
    yield Reason(message("measured", code=code, **told), rests, tuple(entry.unit.sources))
    further, rest = measure_of_add_on(corpus, code), found.amount - measure.size
    if further and rest > 0:
        told = {
            "rest": amount_text(rest, measure.of),
            "add_on": add_on,
            "units": quantity(found.further, "unit"),
            "least": amount_text(further.least, further.of),
        }
        said = "measured-further" if found.further else "measured-rest"
        yield Reason(
            message(said, size=amount_text(measure.size, measure.of), **told),
            (*rests, f"codes/{add_on}"),
        )
    elif not add_on and _units(measure, found.amount) > found.own:
        text = message(
            "measured-most",
            code=code,
            most=quantity(found.own, "unit"),
            span=_scale(measure)["span"],
        )
        yield Reason(text, rests, tuple(entry.unit.sources))


def too_little(code: str, measure: Measure, amount: int) -> Reason:
    """Why an amount earns no unit."""
    told = {
        "amount": amount_text(amount, measure.of),
        "least": amount_text(measure.least, measure.of),
    }
    return Reason(
        message("measured-too-little", code=code, span=_scale(measure)["span"], **told),
        (f"codes/{code}",),
    )


def counted_elsewhere(code: str, measure: Measure) -> Reason:
    """Why minutes of a day say nothing of a code that is counted by something else."""
    return Reason(
        message("measured-elsewhere", code=code, what=MESSAGES[f"{measure.of}-what"]),
        (f"codes/{code}",),
    )


def _units(measure: Measure, amount: int) -> int:
    """One from `least` on, then one for every further `size`."""
    return max(0, (amount + measure.size - measure.least) // measure.size)


def _most(code: Code) -> int | None:
    """Units of the code itself at most, its add-on aside; None where nothing bounds them."""
    unit = code.unit
    once = unit.add_on is not None or (unit.measure is not None and unit.measure.span != "day")
    return unit.per_day or (1 if once else None)


def _scale(measure: Measure) -> dict[str, str]:
    return {
        "size": amount_text(measure.size, measure.of),
        "least": amount_text(measure.least, measure.of),
        "span": message(f"span-{measure.span}"),
    }
