"""Questions: a scenario, what is asked, and an answer for every option.

The key is computed, never typed.
"""

from typing import Annotated

from pydantic import Field

from generator.model.base import CodeId, Model, ObjectiveId, Slug, Text
from generator.model.items.base import AnswerOption, CodeOption, Option
from generator.model.items.choose_all import ChooseAll, Holds, StatementOption
from generator.model.items.choose_code import ChooseCode
from generator.model.items.claim import FillClaim
from generator.model.items.judge_claim import JudgeClaim, VerdictOption
from generator.model.items.mark_words import MarkWords
from generator.model.items.other_date import OtherDate
from generator.model.items.other_payer import OtherPayer
from generator.model.items.spot_the_error import SpotTheError
from generator.model.items.units import Units
from generator.model.items.what_is_missing import WhatIsMissing

Item = Annotated[
    ChooseCode
    | ChooseAll
    | JudgeClaim
    | Units
    | FillClaim
    | SpotTheError
    | WhatIsMissing
    | MarkWords
    | OtherPayer
    | OtherDate,
    Field(discriminator="kind"),
]


class Objective(Model):
    id: ObjectiveId
    text: Text = Field(description="completes the words 'You can …'")


class Objectives(Model):
    objectives: tuple[Objective, ...]


class Quiz(Model):
    id: Slug
    title: Text
    summary: Text
    order: int = Field(50, description="place in the list of quizzes")
    codes: tuple[CodeId, ...] = Field((), description="codes on whose pages the quiz is offered")
    items: tuple[Item, ...] = Field(min_length=1)


__all__ = [
    "AnswerOption",
    "ChooseAll",
    "ChooseCode",
    "CodeOption",
    "FillClaim",
    "Holds",
    "Item",
    "JudgeClaim",
    "MarkWords",
    "Objective",
    "Objectives",
    "Option",
    "OtherDate",
    "OtherPayer",
    "Quiz",
    "SpotTheError",
    "StatementOption",
    "Units",
    "VerdictOption",
    "WhatIsMissing",
]
