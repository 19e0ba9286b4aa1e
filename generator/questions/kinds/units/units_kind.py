"""Units of each code; where units tie, any right split is accepted."""

from generator.authoring.yaml_reader import Keys
from generator.questions.kinds.answer_key import Key
from generator.questions.kinds.option_kind import PlainKind
from generator.questions.kinds.question_kind import AnswerForm
from generator.questions.kinds.units.units_drafts import rows
from generator.questions.kinds.units.units_export import response
from generator.questions.kinds.units.units_key import answers, derive, own_keys
from generator.questions.kinds.units.units_model import Units
from generator.questions.kinds.units.units_page import view
from generator.questions.kinds.units.units_score import right_picks, score


class UnitsKind(PlainKind):
    """A number for each code."""

    name = "units"
    label = "Count units"
    model = Units
    form: AnswerForm = "numbers"
    answers_at = "rows"
    part = "row"
    mislabelled_message = "This number is right, so no mistake leads to it; remove it from 'wrong'."
    template = "units/units.jinja"
    variants = staticmethod(rows)
    derive = staticmethod(derive)
    answers = staticmethod(answers)
    own_keys = staticmethod(own_keys)
    view = staticmethod(view)
    response = staticmethod(response)
    score = staticmethod(score)
    right_picks = staticmethod(right_picks)

    def mislabelled(self, item: Units, key: Key) -> tuple[Keys, ...]:
        """Right numbers among the wrong ones."""
        return tuple((*answer.at, "units") for answer in answers(item) if answer.id in key.right)

    def unanswerable(self, item: Units, key: Key) -> tuple[str, str] | None:
        """Codes with units for which no row asks."""
        asked = {row.code for row in item.rows}
        absent = sorted({name.split(".")[0] for name in key.right} - asked)
        if not absent:
            return None
        named = " and ".join(absent)
        return "rows", f"The claim has units of {named}, for which no row asks; add it."
