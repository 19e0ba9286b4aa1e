"""One service to its code: by the technique and its purpose, then by what the payer makes of it."""

from collections.abc import Mapping
from datetime import date as Day

from generator.billing.messages import message
from generator.billing.outcomes import Ask, Billable, NotBillable, Outcome, Reason
from generator.facts.base import Fact
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.registers import Payer
from generator.facts.techniques import CodeRule, Range, Technique
from generator.facts.visits import Service, Visit

ROLES = {
    ("pt", "therapist"): "pt",
    ("pt", "assistant"): "pta",
    ("ot", "therapist"): "ot",
    ("ot", "assistant"): "ota",
    ("slp", "therapist"): "slp",
    ("massage", "therapist"): "massage-therapist",
    ("chiropractic", "therapist"): "chiropractor",
    ("athletic-training", "therapist"): "athletic-trainer",
}

NEVER_PAID = ("bundled", "invalid", "non-covered", "excluded")


def select_code(corpus: Corpus, visit: Visit, service: Service) -> Outcome:
    """What `service` bills by itself, before units and other lines of the visit are looked at."""
    outcome = _by_nature(corpus, service)
    if not isinstance(outcome, Billable):
        return outcome
    payer = corpus.payers[visit.payer]
    outcome = _substituted(payer, visit, outcome)
    return (
        _refused(payer, visit, service, outcome)
        or _ruled_out(corpus, visit, service, outcome)
        or outcome
    )


def role_of(visit: Visit, service: Service) -> str:
    """The kind of person who furnished it, in the words of the payer files."""
    return ROLES.get((visit.discipline, service.by), service.by)


def deciding_attributes(corpus: Corpus, service: Service) -> tuple[str, ...]:
    """The attributes that lead to the rule of the technique that fits.

    Its own conditions, and those that rule out the rules before it.
    """
    technique = corpus.techniques[service.technique]
    known = _attributes(technique, service)
    found: list[str] = []
    for rule in technique.codes:
        fits = fits_rule(rule, known) is True
        found += [
            name
            for name, wanted in rule.when.items()
            if known.get(name) is not None and meets(known[name], wanted) == fits
        ]
        if fits:
            break
    return tuple(dict.fromkeys(found))


def _by_nature(corpus: Corpus, service: Service) -> Outcome:
    if service.code:
        return Billable(
            (service.code,), (Reason(message("code-named"), (f"codes/{service.code}",)),)
        )
    technique = corpus.techniques[service.technique]
    return outcome_of(technique, _attributes(technique, service))


def outcome_of(technique: Technique, known: Mapping[str, bool | int | str | None]) -> Outcome:
    """What a technique is by what is known of it.

    Its first rule that fits, or the attribute that decides and is missing.
    """
    for rule in technique.codes:
        fits = fits_rule(rule, known)
        if isinstance(fits, str):
            question = message(
                "attribute-missing",
                attribute=fits.replace("_", " "),
                technique=technique.name.lower(),
            )
            return Ask(fits, (Reason(question, (f"techniques/{technique.id}",)),))
        if fits:
            return _answer(technique, rule)
    return Ask(
        "description",
        (
            Reason(
                message("no-rule-fits", technique=technique.name.lower()),
                (f"techniques/{technique.id}",),
            ),
        ),
    )


def _attributes(technique: Technique, service: Service) -> Mapping[str, bool | int | str | None]:
    own = {
        "purpose": service.purpose,
        "contact": service.contact or technique.contact,
        "minutes": service.minutes,
    }
    return {**own, **service.details}


def fits_rule(rule: CodeRule, known: Mapping[str, bool | int | str | None]) -> bool | str:
    """Whether every condition holds.

    The name of the first attribute that is not known where one decides.
    """
    missing = None
    for attribute, wanted in rule.when.items():
        value = known.get(attribute)
        if value is None:
            missing = missing or attribute
        elif not meets(value, wanted):
            return False
    return missing or True


