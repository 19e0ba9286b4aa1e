"""A quiz file: each question is read by the model of its kind."""

from typing import Annotated

from pydantic import Field, create_model

from generator.facts.quizzes import Quiz
from generator.questions.kinds.choose_all.choose_all_model import ChooseAll
from generator.questions.kinds.choose_code.choose_code_model import ChooseCode
from generator.questions.kinds.claim.claim_model import FillClaim
from generator.questions.kinds.judge_claim.judge_claim_model import JudgeClaim
from generator.questions.kinds.mark_words.mark_words_model import MarkWords
from generator.questions.kinds.other_date.other_date_model import OtherDate
from generator.questions.kinds.other_payer.other_payer_model import OtherPayer
from generator.questions.kinds.spot_the_error.spot_the_error_model import SpotTheError
from generator.questions.kinds.units.units_model import Units
from generator.questions.kinds.what_is_missing.what_is_missing_model import WhatIsMissing

AnyItem = Annotated[
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
QuizFile = create_model("Quiz", __base__=Quiz, items=(tuple[AnyItem, ...], Field(min_length=1)))
