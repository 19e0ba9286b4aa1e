"""What must be asked, of whom, or nothing."""

from generator.facts.corpus import Corpus
from generator.questions.kinds.answer_key import Key
from generator.questions.kinds.answer_view import OptionView, Shown
from generator.questions.kinds.option_ids import option_id
from generator.questions.kinds.what_is_missing.what_is_missing_model import (
    AskOption,
    NothingOption,
    WhatIsMissing,
)

WHOM = {
    "therapist": "Ask the therapist",
    "patient": "Ask the patient",
    "payer": "Ask the payer",
    "records": "Look it up",
}


def show(corpus: Corpus, item: WhatIsMissing, key: Key) -> Shown:
    return Shown(tuple(_option(option, key) for option in item.options))


def _option(option: AskOption | NothingOption, key: Key) -> OptionView:
    name = option_id(option)
    right = name in key.right
    said = (
        ("Must be asked." if right else "Need not be asked.")
        if isinstance(option, AskOption)
        else None
    )
    return OptionView(name, None, _text(option), right, option.feedback, option.mistake, said=said)


def _text(option: AskOption | NothingOption) -> str:
    if isinstance(option, AskOption):
        return f"{WHOM[option.whom]}: {option.text}"
    return option.text or "Nothing: bill it as it stands"
