"""What is wrong on a claim somebody wrote."""

from generator.questions.kinds.answer_key import Key
from generator.questions.kinds.export_choices import multiple_choice
from generator.questions.kinds.marking import right_options, score_marks
from generator.questions.kinds.option_kind import PlainKind
from generator.questions.kinds.question_kind import AnswerForm
from generator.questions.kinds.spot_the_error.spot_the_error_key import (
    answers,
    derive,
    mislabelled,
    own_keys,
)
from generator.questions.kinds.spot_the_error.spot_the_error_model import SpotTheError
from generator.questions.kinds.spot_the_error.spot_the_error_page import view


class SpotTheErrorKind(PlainKind):
    """Cells, a line that is missing, or nothing at all."""

    name = "spot-the-error"
    label = "Spot the error"
    model = SpotTheError
    form: AnswerForm = "several"
    fixed_order = True
    answers_at = "claim"
    part = "line"
    mislabelled_message = "Nothing is wrong here, so no mistake leads to it; remove 'mistake'."
    template = "spot_the_error/spot_the_error.jinja"
    derive = staticmethod(derive)
    answers = staticmethod(answers)
    own_keys = staticmethod(own_keys)
    mislabelled = staticmethod(mislabelled)
    view = staticmethod(view)
    response = staticmethod(multiple_choice)
    score = staticmethod(score_marks)
    right_picks = staticmethod(right_options)

    def unanswerable(self, item: SpotTheError, key: Key) -> tuple[str, str] | None:
        """Nothing: every cell can be marked."""
        return None
