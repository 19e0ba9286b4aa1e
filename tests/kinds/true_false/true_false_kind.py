"""A statement, true or false by the facts."""

from generator.billing.reasons import Reason
from generator.facts.corpus import Corpus
from generator.questions.kinds.answers import AnswerView, Key, option_view
from generator.questions.kinds.choose_all.statement_facts import values_along
from generator.questions.kinds.question_kind import OneOption, OptionKind
from tests.kinds.true_false.true_false_model import TrueFalse


class TrueFalseKind(OneOption, OptionKind[TrueFalse]):
    """One of two answers."""

    name = "true-false"
    label = "True or false"
    model = TrueFalse
    fixed_order = True
    template = "true_false/true_false.jinja"

    def derive(self, corpus: Corpus, item: TrueFalse) -> Key:
        """Whether the fact has the value."""
        *_, value = values_along(corpus, item.holds, item.date)
        right = "true" if value == item.holds.equals else "false"
        return Key(frozenset({right}), (Reason("See the fact.", (str(item.holds.fact),)),))

    def view(self, corpus: Corpus, item: TrueFalse, key: Key) -> AnswerView[str]:
        """The statement and both answers."""
        options = tuple(
            option_view(option, key, option.truth.capitalize()) for option in item.options
        )
        return AnswerView(options, item.statement)
