"""What the right answer of an item is, and the reasons that lead there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from generator.billing.choosing import choose
from generator.billing.claim_codes import claim_codes
from generator.billing.outcomes import Ask, Billable, NotBillable, Outcome, Reason
from generator.corpus import Corpus
from generator.model.base import ClaimId
from generator.model.code import Code
from generator.model.item import AnswerOption, ChooseAll, ChooseCode, CodeOption, Holds, Item, JudgeClaim, StatementOption, VerdictOption
from generator.model.visit import Service, Visit


class Underivable(Exception):
    """The facts do not settle the item; the message says what is missing, `keys` where in the item."""

    def __init__(self, message: str, *keys: str | int) -> None:
        super().__init__(message)
        self.keys = keys


@dataclass(frozen=True)
class Key:
    """The ids of the options that are right, and why."""

    right: frozenset[str]
    reasons: tuple[Reason, ...]


def option_id(option: CodeOption | AnswerOption | StatementOption | VerdictOption) -> str:
    """The name an answer is stored under: it survives moving, rewording and adding options."""
    match option:
        case CodeOption():
            return str(option.code)
        case AnswerOption():
            return option.answer
        case StatementOption():
            return option.id
        case VerdictOption():
            return option.verdict
        case _:
            assert_never(option)


def derive_key(corpus: Corpus, item: Item) -> Key:
    """The key of `item` by the facts alone; raises `Underivable`."""
    match item:
        case ChooseCode():
            return _key_of_outcome(choose(corpus, visit_of(item), asked_service(item)))
        case ChooseAll():
            return _key_of_statements(corpus, item) if isinstance(item.options[0], StatementOption) else _key_of_claim(corpus, item)
        case JudgeClaim():
            return _key_of_verdict(corpus, item.claim)
        case _:
            assert_never(item)


def visit_of(item: ChooseCode | ChooseAll) -> Visit:
    if item.visit is None:
        raise Underivable("the item has no 'visit' to derive a key from", "kind")
    return Visit(date=item.date, payer=item.payer, **dict(item.visit))


def asked_service(item: ChooseCode) -> Service:
    services = item.visit.services
    if item.about is None and len(services) > 1:
        raise Underivable("the visit has several services; name the one that is asked about in 'about'", "visit", "services")
    named = [service for service in services if item.about in (None, service.id)]
    if not named:
        raise Underivable(f"no service of the visit has the id '{item.about}'; name one of its services", "about")
    return named[0]


def _key_of_outcome(outcome: Outcome) -> Key:
    match outcome:
        case Billable():
            return Key(frozenset(outcome.codes), outcome.reasons)
        case NotBillable():
            return Key(frozenset({"not-billable"}), outcome.reasons)
        case Ask():
            return Key(frozenset({"ask-therapist"}), outcome.reasons)
        case _:
            assert_never(outcome)


def _key_of_claim(corpus: Corpus, item: ChooseAll) -> Key:
    claim = claim_codes(corpus, visit_of(item))
    for index, (service, outcome) in enumerate(claim.outcomes):
        if isinstance(outcome, Ask):
            said = outcome.reasons[0].text.rstrip(".")
            raise Underivable(f"the visit leaves open what service '{service.id}' is ({said}); complete it", "visit", "services", index)
    reasons = tuple(reason for _, outcome in claim.outcomes for reason in outcome.reasons)
    return Key(claim.codes, reasons + tuple(denial.reason for denial in claim.denied))


def _key_of_statements(corpus: Corpus, item: ChooseAll) -> Key:
    right = frozenset(option.id for index, option in enumerate(item.options) if holds(corpus, option, index))
    facts = tuple(dict.fromkeys(str(option.holds.fact) for option in item.options))
    return Key(right, tuple(Reason(_what_is(corpus, fact), (fact,)) for fact in facts))


def _what_is(corpus: Corpus, reference: str) -> str:
    fact = corpus.fact(reference)
    return f"{fact.code} is {fact.plain_name.lower()}: {fact.unit.text}" if isinstance(fact, Code) else f"See {reference}."


def holds(corpus: Corpus, option: StatementOption, index: int = 0) -> bool:
    """Whether the facts support a statement; raises `Underivable` where its slot leads nowhere."""
    *_, value = values_on_the_way(corpus, option.holds)
    if value is None:
        said = f"'{option.holds.slot}' leads to nothing in {option.holds.fact}; name a slot that is filled"
        raise Underivable(said, "options", index, "holds", "slot")
    if option.holds.contains is not None:
        return option.holds.contains in (tuple(map(str, value)) if isinstance(value, tuple | dict) else str(value))
    return value == option.holds.equals


def values_on_the_way(corpus: Corpus, statement: Holds) -> Iterator[object]:
    """What each step of a slot's path leads to, from the whole fact to the value compared; the last is None where it leads nowhere."""
    value = corpus.fact(statement.fact)
    yield value
    for step in statement.slot.split("."):
        value = _step(value, step)
        yield value


def _step(value: object, step: str) -> object:
    if isinstance(value, tuple):
        return value[int(step)] if step.isdecimal() and int(step) < len(value) else None
    return value.get(step) if isinstance(value, dict) else getattr(value, step, None)


def _key_of_verdict(corpus: Corpus, name: ClaimId) -> Key:
    claim = corpus.claims[name]
    if claim.verdict == "unverifiable":
        raise Underivable("an unverifiable claim has no key; ask about another one", "claim")
    right = "holds" if claim.verdict == "true" else "does-not-hold"
    return Key(frozenset({right}), (Reason(claim.correction, (f"claims/{name}",), tuple(claim.sources), claim.confidence),))
