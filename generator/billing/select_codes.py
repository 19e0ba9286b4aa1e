"""Stage 1 of a claim, select codes: each service under its code, refused, or asked about."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from generator.billing.attributes import Attributes, attributes_of, fits, meets
from generator.billing.coded_services import (
    CodedService,
    MissingInformation,
    NotBilled,
    SelectedCodes,
    code_service,
    out_of_date,
)
from generator.billing.consolidated_billing import who_bills
from generator.billing.coverage_conditions import apply_conditions
from generator.billing.data_tables import PAYMENT_TABLE
from generator.billing.notices import abn_of
from generator.billing.open_facts import open_fact
from generator.billing.payer_codes import narrowed, refusal, substituted
from generator.billing.reasons import (
    MESSAGES,
    Ask,
    Billable,
    NotBillable,
    Outcome,
    Reason,
    explain,
    name_in_sentence,
    quoted,
)
from generator.billing.who_may import under_conditions, word_on_role
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.payer_terms import Refusal
from generator.facts.techniques import CodeRule, Technique
from generator.facts.visits import Service, Visit

ROLES: Mapping[str, Mapping[str, str]] = PAYMENT_TABLE["roles"]
EXCLUDED: Sequence[str] = PAYMENT_TABLE["excluded"]
NEVER_PAID: Mapping[str, str] = PAYMENT_TABLE["never_paid"]


def select_codes(corpus: Corpus, visit: Visit) -> SelectedCodes:
    """Every service of the visit by itself; their order does not matter."""
    found = [_select(corpus, visit, service) for service in visit.services]
    coded = [entry for entry in found if isinstance(entry, CodedService)]
    return SelectedCodes(
        tuple(sorted(coded, key=lambda entry: (entry.code, entry.service.id))),
        tuple(entry for entry in found if isinstance(entry, NotBilled)),
        tuple(entry for entry in found if isinstance(entry, MissingInformation)),
    )


def select_code(corpus: Corpus, visit: Visit, service: Service) -> Outcome:
    """What `service` is by itself: its code, what the payer makes of it, and who may bill it."""
    return who_bills(corpus, visit, service, _select_code(corpus, visit, service))


def _select_code(corpus: Corpus, visit: Visit, service: Service) -> Outcome:
    """Whoever bills it: by its technique, then by what the payer makes of it."""
    outcome = _by_technique(corpus, service, visit.date)
    if isinstance(outcome, Ask):
        return _refused_anyway(corpus, visit, service) or outcome
    return _for_payer(corpus, visit, service, outcome)


def _refused_anyway(corpus: Corpus, visit: Visit, service: Service) -> NotBillable | None:
    """The refusal where every answer to the question leads to one."""
    technique = technique_of(corpus, service)
    known = attributes_of(service, technique)
    found = [
        _for_payer(corpus, visit, service, _answer(technique, rule))
        for rule in technique.codes
        if fits(rule.when, known) is not False
    ]
    refused = [one for one in found if isinstance(one, NotBillable) and one.codes]
    if not refused or any(not isinstance(one, NotBillable) for one in found):
        return None
    return NotBillable(refused[0].reasons)


def _for_payer(corpus: Corpus, visit: Visit, service: Service, outcome: Outcome) -> Outcome:
    """What the payer makes of `outcome`."""
    if not isinstance(outcome, Billable):
        return outcome
    payer = corpus.payers[visit.payer]
    outcome = substituted(payer, visit, outcome)
    role = role_of(visit, service)
    if refused := refusal(payer, visit, role, outcome):
        own = refused.denied_as if isinstance(refused, Refusal) else ()
        denied_as = own or _denied_as(corpus, visit, outcome.codes)
        why = quoted(f"payers/{payer.id}", refused)
        return NotBillable((*outcome.reasons, why), outcome.codes, denied_as)
    if ruled_out := _ruled_out(corpus, visit, role, outcome):
        denied_as = _denied_as(corpus, visit, outcome.codes)
        return NotBillable((*outcome.reasons, ruled_out), outcome.codes, denied_as)
    if ask := narrowed(payer, visit, outcome):
        return ask
    found = under_conditions(corpus, visit, service, role, outcome)
    return apply_conditions(corpus, visit, service, found) if isinstance(found, Billable) else found


def role_of(visit: Visit, service: Service) -> str:
    """The kind of person who treated, in the words of the payer files."""
    return ROLES[visit.discipline].get(service.by, service.by)


def _select(
    corpus: Corpus, visit: Visit, service: Service
) -> CodedService | NotBilled | MissingInformation:
    match _select_code(corpus, visit, service):
        case Ask(missing, reasons):
            return MissingInformation(service.id, missing, reasons[-1])
        case NotBillable(reasons, (code,), as_) if denial := _denial(visit, service, as_):
            coded = code_service(corpus, visit.date, service, code, reasons)
            excluded = denial == "excluded"
            return _without_open_facts(corpus, visit, coded, code, excluded=excluded, denied=True)
        case NotBillable(reasons, codes):
            return NotBilled(codes[0] if codes else None, service.minutes, reasons[-1])
        case Billable((code,), reasons, modifiers):
            coded = code_service(corpus, visit.date, service, code, reasons)
            return _without_open_facts(corpus, visit, coded, code, modifiers=modifiers)
        case Billable(codes, _):
            facts = tuple(f"codes/{code}" for code in codes)
            why = explain("authorities-disagree", facts, codes=MESSAGES["or"].join(codes))
            return MissingInformation(service.id, "code", why)


def _without_open_facts(
    corpus: Corpus,
    visit: Visit,
    coded: CodedService | NotBilled | MissingInformation,
    code: str,
    **more: Any,
) -> CodedService | NotBilled | MissingInformation:
    """The service, where nothing is open about its code and the one that it adds to."""
    if not isinstance(coded, CodedService):
        return coded
    coded = replace(coded, **more)
    service, role = coded.service, role_of(visit, coded.service)
    for name in filter(corpus.codes.get, dict.fromkeys((code, coded.code))):
        if found := open_fact(corpus, visit, service, role, name, coded.denied):
            return MissingInformation(service.id, found.missing, found.reasons[-1], (coded.code,))
    return coded


def _denial(visit: Visit, service: Service, denied_as: tuple[str, ...]) -> str | None:
    """As what a line goes out only to be denied; None where it does not go out."""
    if "necessity" in denied_as and abn_of(visit, service) == "required":
        return "necessity"
    return "excluded" if "excluded" in denied_as and visit.denial_wanted else None


def _as_named(code: str) -> Reason:
    return explain("code-named", (f"codes/{code}",), code=code)


def _by_technique(corpus: Corpus, service: Service, day: date) -> Outcome:
    if service.code:
        return Billable((service.code,), (_as_named(service.code),))
    technique = technique_of(corpus, service)
    return outcome_of(technique, attributes_of(service, technique), day)


def _ruled_out(corpus: Corpus, visit: Visit, role: str, outcome: Billable) -> Reason | None:
    taught = (corpus.codes[code] for code in outcome.codes if code in corpus.codes)
    reasons = [_against(corpus, code, visit, role) for code in taught]
    return reasons[0] if all(reasons) and reasons else None


def _denied_as(corpus: Corpus, visit: Visit, codes: tuple[str, ...]) -> tuple[str, ...]:
    """As excluded, where the payer covers the service for nobody: GY asks for the denial."""
    taught = [corpus.codes[code] for code in codes if code in corpus.codes]
    found = [code.coverage.get(visit.payer) for code in taught]
    never = [
        entry is not None and entry.status in EXCLUDED and entry.effective.covers(visit.date)
        for entry in found
    ]
    return ("excluded",) if never and all(never) else ()


def _against(corpus: Corpus, code: Code, visit: Visit, role: str) -> Reason | None:
    invalid = out_of_date(code, visit.date)
    if invalid:
        return invalid
    word = word_on_role(corpus, visit, code.code, role)
    if word and word.may == "no":
        return quoted(word.reference, word.fact)
    coverage = code.coverage.get(visit.payer)
    if coverage and coverage.status in NEVER_PAID and coverage.effective.covers(visit.date):
        return quoted(f"codes/{code.code}", coverage)
    return None


def technique_of(corpus: Corpus, service: Service) -> Technique:
    """The technique of a service that names one."""
    assert service.technique, "the service names a code instead of a technique"
    return corpus.techniques[service.technique]


def deciding_attributes(corpus: Corpus, service: Service) -> tuple[str, ...]:
    """The attributes that lead to the rule that fits: its own, and those that exclude others."""
    technique = technique_of(corpus, service)
    known = attributes_of(service, technique)
    found: list[str] = []
    for rule in technique.codes:
        fitting = fits(rule.when, known) is True
        for name, wanted in rule.when.items():
            value = known.get(name)
            if value is not None and meets(value, wanted) == fitting:
                found.append(name)
        if fitting:
            break
    return tuple(dict.fromkeys(found))


def outcome_of(technique: Technique, known: Attributes, day: date | None = None) -> Outcome:
    """The answer of the first rule that fits, or the attribute that decides and is missing.

    With a day, of the rules in force on it; one that takes no side is asked.
    """
    for rule in technique.codes:
        if day and not rule.effective.covers(day):
            continue
        met = fits(rule.when, known)
        if isinstance(met, str):
            return _ask(technique, met, "attribute-missing", _in_words(technique, met))
        if met:
            return (
                Ask("code", (_reason(technique, rule),))
                if rule.undecided
                else _answer(technique, rule)
            )
    return _ask(technique, "description", "no-rule-fits")


def _in_words(technique: Technique, attribute: str) -> str:
    """What the attribute is called, where it has a name of its own for the technique."""
    general = f"attribute-{attribute}"
    return MESSAGES.get(f"{general}-{technique.id}", MESSAGES[general])


def _ask(technique: Technique, missing: str, name: str, attribute: str = "") -> Ask:
    title = technique.name
    words = {"title": title, "technique": name_in_sentence(title), "attribute": attribute}
    return Ask(missing, (explain(name, (f"techniques/{technique.id}",), **words),))


def _answer(technique: Technique, rule: CodeRule) -> Outcome:
    reasons = (_reason(technique, rule),)
    if not rule.codes:
        return NotBillable(reasons)
    return Billable(tuple(rule.codes), reasons, tuple(rule.modifiers))


def _reason(technique: Technique, rule: CodeRule) -> Reason:
    rests_on = (f"techniques/{technique.id}", *(f"codes/{code}" for code in rule.codes))
    return Reason(rule.why, rests_on, tuple(rule.sources), rule.confidence, rule.as_of)
