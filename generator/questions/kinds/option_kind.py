"""What kinds have in common whose answers are options of the item."""

from collections.abc import Iterable, Iterator
from typing import Generic, Literal, TypeVar

from generator.authoring.yaml_reader import Keys
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.questions.kinds.answer_key import Answer, Key, OwnKey, labelled_as_mistakes
from generator.questions.kinds.question_kind import VariantAnswers

OptionItemT = TypeVar("OptionItemT", bound=Item)
NO_RIGHT_OPTION = "By the facts no option is right; a question to choose from needs at least one."


def no_weak_facts(corpus: Corpus, item: Item) -> Iterator[tuple[Keys, str]]:
    """Nothing, for kinds whose reasons name every fact that was read."""
    return iter(())


class PlainKind:
    """A kind with nothing special: what most kinds need not say."""

    fixed_order = False
    decided_by: Literal["visit", "claim"] = "visit"
    template: str | None = None
    hint: str | None = None
    variants: VariantAnswers | None = None
    weak_facts = staticmethod(no_weak_facts)


class OptionKind(PlainKind, Generic[OptionItemT]):
    """Options of the item: their ids survive moving, rewording and adding."""

    answers_at = "options"
    part = "option"
    mislabelled_message = "This option is right, so no mistake leads to it; remove 'mistake'."

    def answers(self, item: OptionItemT) -> tuple[Answer, ...]:
        """The options."""
        return tuple(
            Answer(
                option.answer_id, ("options", index), getattr(option, "text", None), option.mistake
            )
            for index, option in enumerate(item.choices)
        )

    def own_keys(self, item: OptionItemT) -> tuple[OwnKey, ...]:
        """The options' `key`."""
        return tuple(
            OwnKey(option.answer_id, ("options", index, "key"), option.key)
            for index, option in enumerate(item.choices)
            if option.key is not None
        )

    def mislabelled(self, item: OptionItemT, key: Key) -> tuple[Keys, ...]:
        """Mistakes named at right options."""
        return labelled_as_mistakes(self.answers(item), key.right)

    def unanswerable(self, item: OptionItemT, key: Key) -> tuple[str, str] | None:
        """Right answers that are not among the options."""
        absent = key.right - {option.answer_id for option in item.choices}
        if absent:
            return "options", not_among_options(absent)
        return None if key.right else ("options", NO_RIGHT_OPTION)


def not_among_options(absent: Iterable[str]) -> str:
    """The sentence for right answers that are not offered."""
    named = " and ".join(sorted(absent))
    return f"By the facts the right answer is {named}, which is not among the options; add it."
