"""Stage 5 of a claim, check limits: CMS's MUEs, or another payer's own caps, as warnings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.billing.append_modifiers import BilledLine
from generator.billing.messages import explain, message
from generator.billing.outcomes import Reason
from generator.billing.payer_policy import policy_of
from generator.billing.written_claims import LineLike
from generator.facts.codes import Code, Mue
from generator.facts.corpus import Corpus
from generator.facts.registers import Payer
from generator.facts.visits import Visit


@dataclass(frozen=True)
class CheckedLimits:
    """Which limits of the payer the lines exceed, and what that means for the claim."""

    warnings: tuple[Reason, ...]


def check_limits(corpus: Corpus, visit: Visit, lines: Iterable[BilledLine]) -> CheckedLimits:
    """The limits of the visit's payer, setting and day."""
    payer, units = corpus.payers[visit.payer], units_by_code(lines)
    if not policy_of(payer).applies_mues:
        return CheckedLimits(tuple(_above_caps(payer, visit, units)))
    taught = ((corpus.codes.get(code), number) for code, number in units.items())
    found = (_above_mue(code, visit, number) for code, number in taught if code)
    return CheckedLimits(tuple(reason for reason in found if reason))


def mue_on(code: Code, visit: Visit) -> Mue | None:
    """The MUE for the visit's setting and day, where it is known."""
    return next(
        (
            mue
            for mue in code.mue
            if mue.setting == visit.setting and mue.effective.covers(visit.date)
        ),
        None,
    )


def units_by_code(lines: Iterable[LineLike]) -> dict[str, int]:
    """Units of each code over all its lines."""
    units: dict[str, int] = {}
    for line in lines:
        units[line.code] = units.get(line.code, 0) + line.units
    return units


def mue_exceeded(code: str, units: int, mue: Mue) -> Reason:
    """That the units are above the MUE, and what kind of limit it is."""
    above = message("mue-exceeded", units=units, code=code, most=mue.units, table=mue.as_of)
    text = f"{above} {message(f'mue-{mue.adjudication}')}"
    return Reason(text, (f"codes/{code}", "rules/mue"), tuple(mue.sources))


def _above_mue(code: Code, visit: Visit, units: int) -> Reason | None:
    """A warning above the MUE, or above the other setting's where this one's is not known."""
    mue = mue_on(code, visit)
    if mue:
        return mue_exceeded(code.code, units, mue) if units > mue.units else None
    if not any(units > other.units for other in code.mue):
        return None
    rests_on = (f"codes/{code.code}", "rules/mue")
    return explain("mue-unknown", rests_on, units=units, code=code.code, setting=visit.setting)


def _above_caps(payer: Payer, visit: Visit, units: dict[str, int]) -> Iterator[Reason]:
    """A warning for each cap of the payer's own that the claim is above."""
    for cap in payer.caps:
        total = sum(share for code, share in units.items() if not cap.codes or code in cap.codes)
        if total > cap.units and cap.effective.covers(visit.date):
            values = {"units": total, "most": cap.units, "text": cap.text}
            rests_on = (f"payers/{payer.id}",)
            yield explain("cap-exceeded", rests_on, cap.sources, payer=payer.name, **values)
