"""What the rest of the generator asks of a kind of question, and what kinds have in common."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, Literal, Protocol, TypeVar

from generator.exports.portable_question import (
    ExportChoice,
    MultipleChoice,
    Response,
    SingleChoice,
)
from generator.facts.base import Keys
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.questions.kinds.answers import (
    Answer,
    AnswerView,
    Key,
    OwnKey,
    labeled_as_mistakes,
    own_key,
)
from generator.questions.variants.scenario import Scenario

ItemT = TypeVar("ItemT", bound=Item)
BodyT = TypeVar("BodyT")
AnswerForm = Literal["one", "several", "numbers", "lines"]
"""One option, several options, a number for each code, or claim lines."""
VariantAnswers = Callable[[Corpus, Scenario], Mapping[str, object]]
"""The kind's own fields for a variant of a template; raises `Unsound`."""
NO_RIGHT_OPTION = "By the facts no option is right; a question to choose from needs at least one."


class QuestionKind(Protocol[ItemT, BodyT]):
    """A kind of question; mypy compares each entry of the registry with it.

    `name` is the YAML `kind:`, `label` its name in the assignment builder, `response_text` what a
    result file holds of a response (Markdown); `answers_at` is the item's field where answers are
    written, `part` what messages call one of them, `decided_by` the field that decides the key.
    Answers in a `fixed_order` are never shuffled. `objective` is what a question of the kind most
    likely tests, "" for many things; `whole_visit` says whether its visit is all of a day, and
    `own_text` whether it asks about a text of its own, which no record of a chart gives.
    """

    name: str
    label: str
    model: type[ItemT]
    form: AnswerForm
    response_text: str
    fixed_order: bool
    answers_at: str
    part: str
    decided_by: Literal["visit", "claim"]
    mislabeled_message: str
    objective: str
    whole_visit: bool
    own_text: bool

    @property
    def template(self) -> str | None:
        """Asks the question, where plain options do not."""

    @property
    def hint(self) -> str | None:
        """For items that offer no codes."""

    @property
    def variants(self) -> VariantAnswers | None:
        """Answers of variants; None for a kind without templates."""

    def derive(self, corpus: Corpus, item: ItemT) -> Key:
        """The key by the facts alone; raises `Underivable`."""

    def answers(self, item: ItemT) -> tuple[Answer, ...]:
        """What the author offers, right and wrong."""

    def own_keys(self, item: ItemT) -> tuple[OwnKey, ...]:
        """The author's verdict on each answer that the author words, marked or not."""

    def mislabeled(self, item: ItemT, key: Key) -> tuple[Keys, ...]:
        """Where in the item something right is called wrong."""

    def unanswerable(self, item: ItemT, key: Key) -> tuple[str, str] | None:
        """The field at fault and why the right answer cannot be given; None where it can."""

    def weak_facts(self, corpus: Corpus, item: ItemT) -> Iterator[tuple[Keys, str]]:
        """Places that read facts of low confidence which no reason of the key names."""

    def view(self, corpus: Corpus, item: ItemT, key: Key) -> AnswerView[BodyT]:
        """What the page shows, options in the author's order."""

    def response(self, item: ItemT, view: AnswerView[BodyT]) -> Response:
        """What other programs let a learner answer."""


class PlainKind(ABC, Generic[ItemT]):
    """What most kinds need not say."""

    fixed_order = False
    decided_by: Literal["visit", "claim"] = "visit"
    mislabeled_message = "This option is right, so no mistake leads to it; remove 'mistake'."
    objective = ""
    whole_visit = False
    own_text = False
    template: str | None = None
    hint: str | None = None
    variants: VariantAnswers | None = None

    @abstractmethod
    def answers(self, item: ItemT) -> tuple[Answer, ...]:
        """What the author offers, right and wrong."""

    def mislabeled(self, item: ItemT, key: Key) -> tuple[Keys, ...]:
        """Mistakes named at right answers."""
        return labeled_as_mistakes(self.answers(item), key.right)

    def weak_facts(self, corpus: Corpus, item: ItemT) -> Iterator[tuple[Keys, str]]:
        """Nothing: the reasons name every fact that was read."""
        return iter(())


class OptionKind(PlainKind[ItemT]):
    """Options of the item: their ids survive moving, rewording and adding."""

    answers_at = "options"
    part = "option"

    def answers(self, item: ItemT) -> tuple[Answer, ...]:
        """The options."""
        return tuple(
            Answer(
                option.answer_id, ("options", index), getattr(option, "text", None), option.mistake
            )
            for index, option in enumerate(item.choices)
        )

    def own_keys(self, item: ItemT) -> tuple[OwnKey, ...]:
        """The options' `key`."""
        return tuple(
            own_key(option.answer_id, ("options", index), option.key)
            for index, option in enumerate(item.choices)
        )

    def unanswerable(self, item: ItemT, key: Key) -> tuple[str, str] | None:
        """Right answers that are not among the options."""
        absent = " and ".join(sorted(key.right - {option.answer_id for option in item.choices}))
        if absent:
            return "options", (
                f"By the facts the right answer is {absent}, which is not among the options; add"
                " it."
            )
        return None if key.right else ("options", NO_RIGHT_OPTION)


class OneOption:
    """One option is chosen."""

    form: AnswerForm = "one"
    response_text = "one option, such as `97124`, `ask-therapist`, `holds`"

    def response(self, item: Any, view: AnswerView[Any]) -> Response:
        """One of the options."""
        return SingleChoice(export_choices(view))


class SeveralOptions:
    """Options are ticked."""

    form: AnswerForm = "several"
    response_text = "each option ticked"

    def response(self, item: Any, view: AnswerView[Any]) -> Response:
        """All right options."""
        return MultipleChoice(export_choices(view))


def export_choices(view: AnswerView[Any]) -> tuple[ExportChoice, ...]:
    """The options in the order shown."""
    return tuple(
        ExportChoice(
            option.id, option.label, option.right, option.feedback, option.free, option.code
        )
        for option in view.options
    )
