"""Who may perform a code for a payer, and what must be so before a service is billed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from generator.billing.reasons import Ask, Billable, NotBillable, Outcome, Reason
from generator.facts.base import Fact, PayerId
from generator.facts.codes import May
from generator.facts.corpus import Corpus
from generator.facts.role_rules import ServiceCondition
from generator.facts.visits import Service, Visit

CERTAINTY = ("low", "medium", "high")


class PayerDay(Protocol):
    """A visit, or a question: who pays, and the date of service."""

    @property
    def payer(self) -> PayerId:
        """Who pays."""

    @property
    def date(self) -> date:
        """The date of service."""


@dataclass(frozen=True)
class RoleWord:
    """What a code or a rule says of a role; `reference` is where, `payers` whose word it is."""

    reference: str
    role: str
    may: May
    payers: tuple[PayerId, ...]
    fact: Fact


def people_of(corpus: Corpus, code: str, role: str | None = None) -> Iterator[RoleWord]:
    """Every word on the roles of a code: its own, the payers', then those of the rules.

    Of a `role` alone where one is given: a claim asks for one of many, for every service.
    """
    for reference, roles, may, payers, fact in _words(corpus, code):
        for one in roles if role is None else (role,) if role in roles else ():
            yield RoleWord(reference, one, may, payers, fact)


def _words(
    corpus: Corpus, code: str
) -> Iterator[tuple[str, Sequence[str], May, tuple[PayerId, ...], Fact]]:
    for who in corpus.codes[code].who:
        yield f"codes/{code}", (who.role,), who.may, who.payers, who
    for payer in corpus.payers.values():
        for refusal in payer.refusals:
            if (not refusal.codes or code in refusal.codes) and code not in refusal.but_pays:
                yield f"payers/{payer.id}", refusal.roles, "no", (payer.id,), refusal
    for name, rule in corpus.rules.items():
        for entry in rule.people:
            if not entry.codes or code in entry.codes:
                yield f"rules/{name}", entry.roles, entry.may, entry.payers, entry


def first_words(corpus: Corpus, code: str) -> tuple[RoleWord, ...]:
    """The words on a code that no word before them overrules, whatever the day."""
    found: dict[tuple[str, tuple[PayerId, ...]], RoleWord] = {}
    for word in people_of(corpus, code):
        found.setdefault((word.role, word.payers), word)
    return tuple(found.values())


def word_on_role(corpus: Corpus, visit: PayerDay, code: str, role: str) -> RoleWord | None:
    """The word that holds for the role on the visit's day.

    What no payer allows comes first, then the payer's own word, then what holds for any payer.
    """
    words = [
        word
        for word in people_of(corpus, code, role)
        if word.fact.effective.covers(visit.date)
        and (not word.payers or visit.payer in word.payers)
    ]
    general = next((word for word in words if not word.payers), None)
    if general and general.may == "no":
        return general
    return next((word for word in words if word.payers), general)


def under_conditions(
    corpus: Corpus, visit: Visit, service: Service, role: str, outcome: Billable
) -> Outcome:
    """`outcome` if its conditions are known to hold; else what is against it, or what to ask."""
    unknown: list[tuple[str, ServiceCondition]] = []
    for reference, condition in _conditions(corpus, visit, role, outcome.codes):
        value = service.details.get(condition.attribute)
        if value is None:
            unknown.append((reference, condition))
        elif value != condition.wanted:
            why = _reason([reference], [condition], condition.refused)
            return NotBillable((*outcome.reasons, why), outcome.codes)
    if not unknown:
        return outcome
    conditions = [condition for _, condition in unknown]
    text = " ".join(condition.ask for condition in conditions)
    why = _reason([reference for reference, _ in unknown], conditions, text)
    return Ask(conditions[0].attribute, (*outcome.reasons, why))


def conditions_of(corpus: Corpus, code: str) -> tuple[ServiceCondition, ...]:
    """What must be so before a code is billed, whoever treats and whoever pays."""
    rules = corpus.rules.values()
    named = (entry for rule in rules for entry in rule.conditions if code in entry.codes)
    return tuple(entry for entry in named if not entry.roles)


def _conditions(
    corpus: Corpus, visit: Visit, role: str, codes: Iterable[str]
) -> Iterator[tuple[str, ServiceCondition]]:
    for name, rule in corpus.rules.items():
        for condition in rule.conditions:
            if (
                (not condition.codes or set(condition.codes) & set(codes))
                and (not condition.roles or role in condition.roles)
                and (not condition.payers or visit.payer in condition.payers)
                and condition.effective.covers(visit.date)
            ):
                yield f"rules/{name}", condition


def _reason(references: list[str], conditions: list[ServiceCondition], text: str) -> Reason:
    sources = dict.fromkeys(source for condition in conditions for source in condition.sources)
    least = min((condition.confidence for condition in conditions), key=CERTAINTY.index)
    return Reason(text, tuple(dict.fromkeys(references)), tuple(sources), least)
