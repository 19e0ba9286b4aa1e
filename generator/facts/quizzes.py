"""Questions: a scenario, what is asked, and an answer for every option.

The key is computed, never typed.
"""

from typing import Annotated

from pydantic import Field

from generator.facts.base import CodeId, Model, ObjectiveId, Slug, Text
from generator.facts.items.base_item import AnswerOption, CodeOption, Option
from generator.facts.items.choose_all_item import ChooseAll, Holds, StatementOption
from generator.facts.items.choose_code_item import ChooseCode
from generator.facts.items.claim_item import FillClaim
from generator.facts.items.judge_claim_item import JudgeClaim, VerdictOption
from generator.facts.items.mark_words_item import MarkWords
from generator.facts.items.other_date_item import OtherDate
from generator.facts.items.other_payer_item import OtherPayer
from generator.facts.items.spot_the_error_item import SpotTheError
from generator.facts.items.units_item import Units
from generator.facts.items.what_is_missing_item import WhatIsMissing

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
