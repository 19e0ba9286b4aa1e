"""Stage 5 of a claim, check limits, and what else to verify before the claim goes out.

Limits are CMS's MUEs, or another payer's own caps; ties, and what is not known of date, payer or
people, are warnings too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.billing.append_modifiers import BilledLine, is_therapy
from generator.billing.coded_services import CodedService
from generator.billing.payer_policy import modifiers_known, policy_of
from generator.billing.reasons import Reason, explain, message
from generator.billing.written_claims import LineLike
from generator.facts.codes import Mue
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit

MOST_TIES = 5
Claims = tuple[tuple[BilledLine, ...], ...]


@dataclass(frozen=True)
class CheckedLimits:
    """Which limits the claim shown exceeds, and everything to watch that no single line says."""

    warnings: tuple[Reason, ...]


def check_limits(
    corpus: Corpus, visit: Visit, coded: Sequence[CodedService], claims: Claims
) -> CheckedLimits:
    """By the visit's payer, setting and day; the first of the claims is the one shown."""
    policy, year = policy_of(corpus.payers[visit.payer]), visit.date.year
    units, codes = units_by_code(_payable(claims[0])), sorted({entry.code for entry in coded})
    judged, people = corpus.judged_on, {entry.service.clinician for entry in coded}
    return CheckedLimits(
        (
            *(_above_mues if policy.applies_mues else _above_caps)(corpus, visit, units),
            *_ties(claims),
            *([explain("later-year", year=year, judged=judged)] if year > judged.year else ()),
            *(
                _plan_uncertified(corpus, visit, coded)
                if policy.medicare_modifiers
                else _coverage_unknown(corpus, visit, codes)
            ),
            *(_later_edits(corpus, visit, coded) if policy.applies_ncci_edits else ()),
            *(
                [explain("two-clinicians", ("rules/one-on-one-time",))]
                if len(people - {None}) > 1
                else ()
            ),
        )
    )


def _payable(lines: Iterable[BilledLine]) -> tuple[BilledLine, ...]:
    """Lines that no limit concerns are left out: billed with GY, they are only to be denied."""
    return tuple(line for line in lines if "GY" not in line.modifiers)


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


def _above_mues(corpus: Corpus, visit: Visit, units: dict[str, int]) -> Iterator[Reason]:
    for name, number in units.items():
        code = corpus.codes.get(name)
        mue = code.mue_on(visit.date, visit.setting) if code else None
        if mue:
            if number > mue.units:
                yield mue_exceeded(name, number, mue)
        elif code and any(number > other.units for other in code.mue):
            rests_on = (f"codes/{name}", "rules/mue")
            yield explain("mue-unknown", rests_on, units=number, code=name, setting=visit.setting)


def _above_caps(corpus: Corpus, visit: Visit, units: dict[str, int]) -> Iterator[Reason]:
    payer = corpus.payers[visit.payer]
    for cap in payer.caps:
        total = sum(share for code, share in units.items() if not cap.codes or code in cap.codes)
        if total > cap.units and cap.effective.covers(visit.date):
            values = {"units": total, "most": cap.units, "text": cap.text}
            rests_on = (f"payers/{payer.id}",)
            yield explain("cap-exceeded", rests_on, cap.sources, payer=payer.name, **values)


def _ties(claims: Claims) -> Iterator[Reason]:
    rule = ("rules/eight-minute",)
    for other in claims[1 : MOST_TIES + 1]:
        shown = ", ".join(f"{line.code} {line.units}" for line in other)
        yield explain("as-right", rule, claim=shown)
    if len(claims) > MOST_TIES + 1:
        yield explain("as-right-more", rule)


def _plan_uncertified(
    corpus: Corpus, visit: Visit, coded: Sequence[CodedService]
) -> Iterator[Reason]:
    therapy = (is_therapy(corpus.codes[entry.code], visit) for entry in coded if not entry.excluded)
    if visit.plan_certified is False and any(therapy):
        yield explain("plan-uncertified", ("rules/plan-of-care",))


def _coverage_unknown(corpus: Corpus, visit: Visit, codes: Sequence[str]) -> Iterator[Reason]:
    payer = corpus.payers[visit.payer]
    found = ((code, corpus.codes[code].coverage.get(visit.payer)) for code in codes)
    unknown = [code for code, at in found if at is None]
    if unknown and not payer.invented:
        rests_on, sources = (f"payers/{payer.id}",), payer.general.sources
        name = "cover-unknown" if modifiers_known(payer) else "cover-and-modifiers-unknown"
        yield explain(name, rests_on, sources, payer=payer.name, codes=", ".join(unknown))


def _later_edits(corpus: Corpus, visit: Visit, coded: Sequence[CodedService]) -> Iterator[Reason]:
    """The edit tables change each quarter, and most edits were read in one of them."""
    read = corpus.pairs_read_on
    if len({entry.code for entry in coded}) > 1 and _quarter(visit.date) > _quarter(read):
        yield explain("pairs-unread", ("rules/ncci-pairs",), table=read, day=visit.date)


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month - 1) // 3
