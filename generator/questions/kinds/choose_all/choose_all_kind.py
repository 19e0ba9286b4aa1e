"""Several right options: all codes of a claim, or all statements that the facts support."""

from collections.abc import Iterator

from generator.authoring.yaml_reader import Keys
from generator.facts.base import Sourced
from generator.facts.corpus import Corpus
from generator.facts.quizzes import CodeOption, Item
from generator.questions.kinds.answer_key import Key
from generator.questions.kinds.answer_view import AnswerView, OptionView, option_view
from generator.questions.kinds.choose_all.choose_all_key import derive, values_along
from generator.questions.kinds.choose_all.choose_all_model import ChooseAll, StatementOption
from generator.questions.kinds.export_choices import multiple_choice
from generator.questions.kinds.marking import right_options, score_all
from generator.questions.kinds.option_kind import OptionKind
from generator.questions.kinds.question_kind import AnswerForm


class ChooseAllKind(OptionKind[ChooseAll]):
    """All right options and no other."""

    name = "choose-all"
    label = "Choose all that hold"
    model = ChooseAll
    form: AnswerForm = "several"
    derive = staticmethod(derive)
    response = staticmethod(multiple_choice)
    score = staticmethod(score_all)
    right_picks = staticmethod(right_options)

    def view(self, corpus: Corpus, item: ChooseAll, key: Key) -> AnswerView[None]:
        """Codes with their names, or statements."""
        return AnswerView(tuple(_option(corpus, option, key) for option in item.options), None)

    def weak_facts(self, corpus: Corpus, item: Item) -> Iterator[tuple[Keys, str]]:
        """Slots of facts of low confidence."""
        for index, option in enumerate(item.choices):
            if isinstance(option, StatementOption) and any(
                isinstance(value, Sourced) and value.confidence == "low"
                for value in values_along(corpus, option.holds)
            ):
                yield (
                    ("options", index, "holds", "slot"),
                    f"'{option.holds.slot}' of {option.holds.fact} has confidence low; confirm it"
                    " or ask about something else.",
                )


def _option(corpus: Corpus, option: CodeOption | StatementOption, key: Key) -> OptionView:
    if isinstance(option, StatementOption):
        return option_view(option, key, option.text)
    return option_view(option, key, option.text or corpus.names[option.code], option.code)
