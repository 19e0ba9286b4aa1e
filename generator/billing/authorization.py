"""Last stage of a claim: what waits for a prior authorization, or is above a visit limit.

A plan's own answer goes before the payer's policy. Where the policy says nothing, nothing is asked.
Where the plan decides, it is asked only if the authorization on file does not cover the visit.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from generator.billing.append_modifiers import BilledLine
from generator.billing.claim_result import ClaimResult
from generator.billing.coded_services import MissingInformation, base_of
from generator.billing.reasons import Reason, explain, message
from generator.billing.visit_limits import PayerNote, limit_findings
from generator.facts.corpus import Corpus
from generator.facts.payer_terms import Authorization
from generator.facts.visits import PlanAuthorization, Visit

MEASURES = ("visits", "units")
RULE = ("rules/prior-authorization",)


def hold_lines(corpus: Corpus, visit: Visit, result: ClaimResult) -> ClaimResult:
    """The claim without the lines that must wait, with what to ask and to watch for them."""
    results = (result, *result.by_method.values())
    claims = [lines for one in results for lines in (one.lines, *one.alternatives)]
    longest = max(claims, key=lambda lines: sum(line.units for line in lines))
    found: dict[PayerNote, list[str]] = {}
    for code in sorted({base_of(corpus, line.code) for lines in claims for line in lines}):
        for finding in dict.fromkeys(_findings(corpus, visit, code, longest)):
            found.setdefault(finding, []).append(code)
    questions = tuple(
        MissingInformation(None, one.missing, _reason(corpus, visit, one, codes), tuple(codes))
        for one, codes in found.items()
        if one.missing
    )
    held = {code for question in questions for code in question.codes}
    notes = (_reason(corpus, visit, one, of) for one, of in found.items() if not one.missing)
    by_method = result.by_method.items()
    return replace(
        _without_lines(corpus, result, held),
        questions=(*result.questions, *questions),
        warnings=(*result.warnings, *notes),
        by_method={name: _without_lines(corpus, counted, held) for name, counted in by_method},
    )


def _without_lines(corpus: Corpus, result: ClaimResult, held: Collection[str]) -> ClaimResult:
    first, *others = dict.fromkeys(
        tuple(line for line in lines if base_of(corpus, line.code) not in held)
        for lines in (result.lines, *result.alternatives)
    )
    return replace(result, lines=first, alternatives=tuple(others))


def _reason(corpus: Corpus, visit: Visit, finding: PayerNote, codes: Sequence[str]) -> Reason:
    payer, fact = corpus.payers[visit.payer], finding.fact
    words = {"payer": payer.name, "codes": ", ".join(codes), "text": fact.text if fact else ""}
    sources = fact.sources if fact else ()
    rests_on = (f"payers/{payer.id}",) if fact or finding.missing else RULE
    reason = explain(finding.name, rests_on, sources, **words, **dict(finding.words))
    return replace(reason, text=reason.text.rstrip())


def _findings(
    corpus: Corpus, visit: Visit, code: str, lines: Iterable[BilledLine]
) -> Iterator[PayerNote]:
    payer, plan = corpus.payers[visit.payer], visit.authorization or PlanAuthorization()
    rule = next((one for one in payer.authorizations if _concerns(one, visit, code)), None)
    grants = rule.grants if rule else ()
    needed, flaw = _needed(plan, rule), authorization_flaw(plan, visit.date, code, grants)
    if needed != "no":
        yield from (
            _without(visit, plan, rule, needed, flaw) if flaw else _notes(corpus, plan, lines)
        )
    units = sum(line.units for line in lines)
    yield from limit_findings(payer.visit_limits, visit, units, authorized=flaw is None)


def _concerns(rule: Authorization, visit: Visit, code: str) -> bool:
    number = _visit_number(visit, rule)
    return (
        (number is None or number >= rule.from_visit)
        and rule.effective.covers(visit.date)
        and (not rule.disciplines or visit.discipline in rule.disciplines)
        and (not rule.codes or code in rule.codes)
    )


def _needed(plan: PlanAuthorization, rule: Authorization | None) -> str:
    """What the plan answered, else what the policy says; 'no' where it says nothing."""
    if plan.needed is not None:
        return "yes" if plan.needed else "no"
    if rule is None:
        return "no"
    return "depends" if rule.undecided else rule.needed


def authorization_flaw(
    plan: PlanAuthorization, day: date, code: str, grants: Sequence[str] = ()
) -> str | None:
    """Why no authorization is known to cover the code on that day; None where one does.

    `grants` are what an authorization of this payer always states.
    """
    dates = plan.dates
    if not plan.exists:
        return message("flaw-unknown" if plan.exists is None else "flaw-none")
    if dates and dates.end and dates.end < day:
        return message("flaw-ended", day=dates.end)
    if dates and dates.start and day < dates.start:
        return message("flaw-early", day=dates.start)
    if plan.codes and code not in plan.codes:
        return message("flaw-code", code=code)
    if "dates" in grants and not (dates and dates.end):
        return message("flaw-missing", what="dates")
    amounts = ((what, *_amounts(plan, what)) for what in MEASURES)
    flaws = (_flaw_of(what, most, used, what in grants) for what, most, used in amounts)
    return next(filter(None, flaws), None)


def _amounts(plan: PlanAuthorization, what: str) -> tuple[int | None, int | None]:
    return getattr(plan, what), getattr(plan, f"{what}_used")


def _flaw_of(what: str, most: int | None, used: int | None, granted: bool) -> str | None:
    if most is None:
        return message("flaw-missing", what=what) if granted else None
    if used is None:
        return message("flaw-count", what=what, most=most)
    return message("flaw-used", what=what, most=most) if used >= most else None


def _without(
    visit: Visit, plan: PlanAuthorization, rule: Authorization | None, needed: str, flaw: str
) -> Iterator[PayerNote]:
    """What must be asked where no authorization is known to cover the code."""
    words = (("flaw", flaw),)
    first = rule.from_visit if rule and plan.needed is None else 1
    if needed == "depends" and plan.exists is None:
        yield PayerNote("authorization", fact=rule)
    elif needed == "depends":
        yield PayerNote("authorization-plan", "authorization_needed", rule, words)
    elif rule and first > 1 and _visit_number(visit, rule) is None:
        yield PayerNote("authorization-visit", "visit_number", rule, (("first", first), *words))
    else:
        yield PayerNote("authorization-hold", "authorization", rule, words)


def _visit_number(visit: Visit, rule: Authorization) -> int | None:
    """Which visit this is, over what the payer counts."""
    if rule.counted_by != "calendar-year":
        return visit.visit_number
    used = visit.used_this_year.get(visit.discipline)
    return None if used is None else used + 1


def _notes(
    corpus: Corpus, plan: PlanAuthorization, lines: Iterable[BilledLine]
) -> Iterator[PayerNote]:
    """Where its number goes, and how much of it this visit leaves."""
    number = (("number", plan.number),) if plan.number else ()
    yield PayerNote("item-23" if number else "item-23-missing", words=number)
    if plan.visits is not None and plan.visits_used == plan.visits - 1:
        yield PayerNote("authorization-last", words=(("most", plan.visits),))
    if plan.units is not None and plan.units_used is not None:
        named = (line for line in lines if _named(corpus, plan, line))
        units, left = sum(line.units for line in named), plan.units - plan.units_used
        if units > left:
            words = (("units", units), ("left", left), ("most", plan.units))
            yield PayerNote("authorization-units", words=words)


def _named(corpus: Corpus, plan: PlanAuthorization, line: BilledLine) -> bool:
    return not plan.codes or base_of(corpus, line.code) in plan.codes
