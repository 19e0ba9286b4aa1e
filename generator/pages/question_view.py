"""A question as it is shown: options in their order, feedback beside each, reasons with links."""

from dataclasses import dataclass, replace
from typing import Any

from generator.billing.reasons import Reason
from generator.cache.build_cache import cached_by_facts
from generator.exports.portable_question import ExhibitTable
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.questions.exhibits import exhibit_tables
from generator.questions.key_digest import item_digest
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import AnswerView, OptionView
from generator.questions.kinds.registry import AnyKind, kind_of
from generator.questions.option_order import in_order, places_of


@dataclass(frozen=True)
class QuestionView:
    """`number` counts from 1 within its page."""

    item: Item
    number: int
    payer: str
    scenario: tuple[str, ...]
    answers: AnswerView[Any]
    reasons: tuple[Reason, ...]
    digest: str
    exhibits: tuple[ExhibitTable, ...]

    @property
    def kind(self) -> AnyKind:
        """What the item's kind decides."""
        return kind_of(self.item)

    @property
    def options(self) -> tuple[OptionView, ...]:
        """The answers in the order shown."""
        return self.answers.options

    @property
    def prompt(self) -> str:
        """What is asked."""
        return self.answers.prompt or self.item.prompt or ""

    @property
    def solution(self) -> str:
        """The right answer in words."""
        return self.answers.solution or "; ".join(option.label for option in self.right)

    @property
    def body(self) -> Any:
        """What the template of the kind shows."""
        return self.answers.body

    @property
    def control(self) -> str:
        """The input type of plain options."""
        return "radio" if self.kind.form == "one" else "checkbox"

    @property
    def fills(self) -> bool:
        """Whether an answer is filled in rather than chosen."""
        return self.kind.form in ("numbers", "lines")

    @property
    def right(self) -> tuple[OptionView, ...]:
        """The right options."""
        return tuple(option for option in self.options if option.right)

    @property
    def other_facts(self) -> tuple[str, ...]:
        """Facts the item rests on that no reason names already."""
        named = {fact for reason in self.reasons for fact in reason.rests_on}
        return tuple(fact for fact in self.item.rests_on if fact not in named)


@cached_by_facts
def question_views(corpus: Corpus, items: tuple[Item, ...]) -> tuple[QuestionView, ...]:
    """The items of one page; the right option stands in every position about equally often."""
    places = places_of(items)
    return tuple(
        _view(corpus, item, number, places[item.id]) for number, item in enumerate(items, 1)
    )


def _view(corpus: Corpus, item: Item, number: int, place: int) -> QuestionView:
    key = derive_key(corpus, item)
    answers = kind_of(item).view(corpus, item, key)
    if item.choices and not kind_of(item).fixed_order:
        answers = replace(answers, options=_ordered(item.id, answers.options, place))
    note = str(answers.note or getattr(item, "note", ""))
    return QuestionView(
        item,
        number,
        corpus.payers[item.payer].name,
        tuple(part.strip() for part in note.splitlines() if part.strip()),
        answers,
        key.reasons,
        item_digest(corpus, item, key),
        tuple(exhibit_tables(corpus, item, answers.codes)),
    )


def _ordered(item: str, options: tuple[OptionView, ...], place: int) -> tuple[OptionView, ...]:
    shown = {option.id: option for option in options}
    order = in_order(item, shown, [option.id for option in options if option.right], place)
    return tuple(shown[name] for name in order)
