"""What the rest of the generator asks of a kind of question."""

from collections.abc import Callable, Iterator, Mapping
from typing import Literal, Protocol, TypeVar

from generator.authoring.yaml_reader import Keys
from generator.exports.portable_question import Response
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.questions.kinds.answer_key import Answer, Key, OwnKey
from generator.questions.kinds.answer_view import AnswerView
from generator.questions.kinds.marking import Marking, Score
from generator.questions.variants.scenario import Scenario

ItemT = TypeVar("ItemT", bound=Item)
BodyT = TypeVar("BodyT")
AnswerForm = Literal["one", "several", "numbers", "lines"]
"""One option, several options, a number for each code, or claim lines."""
VariantAnswers = Callable[[Corpus, Scenario], Mapping[str, object]]
"""The kind's own fields for a variant of a template; raises `Unsound`."""


class QuestionKind(Protocol[ItemT, BodyT]):
    """A kind of question; mypy compares each entry of the registry with it.

    `name` is the YAML `kind:`, `label` its name in the assignment builder; `answers_at` is the
    item's field where answers are written, `part` what messages call one of them, `decided_by` the
    field that decides the key. Answers in a `fixed_order` are never shuffled.
    """

    name: str
    label: str
    model: type[ItemT]
    form: AnswerForm
    fixed_order: bool
    answers_at: str
    part: str
    decided_by: Literal["visit", "claim"]
    mislabelled_message: str

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
        """What the author marks as right or wrong."""

    def mislabelled(self, item: ItemT, key: Key) -> tuple[Keys, ...]:
        """Where in the item something right is called wrong."""

    def unanswerable(self, item: ItemT, key: Key) -> tuple[str, str] | None:
        """The field at fault and why the right answer cannot be given; None where it can."""

    def weak_facts(self, corpus: Corpus, item: ItemT) -> Iterator[tuple[Keys, str]]:
        """Places that read facts of low confidence which no reason of the key names."""

    def view(self, corpus: Corpus, item: ItemT, key: Key) -> AnswerView[BodyT]:
        """What the page shows, options in the author's order."""

    def response(self, item: ItemT, view: AnswerView[BodyT]) -> Response:
        """What other programs let a learner answer."""

    def score(self, marking: Marking, response: tuple[str, ...]) -> Score | None:
        """How right a response is; None for one that the page does not let anybody give."""

    def right_picks(self, marking: Marking) -> frozenset[str]:
        """What may be picked and be right."""
