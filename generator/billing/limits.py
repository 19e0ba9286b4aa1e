"""CMS's ceilings for units of one code on one day (MUE), with what each means for the claim."""

from collections.abc import Iterable, Iterator

from generator.billing.lines import Line
from generator.billing.outcomes import Reason
from generator.corpus import Corpus
from generator.model.code import Code, Mue
from generator.model.visit import Visit

MEANINGS = {
    1: "It is a ceiling for each line.",
    2: "It is a ceiling for the day by policy, and no appeal raises it.",
    3: "It is a ceiling for the day; units above it may be paid on appeal, with proof of necessity.",
    None: "How it is applied was not read.",
}


def mue_on(code: Code, visit: Visit) -> Mue | None:
    """The ceiling for the visit's setting and day, where it is known."""
    return next((mue for mue in code.mue if mue.setting == visit.setting and mue.effective.covers(visit.date)), None)


def units_by_code(lines: Iterable[Line]) -> dict[str, int]:
    units: dict[str, int] = {}
    for line in lines:
        units[line.code] = units.get(line.code, 0) + line.units
    return units


def over_limits(corpus: Corpus, visit: Visit, lines: Iterable[Line]) -> Iterator[Reason]:
    """A warning for each code above its ceiling, or above the practitioner's where the hospital's is not known."""
    if corpus.payers[visit.payer].kind != "medicare":
        return
    for code, units in units_by_code(lines).items():
        entry = corpus.codes.get(code)
        mue = mue_on(entry, visit) if entry else None
        if mue and units > mue.units:
            yield Reason(
                f"{exceeded(code, units, mue)} {MEANINGS[mue.adjudication]}", (f"codes/{code}", "rules/mue"), tuple(mue.sources)
            )
        elif entry and mue is None and any(units > other.units for other in entry.mue):
            yield Reason(
                f"The ceiling for {units} units of {code} is not known for a {visit.setting}'s claim.",
                (f"codes/{code}", "rules/mue"),
            )


def exceeded(code: str, units: int, mue: Mue) -> str:
    return f"{units} units of {code} are above the MUE of {mue.units} (table of {mue.as_of})."
