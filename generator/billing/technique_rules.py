"""What a technique is billed as, by its rules and what the note gives of it."""

from collections.abc import Mapping

from generator.billing.messages import explain
from generator.billing.outcomes import Ask, Billable, NotBillable, Outcome, Reason
from generator.facts.corpus import Corpus
from generator.facts.techniques import CodeRule, Range, Technique
from generator.facts.visits import Service

Attributes = Mapping[str, bool | int | str | None]


def technique_of(corpus: Corpus, service: Service) -> Technique:
    """The technique of a service that names one."""
    assert service.technique, "the service names a code instead of a technique"
    return corpus.techniques[service.technique]


def attributes_of(technique: Technique, service: Service) -> Attributes:
    """What the note gives of a service, by the names that rules use."""
    return {
        "purpose": service.purpose,
        "contact": service.contact or technique.contact,
        "minutes": service.minutes,
        **{str(name): value for name, value in service.details.items()},
    }


def deciding_attributes(corpus: Corpus, service: Service) -> tuple[str, ...]:
    """The attributes that lead to the rule that fits: its own, and those that exclude others."""
    technique = technique_of(corpus, service)
    known = attributes_of(technique, service)
    found: list[str] = []
    for rule in technique.codes:
        fits = fits_rule(rule, known) is True
        for name, wanted in rule.when.items():
            value = known.get(name)
            if value is not None and meets(value, wanted) == fits:
                found.append(name)
        if fits:
            break
    return tuple(dict.fromkeys(found))


def outcome_of(technique: Technique, known: Attributes) -> Outcome:
    """The answer of the first rule that fits, or the attribute that decides and is missing."""
    for rule in technique.codes:
        fits = fits_rule(rule, known)
        if isinstance(fits, str):
            return _ask(technique, fits, "attribute-missing", fits.replace("_", " "))
        if fits:
            return _answer(technique, rule)
    return _ask(technique, "description", "no-rule-fits")


def fits_rule(rule: CodeRule, known: Attributes) -> bool | str:
    """Whether every condition holds; the first attribute that decides and is not known."""
    missing = None
    for attribute, wanted in rule.when.items():
        value = known.get(attribute)
        if value is None:
            missing = missing or attribute
        elif not meets(value, wanted):
            return False
    return missing or True


def meets(value: bool | int | str, wanted: Range | tuple[bool | str, ...]) -> bool:
    """Whether a value is in the range or among the values; yes and 1 are not the same."""
    if isinstance(wanted, Range):
        if not isinstance(value, int) or isinstance(value, bool):
            return False
        return (wanted.at_least or 0) <= value and (
            wanted.at_most is None or value <= wanted.at_most
        )
    return any(isinstance(value, bool) == isinstance(one, bool) and value == one for one in wanted)


def _ask(technique: Technique, missing: str, name: str, attribute: str = "") -> Ask:
    words = {"technique": technique.name.lower(), "attribute": attribute}
    return Ask(missing, (explain(name, (f"techniques/{technique.id}",), **words),))


def _answer(technique: Technique, rule: CodeRule) -> Outcome:
    rests_on = (f"techniques/{technique.id}", *(f"codes/{code}" for code in rule.codes))
    reasons = (Reason(rule.why, rests_on, tuple(rule.sources), rule.confidence, rule.as_of),)
    return Billable(tuple(rule.codes), reasons) if rule.codes else NotBillable(reasons)
