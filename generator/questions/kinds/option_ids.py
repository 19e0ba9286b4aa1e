"""Kinds that offer options to choose from: their ids survive moving, rewording and adding."""

from typing import assert_never

from generator.authoring.yaml_reader import Keys
from generator.facts.quizzes import AnswerOption, CodeOption, Option
from generator.questions.kinds.answer_key import Answer, Key, OwnKey
from generator.questions.kinds.changed_claim_model import (
    AskFirstOption,
    ChangeOption,
    ChangeQuestion,
    SameOption,
)
from generator.questions.kinds.choose_all.choose_all_model import ChooseAll, StatementOption
from generator.questions.kinds.choose_code.choose_code_model import ChooseCode
from generator.questions.kinds.judge_claim.judge_claim_model import JudgeClaim, VerdictOption
from generator.questions.kinds.what_is_missing.what_is_missing_model import (
    AskOption,
    NothingOption,
    WhatIsMissing,
)

Offering = ChooseCode | ChooseAll | JudgeClaim | WhatIsMissing | ChangeQuestion
NOTHING = "nothing"


def option_id(option: Option) -> str:
    """The name an answer is stored under."""
    match option:
        case CodeOption():
            return str(option.code)
        case AnswerOption():
            return option.answer
        case StatementOption():
            return option.id
        case VerdictOption():
            return option.verdict
        case NothingOption() | SameOption():
            return NOTHING
        case AskOption():
            return ask_id(option.of, option.asks)
        case AskFirstOption():
            return ask_id(None, option.asks)
        case ChangeOption():
            return change_id(option)
        case _:
            assert_never(option)


def ask_id(service: str | None, missing: str) -> str:
    return f"ask.{service}.{missing}" if service else f"ask.{missing}"


def change_id(option: ChangeOption) -> str:
    if option.units is not None:
        return f"{option.code}.units.{option.units}"
    if option.modifiers is not None:
        return f"{option.code}.modifiers.{'-'.join(sorted(option.modifiers)) or 'none'}"
    return f"{option.code}.{'on' if option.on_claim else 'off'}"


def answers(item: Offering) -> tuple[Answer, ...]:
    return tuple(
        Answer(option_id(option), ("options", index), getattr(option, "text", None), option.mistake)
        for index, option in enumerate(item.options)
    )


def own_keys(item: Offering) -> tuple[OwnKey, ...]:
    return tuple(
        OwnKey(option_id(option), ("options", index, "key"), option.key)
        for index, option in enumerate(item.options)
        if option.key is not None
    )


def blamed(item: Offering, key: Key) -> tuple[Keys, ...]:
    """Where a mistake is named that leads to something right."""
    return tuple(
        (*answer.at, "mistake")
        for answer in answers(item)
        if answer.mistake and answer.id in key.right
    )


def absent(item: Offering, key: Key) -> tuple[str, ...]:
    """Right answers that are not among the options."""
    return tuple(sorted(key.right - {option_id(option) for option in item.options}))