def meets(value: bool | int | str, wanted: Range | tuple[bool | str, ...]) -> bool:
    """Yes is no number and 1 is no yes, though Python takes them for the same."""
    if isinstance(wanted, Range):
        low = wanted.at_least if wanted.at_least is not None else 0
        return (
            isinstance(value, int)
            and not isinstance(value, bool)
            and low <= value
            and (wanted.at_most is None or value <= wanted.at_most)
        )
    return any(isinstance(value, bool) == isinstance(one, bool) and value == one for one in wanted)


def _answer(technique: Technique, rule: CodeRule) -> Outcome:
    rests_on = (f"techniques/{technique.id}", *(f"codes/{code}" for code in rule.codes))
    reasons = (Reason(rule.why, rests_on, tuple(rule.sources), rule.confidence, rule.as_of),)
    return Billable(tuple(rule.codes), reasons) if rule.codes else NotBillable(reasons)


def _substituted(payer: Payer, visit: Visit, outcome: Billable) -> Billable:
    """The payer's own code for the service, where it wants another one on that date."""
    swaps = {swap.code: swap for swap in payer.substitutions if swap.effective.covers(visit.date)}
    codes = tuple(swaps[code].use if code in swaps else code for code in outcome.codes)
    reasons = tuple(_payer_reason(payer, swaps[code]) for code in outcome.codes if code in swaps)
    return Billable(codes, outcome.reasons + reasons)


def _refused(payer: Payer, visit: Visit, service: Service, outcome: Billable) -> NotBillable | None:
    role = role_of(visit, service)
    for refusal in payer.refusals:
        concerned = [
            code
            for code in outcome.codes
            if code not in refusal.but_pays and (code in refusal.codes or not refusal.codes)
        ]
        if role in refusal.roles and concerned and refusal.effective.covers(visit.date):
            return NotBillable((*outcome.reasons, _payer_reason(payer, refusal)), outcome.codes)
    unpaid = [payer.not_covered[code] for code in outcome.codes if code in payer.not_covered]
    if unpaid and len(unpaid) == len(outcome.codes) and unpaid[0].effective.covers(visit.date):
        return NotBillable((*outcome.reasons, _payer_reason(payer, unpaid[0])), outcome.codes)
    return None


def _ruled_out(
    corpus: Corpus, visit: Visit, service: Service, outcome: Billable
) -> NotBillable | None:
    """Where no code that fits was one on that date, may be furnished by this person, or is one the payer pays."""
    against = [
        _against(code, visit, role_of(visit, service))
        for code in map(corpus.codes.get, outcome.codes)
        if code
    ]
    if not against or not all(against):
        return None
    return NotBillable((*outcome.reasons, against[0]), outcome.codes)


def _against(code: Code, visit: Visit, role: str) -> Reason | None:
    if not code.effective.covers(visit.date):
        return Reason(out_of_date(code, visit.date), (f"codes/{code.code}",))
    for who in code.who:
        if who.role == role and who.may == "no" and who.effective.covers(visit.date):
            return _code_reason(code, who)
    coverage = code.coverage.get(visit.payer)
    if coverage and coverage.status in NEVER_PAID and coverage.effective.covers(visit.date):
        return _code_reason(code, coverage)
    return None


def out_of_date(code: Code, day: Day) -> str:
    """That the number was not yet a code on that date of service, or no longer."""
    if code.effective.start and day < code.effective.start:
        return message("code-not-yet", code=code.code, day=code.effective.start, date=day)
    return message("code-no-more", code=code.code, day=code.effective.end, date=day)


def _code_reason(code: Code, fact: Fact) -> Reason:
    return Reason(
        fact.text, (f"codes/{code.code}",), tuple(fact.sources), fact.confidence, fact.as_of
    )


def _payer_reason(payer: Payer, fact: Fact) -> Reason:
    return Reason(
        fact.text, (f"payers/{payer.id}",), tuple(fact.sources), fact.confidence, fact.as_of
    )
