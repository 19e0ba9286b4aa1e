"""What must be asked, of whom, or nothing."""

from generator.facts.corpus import Corpus
from generator.facts.items.what_is_missing_item import AskOption, NothingOption, WhatIsMissing
from generator.pages import labels
from generator.pages.kinds.shown_answer import OptionView, Shown
from generator.questions.keys import Key, option_id


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
        return f"{labels.WHOM[option.whom]}: {option.text}"
    return option.text or "Nothing: bill it as it stands"
