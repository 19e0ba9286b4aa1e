"""A question as it is shown: options in their order, feedback beside each, reasons with links."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from generator.billing.outcomes import Reason
from generator.corpus import Corpus
from generator.digests import item_digest
from generator.keys import Key, derive_key, option_id
from generator.model.item import AnswerOption, ChooseAll, CodeOption, Item, JudgeClaim, StatementOption, VerdictOption
from generator.pages import words

Option = CodeOption | AnswerOption | StatementOption | VerdictOption


@dataclass(frozen=True)
class OptionView:
    id: str
    code: str | None
    text: str
    right: bool
    feedback: str
    mistake: str | None

    @property
    def label(self) -> str:
        return f"{self.code} {self.text}" if self.code else self.text


@dataclass(frozen=True)
class QuestionView:
    """`number` counts from 1 within its page; `control` is the input type."""

    item: Item
    number: int
    payer: str
    scenario: tuple[str, ...]
    claim: str | None
    control: str
    options: tuple[OptionView, ...]
    reasons: tuple[Reason, ...]
    digest: str

    @property
    def right(self) -> tuple[OptionView, ...]:
        return tuple(option for option in self.options if option.right)

    @property
    def other_facts(self) -> tuple[str, ...]:
        """Facts the item rests on that no reason names already."""
        named = {fact for reason in self.reasons for fact in reason.rests_on}
        return tuple(fact for fact in self.item.rests_on if fact not in named)

    @property
    def level(self) -> str:
        return f"{self.item.difficulty} of 3"


def question_views(corpus: Corpus, items: Sequence[Item]) -> tuple[QuestionView, ...]:
    """The items of one page. Across them the right option stands in every position about equally often."""
    places = _places(items)
    return tuple(_view(corpus, item, number, places[item.id]) for number, item in enumerate(items, 1))


def _view(corpus: Corpus, item: Item, number: int, place: int) -> QuestionView:
    key = derive_key(corpus, item)
    options = tuple(_option(corpus, option, key) for option in item.options)
    claim = corpus.claims[item.claim].says if isinstance(item, JudgeClaim) else None
    scenario = tuple(part.strip() for part in getattr(item, "note", "").split("\n\n") if part.strip())
    control = "checkbox" if isinstance(item, ChooseAll) else "radio"
    return QuestionView(item, number, corpus.payers[item.payer].name, scenario, claim, control, _ordered(item, options, place), key.reasons, item_digest(corpus, item, key))


def _places(items: Sequence[Item]) -> dict[str, int]:
    """Where the right option goes: items with as many options take the positions in turn, in an order that their ids give."""
    places: dict[str, int] = {}
    turns: dict[int, int] = {}
    for item in sorted(items, key=lambda item: _digest(item.id)):
        size = len(item.options)
        places[item.id] = turns.get(size, 0) % size
        turns[size] = turns.get(size, 0) + 1
    return places


def _ordered(item: Item, options: tuple[OptionView, ...], place: int) -> tuple[OptionView, ...]:
    """Options in an order of their ids' digests, with a single right one moved to `place`."""
    mixed = sorted(options, key=lambda option: _digest(f"{item.id}/{option.id}"))
    right = [option for option in mixed if option.right]
    if len(right) != 1:
        return tuple(mixed)
    others = [option for option in mixed if not option.right]
    return (*others[:place], right[0], *others[place:])


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _option(corpus: Corpus, option: Option, key: Key) -> OptionView:
    name = option_id(option)
    code, text = _shown(corpus, option)
    return OptionView(name, code, text, name in key.right, option.feedback, option.mistake)


def _shown(corpus: Corpus, option: Option) -> tuple[str | None, str]:
    match option:
        case CodeOption():
            known = corpus.codes.get(option.code) or corpus.other_codes[option.code]
            return option.code, option.text or known.plain_name
        case AnswerOption():
            return None, f"{words.ANSWER[option.answer]}: {option.text or words.ANSWER_TEXT[option.answer]}"
        case StatementOption():
            return None, option.text
        case VerdictOption():
            return None, words.VERDICT_ANSWER[option.verdict]
        case _:
            assert_never(option)
