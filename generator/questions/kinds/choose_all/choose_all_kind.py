"""Several right options: all codes of a claim, or all statements that the facts support."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Literal, Self

from pydantic import Field, model_validator

from generator.billing.claim import build_claim
from generator.billing.coded_services import MissingInformation
from generator.billing.reasons import Reason, name_in_sentence
from generator.billing.select_codes import select_code
from generator.facts.adjustments import Adjustment
from generator.facts.base import Keys, Slug, Sourced, Text
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.quizzes import CodeOption, Item, Option
from generator.facts.visits import Visit, VisitFacts
from generator.questions.kinds.answers import (
    AnswerView,
    Key,
    OptionView,
    UnderivableError,
    code_option_view,
    distinct,
    option_view,
    visit_of,
)
from generator.questions.kinds.choose_all.statement_facts import (
    Holds,
    UndecidedStatementError,
    is_true,
    values_along,
)
from generator.questions.kinds.question_kind import OptionKind, SeveralOptions


class StatementOption(Option):  # noqa: D101 - shown in the schema
    id: Slug
    text: Text
    holds: Holds

    @property
    def answer_id(self) -> str:
        """Its own id."""
        return self.id


class ChooseAll(Item):
    """All codes that go on the claim for the visit, or all statements that the facts support."""

    kind: Literal["choose-all"]
    note: Text
    visit: VisitFacts | None = None
    prompt: Text
    options: tuple[CodeOption | StatementOption, ...] = Field(min_length=3, max_length=8)

    @model_validator(mode="after")
    def _one_sort(self) -> Self:
        if len({type(option) for option in self.options}) > 1:
            raise ValueError("'options' are all codes or all statements")
        if isinstance(self.options[0], CodeOption) and self.visit is None:
            raise ValueError("options that are codes need a 'visit' to derive the key from")
        return self


class ChooseAllKind(SeveralOptions, OptionKind[ChooseAll]):
    """All right options and no other."""

    name = "choose-all"
    label = "Choose all that apply"
    model = ChooseAll

    def derive(self, corpus: Corpus, item: ChooseAll) -> Key:
        """The codes of the claim for the visit; or the statements that the facts support."""
        statements = [option for option in item.options if isinstance(option, StatementOption)]
        if not statements:
            return _of_claim(corpus, item)
        return _of_statements(corpus, statements, item.date)

    def view(self, corpus: Corpus, item: ChooseAll, key: Key) -> AnswerView[None]:
        """Codes with their names, or statements."""
        return AnswerView(tuple(_option(corpus, option, key) for option in item.options), None)

    def weak_facts(self, corpus: Corpus, item: ChooseAll) -> Iterator[tuple[Keys, str]]:
        """Slots of facts of low confidence."""
        for index, option in enumerate(item.options):
            if isinstance(option, StatementOption) and any(
                isinstance(value, Sourced) and value.confidence == "low"
                for value in values_along(corpus, option.holds, item.date)
            ):
                yield (
                    ("options", index, "holds", "slot"),
                    f"'{option.holds.slot}' of {option.holds.fact} has confidence low; confirm it"
                    " or ask about something else.",
                )


def _option(corpus: Corpus, option: CodeOption | StatementOption, key: Key) -> OptionView:
    if isinstance(option, StatementOption):
        return option_view(option, key, option.text)
    return code_option_view(corpus, option, key)


def _of_claim(corpus: Corpus, item: ChooseAll) -> Key:
    """Codes of the lines; which one earns a tied unit is no question about codes."""
    visit = visit_of(item)
    billed = build_claim(corpus, visit)
    bills = tuple(billed.by_method.values()) or (billed,)
    for question in chain(billed.questions, *(each.questions for each in bills)):
        if question.missing != "unit_method":
            raise _open(visit, question)
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
    return Key(claims.pop(), distinct(chosen + left_off))


def _open(visit: Visit, question: MissingInformation) -> UnderivableError:
    what, why = question.service, question.reason.text.rstrip(".")
    if what is None:
        return UnderivableError(f"the visit leaves something open ({why}); complete it", "visit")
    place = [service.id for service in visit.services].index(what)
    text = f"the visit leaves open what service '{what}' is ({why}); complete it"
    return UnderivableError(text, "visit", "services", place)


def _of_statements(corpus: Corpus, options: Sequence[StatementOption], day: date) -> Key:
    right = frozenset(
        option.id
        for index, option in enumerate(options)
        if _holds(corpus, option.holds, day, index)
    )
    facts = dict.fromkeys(str(option.holds.fact) for option in options)
    return Key(right, tuple(Reason(_what_is(corpus, fact), (fact,)) for fact in facts))


def _what_is(corpus: Corpus, reference: str) -> str:
    fact = corpus.fact(reference)
    if isinstance(fact, Code):
        return f"{fact.code}, {name_in_sentence(fact.plain_name)}: {fact.unit.text}"
    if isinstance(fact, Adjustment):
        return f"{fact.code}, {name_in_sentence(fact.title)}: {fact.meaning.text}"
    return f"See {reference}."


def _holds(corpus: Corpus, statement: Holds, day: date, index: int) -> bool:
    try:
        return is_true(corpus, statement, day)
    except UndecidedStatementError as undecided:
        raise UnderivableError(str(undecided), "options", index, "holds", "slot") from undecided
