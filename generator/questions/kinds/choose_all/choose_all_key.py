"""The key of `choose-all`: codes of a claim, or statements."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.billing.claim import ClaimResult, build_claim
from generator.billing.outcomes import Reason
from generator.billing.select_codes import select_code
from generator.billing.unit_methods import METHODS, payer_method
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit
from generator.questions.kinds.answer_key import Key, UnderivableError, distinct, visit_of
from generator.questions.kinds.choose_all.choose_all_model import ChooseAll, Holds, StatementOption


def derive(corpus: Corpus, item: ChooseAll) -> Key:
    """The codes of the claim for the visit; or the statements that the facts support."""
    statements = [option for option in item.options if isinstance(option, StatementOption)]
    return _of_statements(corpus, statements) if statements else _of_claim(corpus, item)


def _of_claim(corpus: Corpus, item: ChooseAll) -> Key:
    """Codes of the lines; which one earns a tied unit is no question about codes."""
    visit = visit_of(item)
    billed = build_claim(corpus, visit)
    services = {service.id: index for index, service in enumerate(visit.services)}
    for question in billed.questions:
        open_point = question.reason.text.rstrip(".")
        if question.service:
            text = (
                f"the visit leaves open what service '{question.service}' is ({open_point});"
                " complete it"
            )
            raise UnderivableError(text, "visit", "services", services[question.service])
    bills = (billed,) if payer_method(corpus, visit) else tuple(_counted_by_each(corpus, visit))
    claims = {
        frozenset(line.code for line in lines)
        for each in bills
        for lines in (each.lines, *each.alternatives)
    }
    if len(claims) > 1:
        raise UnderivableError(
            "which codes earn a unit is open: a tie, or a payer who may count either way; change"
            " the minutes",
            "visit",
            "services",
        )
    chosen = [
        reason
        for service in visit.services
        for reason in select_code(corpus, visit, service).reasons
    ]
    left_off = [entry.reason for entry in billed.not_billed]
    return Key(next(iter(claims)), distinct(chosen + left_off))


def _counted_by_each(corpus: Corpus, visit: Visit) -> Iterator[ClaimResult]:
    """The claim by every method there is, for a payer whose own is not known."""
    payer = corpus.payers[visit.payer]
    for method in METHODS:
        yield build_claim(
            replace(
                corpus,
                payers={
                    **corpus.payers,
                    visit.payer: payer.model_copy(update={"unit_method": method}),
                },
            ),
            visit,
        )


def _of_statements(corpus: Corpus, options: Sequence[StatementOption]) -> Key:
    right = frozenset(
        option.id for index, option in enumerate(options) if holds(corpus, option, index)
    )
    facts = tuple(dict.fromkeys(str(option.holds.fact) for option in options))
    return Key(right, tuple(Reason(_what_is(corpus, fact), (fact,)) for fact in facts))


def _what_is(corpus: Corpus, reference: str) -> str:
    fact = corpus.fact(reference)
    return (
        f"{fact.code} is {fact.plain_name.lower()}: {fact.unit.text}"
        if isinstance(fact, Code)
        else f"See {reference}."
    )


def holds(corpus: Corpus, option: StatementOption, index: int = 0) -> bool:
    """Whether the facts support a statement; raises `Underivable` where its slot leads nowhere."""
    *_, value = values_along(corpus, option.holds)
    if value is None:
        slot, fact = option.holds.slot, option.holds.fact
        text = f"'{slot}' leads to nothing in {fact}; name a slot that is filled"
        raise UnderivableError(text, "options", index, "holds", "slot")
    if option.holds.contains is not None:
        return option.holds.contains in (
            tuple(map(str, value)) if isinstance(value, tuple | dict) else str(value)
        )
    return value == option.holds.equals


def values_along(corpus: Corpus, statement: Holds) -> Iterator[object]:
    """What each step of a slot's path leads to, from the whole fact to the value compared.

    The last is None where it leads nowhere.
    """
    value = corpus.fact(statement.fact)
    yield value
    for step in statement.slot.split("."):
        value = _step(value, step)
        yield value


def _step(value: object, step: str) -> object:
    if isinstance(value, tuple):
        return value[int(step)] if step.isdecimal() and int(step) < len(value) else None
    return value.get(step) if isinstance(value, dict) else getattr(value, step, None)
