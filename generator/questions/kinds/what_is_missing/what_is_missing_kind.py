"""What must be asked before a visit is billed, of whom; or nothing."""

from generator.facts.corpus import Corpus
from generator.questions.kinds.answer_key import Key
from generator.questions.kinds.answer_view import AnswerView, OptionView, option_view
from generator.questions.kinds.export_choices import multiple_choice
from generator.questions.kinds.marking import right_options, score_marks
from generator.questions.kinds.option_kind import OptionKind
from generator.questions.kinds.question_kind import AnswerForm
from generator.questions.kinds.what_is_missing.what_is_missing_key import derive
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


class WhatIsMissingKind(OptionKind[WhatIsMissing]):
    """Each thing that must be asked, or nothing."""

    name = "what-is-missing"
    label = "What is missing"
    model = WhatIsMissing
    form: AnswerForm = "several"
    derive = staticmethod(derive)
    response = staticmethod(multiple_choice)
    score = staticmethod(score_marks)
    right_picks = staticmethod(right_options)

    def view(self, corpus: Corpus, item: WhatIsMissing, key: Key) -> AnswerView[None]:
        """Each question with whom to ask."""
        return AnswerView(tuple(_option(option, key) for option in item.options), None)


def _option(option: AskOption | NothingOption, key: Key) -> OptionView:
    if isinstance(option, NothingOption):
        return option_view(option, key, option.text or "Nothing: bill it as it stands")
    right = option.answer_id in key.right
    return option_view(
        option,
        key,
        f"{WHOM[option.whom]}: {option.text}",
        ruling="Must be asked." if right else "Need not be asked.",
    )
