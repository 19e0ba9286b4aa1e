"""One service, one code: what the engine selects for it."""

from typing import assert_never

from generator.billing.outcomes import Ask, Billable, NotBillable
from generator.billing.select_codes import select_code
from generator.facts.corpus import Corpus
from generator.facts.quizzes import AnswerOption, CodeOption
from generator.questions.kinds.answer_key import Key, asked_service, visit_of
from generator.questions.kinds.answer_view import AnswerView, OptionView, option_view
from generator.questions.kinds.choose_code.choose_code_drafts import options
from generator.questions.kinds.choose_code.choose_code_model import ChooseCode
from generator.questions.kinds.export_choices import single_choice
from generator.questions.kinds.marking import right_options, score_code
from generator.questions.kinds.option_kind import OptionKind
from generator.questions.kinds.question_kind import AnswerForm

ANSWER = {"not-billable": "Not billable", "ask-therapist": "Ask the therapist"}
ANSWER_TEXT = {
    "not-billable": "Nothing is billed for it",
    "ask-therapist": "The note leaves out what decides",
}


class ChooseCodeKind(OptionKind[ChooseCode]):
    """One best code, or none, or a question to the therapist."""

    name = "choose-code"
    label = "Choose the code"
    model = ChooseCode
    form: AnswerForm = "one"
    variants = staticmethod(options)
    response = staticmethod(single_choice)
    score = staticmethod(score_code)
    right_picks = staticmethod(right_options)

    def derive(self, corpus: Corpus, item: ChooseCode) -> Key:
        """The engine's outcome for the service that is asked about."""
        visit = visit_of(item)
        outcome = select_code(corpus, visit, asked_service(visit, item.about))
        match outcome:
            case Billable():
                return Key(frozenset(outcome.codes), outcome.reasons)
            case NotBillable():
                return Key(frozenset({"not-billable"}), outcome.reasons)
            case Ask():
                return Key(frozenset({"ask-therapist"}), outcome.reasons)
            case _:
                assert_never(outcome)

    def view(self, corpus: Corpus, item: ChooseCode, key: Key) -> AnswerView[None]:
        """Codes with their names, and the answers that are no code."""
        return AnswerView(tuple(_option(corpus, option, key) for option in item.options), None)


def _option(corpus: Corpus, option: CodeOption | AnswerOption, key: Key) -> OptionView:
    if isinstance(option, CodeOption):
        return option_view(option, key, option.text or corpus.names[option.code], option.code)
    text = option.text or ANSWER_TEXT[option.answer]
    return option_view(option, key, f"{ANSWER[option.answer]}: {text}")
