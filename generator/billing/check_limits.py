"""CMS's ceilings for units of one code on one day (MUE), with what each means for the claim."""

from collections.abc import Iterable, Iterator

from generator.billing.append_modifiers import BilledLine
from generator.billing.messages import message
from generator.billing.outcomes import Reason
from generator.facts.codes import Code, Mue
from generator.facts.corpus import Corpus
from generator.facts.registers import Payer
from generator.facts.visits import Visit


def mue_on(code: Code, visit: Visit) -> Mue | None:
    """The ceiling for the visit's setting and day, where it is known."""
    return next(
        (
            mue
            for mue in code.mue
            if mue.setting == visit.setting and mue.effective.covers(visit.date)
        ),
        None,
    )


def units_by_code(lines: Iterable[BilledLine]) -> dict[str, int]:
    units: dict[str, int] = {}
    for line in lines:
        units[line.code] = units.get(line.code, 0) + line.units
    return units


def over_limits(corpus: Corpus, visit: Visit, lines: Iterable[BilledLine]) -> Iterator[Reason]:
    """A warning for each code above its ceiling, or above the practitioner's where the hospital's is not known."""
    lines = tuple(lines)
    if corpus.payers[visit.payer].kind != "medicare":
        yield from _over_caps(corpus.payers[visit.payer], visit, lines)
        return
    for code, units in units_by_code(lines).items():
        entry = corpus.codes.get(code)
        mue = mue_on(entry, visit) if entry else None
        if mue and units > mue.units:
            yield Reason(
                exceeded(code, units, mue), (f"codes/{code}", "rules/mue"), tuple(mue.sources)
            )
        elif entry and mue is None and any(units > other.units for other in entry.mue):
            text = message("mue-unknown", units=units, code=code, setting=visit.setting)
            yield Reason(text, (f"codes/{code}", "rules/mue"))


def _over_caps(payer: Payer, visit: Visit, lines: Iterable[BilledLine]) -> Iterator[Reason]:
    """A warning for each cap of the payer's own that the claim is above."""
    counted = units_by_code(lines)
    for cap in payer.caps:
        units = sum(share for code, share in counted.items() if not cap.codes or code in cap.codes)
        if units > cap.units and cap.effective.covers(visit.date):
            text = message(
                "cap-exceeded", payer=payer.name, units=units, most=cap.units, text=cap.text
            )
            yield Reason(text, (f"payers/{payer.id}",), tuple(cap.sources))


def exceeded(code: str, units: int, mue: Mue) -> str:
    """That the units are above the ceiling, and what the ceiling means."""
    above = message("mue-exceeded", units=units, code=code, most=mue.units, table=mue.as_of)
    return f"{above} {message(f'mue-{mue.adjudication}')}"
