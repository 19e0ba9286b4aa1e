"""A question as it is shown: options in their order, feedback beside each, reasons with links."""

from dataclasses import dataclass
from typing import assert_never

from generator.billing.outcomes import Reason
from generator.cache.build_cache import cached_by_facts
from generator.facts.corpus import Corpus
from generator.facts.quizzes import AnswerOption, CodeOption, Item
from generator.pages import labels
from generator.questions.key_digest import item_digest
from generator.questions.keys import Key, derive_key, option_id
from generator.questions.kinds import changed_claim_page
from generator.questions.kinds.answer_view import OptionView, Shown
from generator.questions.kinds.choose_all.choose_all_model import StatementOption
from generator.questions.kinds.choose_code.choose_code_model import ChooseCode
from generator.questions.kinds.claim import claim_page
from generator.questions.kinds.judge_claim.judge_claim_model import JudgeClaim, VerdictOption
from generator.questions.kinds.mark_words import mark_words_page
from generator.questions.kinds.spot_the_error import spot_the_error_page
from generator.questions.kinds.units import units_page
from generator.questions.kinds.what_is_missing import what_is_missing_page
from generator.questions.option_order import in_order, places_of

KINDS = {
    "units": units_page.show,
    "claim": claim_page.show,
    "spot-the-error": spot_the_error_page.show,
    "what-is-missing": what_is_missing_page.show,
    "mark-words": mark_words_page.show,
    "other-payer": changed_claim_page.show,
    "other-date": changed_claim_page.show,
}
Option = CodeOption | AnswerOption | StatementOption | VerdictOption


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
    shown: Shown | None = None

    @property
    def prompt(self) -> str:
        return self.shown.prompt if self.shown and self.shown.prompt else self.item.prompt

    @property
    def solution(self) -> str:
        """The right answer in words."""
        return (self.shown and self.shown.solution) or "; ".join(
            option.label for option in self.right
        )

    @property
    def body(self) -> object | None:
        """What the template of the kind shows; None where options are all there is."""
        return self.shown.body if self.shown else None

    @property
    def data(self) -> object | None:
        """What the script of the kind reads."""
        return self.shown.data if self.shown else None

    @property
    def note_inside(self) -> bool:
        """Whether the note is part of what is asked and not shown before it."""
        return self.item.kind == "mark-words"

    @property
    def fills(self) -> bool:
        """Whether an answer is filled in rather than chosen."""
        return self.item.kind in ("units", "claim")

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


@cached_by_facts
def question_views(corpus: Corpus, items: tuple[Item, ...]) -> tuple[QuestionView, ...]:
    """The items of one page.

    Across them the right option stands in every position about equally often.
    """
    places = places_of(items)
    return tuple(
        _view(corpus, item, number, places[item.id]) for number, item in enumerate(items, 1)
    )


def _view(corpus: Corpus, item: Item, number: int, place: int) -> QuestionView:
    key = derive_key(corpus, item)
    shown = KINDS[item.kind](corpus, item, key) if item.kind in KINDS else None
    found = (
        shown.options if shown else tuple(_option(corpus, option, key) for option in item.options)
    )
    options = _ordered(item, found, place) if hasattr(item, "options") else found
    claim = corpus.claims[item.claim].says if isinstance(item, JudgeClaim) else None
    note = (shown and shown.note) or getattr(item, "note", "")
    scenario = tuple(part.strip() for part in note.split("\n\n") if part.strip())
    control = "radio" if isinstance(item, ChooseCode | JudgeClaim) else "checkbox"
    return QuestionView(
        item,
        number,
        corpus.payers[item.payer].name,
        scenario,
        claim,
        control,
        options,
        key.reasons,
        item_digest(corpus, item, key),
        shown,
    )


def _ordered(item: Item, options: tuple[OptionView, ...], place: int) -> tuple[OptionView, ...]:
    shown = {option.id: option for option in options}
    order = in_order(item.id, shown, [option.id for option in options if option.right], place)
    return tuple(shown[name] for name in order)


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
            return (
                None,
                f"{labels.ANSWER[option.answer]}: {option.text or labels.ANSWER_TEXT[option.answer]}",
            )
        case StatementOption():
            return None, option.text
        case VerdictOption():
            return None, labels.VERDICT_ANSWER[option.verdict]
        case _:
            assert_never(option)
