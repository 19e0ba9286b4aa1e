"""The same visit elsewhere or another day: the first claim, and what may become of it."""

from dataclasses import dataclass
from typing import assert_never

from generator.billing.claim_limits import units_by_code
from generator.facts.corpus import Corpus
from generator.facts.items.changed_claim_item import (
    AskFirstOption,
    ChangeOption,
    ChangeQuestion,
    SameOption,
)
from generator.facts.items.other_payer_item import OtherPayer
from generator.pages import labels
from generator.pages.kinds.shown_answer import OptionView, Shown
from generator.questions.keys import Key, option_id
from generator.questions.keys.changed_claim_key import first_bill
from generator.questions.keys.right_claims import Claim


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
        names = (labels.day(item.date), labels.day(item.to))
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
        case ChangeOption(units=int() as number):
            return labels.count(number, "unit") + (
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
