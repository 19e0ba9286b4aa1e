"""The same visit elsewhere or another day: the first claim, and what may become of it."""

from dataclasses import dataclass
from typing import assert_never

from generator.billing.check_limits import units_by_code
from generator.billing.dated_rules.date_words import day
from generator.billing.messages import quantity
from generator.facts.corpus import Corpus
from generator.questions.kinds.answer_key import Key
from generator.questions.kinds.answer_view import OptionView, Shown
from generator.questions.kinds.changed_claim_key import first_bill
from generator.questions.kinds.changed_claim_model import (
    AskFirstOption,
    ChangeOption,
    ChangeQuestion,
    SameOption,
)
from generator.questions.kinds.option_ids import option_id
from generator.questions.kinds.other_payer.other_payer_model import OtherPayer
from generator.questions.kinds.right_claims import Claim


@dataclass(frozen=True)
class ChangeBody:
    """`before` and `after` name the two payers or days."""

    claim: Claim
    before: str
    after: str


def show(corpus: Corpus, item: ChangeQuestion, key: Key) -> Shown:
    claim = first_bill(corpus, item).lines
    options = tuple(_option(option, key, units_by_code(claim)) for option in item.options)
    if isinstance(item, OtherPayer):
        names = (corpus.payers[item.payer].name, corpus.payers[item.to].name)
    else:
        names = (day(item.date), day(item.to))
    return Shown(options, ChangeBody(claim, *names))


def _option(
    option: ChangeOption | AskFirstOption | SameOption, key: Key, units: dict[str, int]
) -> OptionView:
    name = option_id(option)
    code = option.code if isinstance(option, ChangeOption) else None
    return OptionView(
        name,
        code,
        option.text or _text(option, units),
        name in key.right,
        option.feedback,
        option.mistake,
        said="So it is." if name in key.right else "Not so.",
    )


def _text(option: ChangeOption | AskFirstOption | SameOption, units: dict[str, int]) -> str:
    match option:
        case SameOption():
            return "Nothing changes"
        case AskFirstOption():
            return option.text
        case ChangeOption(units=int() as units_now):
            return quantity(units_now, "unit") + (
                f" instead of {units[option.code]}" if option.code in units else ""
            )
        case ChangeOption(modifiers=tuple() as modifiers):
            return (
                f"with {' and '.join(modifiers)} on the line" if modifiers else "without a modifier"
            )
        case ChangeOption():
            return "comes on to the claim" if option.on_claim else "goes off the claim"
        case _:
            assert_never(option)
