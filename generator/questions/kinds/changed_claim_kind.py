"""What changes on the claim of one visit for another payer, or on another date."""

from abc import ABC, abstractmethod
from dataclasses import replace
from typing import Generic, TypeVar, assert_never

from generator.billing.check_limits import units_by_code
from generator.billing.messages import quantity
from generator.facts.corpus import Corpus
from generator.questions.kinds.answer_key import Key
from generator.questions.kinds.answer_view import AnswerView, ClaimShown, OptionView, option_view
from generator.questions.kinds.changed_claim_key import derive
from generator.questions.kinds.changed_claim_model import (
    AskFirstOption,
    ChangedClaim,
    ChangeOption,
    SameOption,
)
from generator.questions.kinds.export_choices import multiple_choice
from generator.questions.kinds.marking import right_options, score_marks
from generator.questions.kinds.option_kind import OptionKind
from generator.questions.kinds.question_kind import AnswerForm
from generator.questions.kinds.right_claims import certain_claim

ChangeT = TypeVar("ChangeT", bound=ChangedClaim)


class ChangedClaimKind(OptionKind[ChangeT], ABC, Generic[ChangeT]):
    """The first claim is shown; each option is a change of it."""

    form: AnswerForm = "several"
    derive = staticmethod(derive)
    response = staticmethod(multiple_choice)
    score = staticmethod(score_marks)
    right_picks = staticmethod(right_options)

    @abstractmethod
    def names(self, corpus: Corpus, item: ChangeT) -> tuple[str, str]:
        """The two payers or dates."""

    def view(self, corpus: Corpus, item: ChangeT, key: Key) -> AnswerView[None]:
        """The claim of the first visit, and what may become of it."""
        lines = certain_claim(corpus, item).lines
        units = units_by_code(lines)
        before, now = self.names(corpus, item)
        return AnswerView(
            tuple(_option(option, key, units) for option in item.options),
            None,
            claim=ClaimShown(f"The claim: {before}", lines),
            now=now,
        )


def _option(
    option: ChangeOption | AskFirstOption | SameOption, key: Key, units: dict[str, int]
) -> OptionView:
    code = option.code if isinstance(option, ChangeOption) else None
    ruling = "So it is." if option.answer_id in key.right else "Not so."
    view = option_view(option, key, option.text or _text(option, units), code, ruling)
    return replace(view, shares_code=True)


def _text(option: ChangeOption | AskFirstOption | SameOption, units: dict[str, int]) -> str:
    match option:
        case SameOption():
            return "Nothing changes"
        case AskFirstOption():
            return option.text
        case ChangeOption(units=int() as number):
            before = f" instead of {units[option.code]}" if option.code in units else ""
            return quantity(number, "unit") + before
        case ChangeOption(modifiers=tuple() as modifiers):
            return (
                f"with {' and '.join(modifiers)} on the line" if modifiers else "without a modifier"
            )
        case ChangeOption():
            return "comes on to the claim" if option.on_claim else "goes off the claim"
        case _:
            assert_never(option)
