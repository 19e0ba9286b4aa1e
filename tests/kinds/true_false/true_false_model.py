"""What an author writes."""

from typing import Literal

from generator.facts.base import Text
from generator.facts.quizzes import Item, Option
from generator.questions.kinds.choose_all.statement_facts import Holds


class TruthOption(Option):
    """True or false."""

    truth: Literal["true", "false"]

    @property
    def answer_id(self) -> str:
        """The answer itself."""
        return self.truth


class TrueFalse(Item):
    """A statement that the facts decide."""

    kind: Literal["true-false"]
    statement: Text
    holds: Holds
    prompt: Text = "True or false?"
    options: tuple[TruthOption, TruthOption]
