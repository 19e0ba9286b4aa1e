"""Answers as a page shows them, and how a payer reacts to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from generator.billing.outcomes import Reason
from generator.billing.review.denials import denial_text
from generator.billing.review.review_case import Fault
from generator.billing.written_claims import LineLike
from generator.facts.quizzes import Option
from generator.questions.kinds.answer_key import Key

BodyT = TypeVar("BodyT")
REACTION = {"paid": "Paid", "at-risk": "At risk", "denied": "Denied"}


@dataclass(frozen=True)
class Reaction:
    """What the payer does with a line, in words, and how to correct it.

    `denial` names the usual reason code.
    """

    verdict: str
    words: str
    denial: str | None
    mend: str
    reason: Reason


@dataclass(frozen=True)
class OptionView:
    """Something that was chosen or could have been.

    `ruling` replaces 'Right.' and 'Not right.'; `free` counts neither way. An option with
    `shares_code` is named by its whole label, since another one may have the same code.
    """

    id: str
    code: str | None
    text: str
    right: bool
    feedback: str
    mistake: str | None
    free: bool = False
    ruling: str | None = None
    reaction: Reaction | None = None
    shares_code: bool = False

    @property
    def label(self) -> str:
        """Code and text."""
        return f"{self.code} {self.text}" if self.code else self.text

    @property
    def name(self) -> str:
        """The code, or the words where that is not enough."""
        return self.label if self.shares_code else self.code or self.text

    @property
    def verdict(self) -> str:
        """The ruling in words."""
        return self.ruling or (
            "Right." if self.right else "Counts neither way." if self.free else "Not right."
        )

    @property
    def mark(self) -> str:
        """The ruling as the page's `data-right`."""
        return "free" if self.free else "true" if self.right else "false"


@dataclass(frozen=True)
class ClaimShown:
    """A claim that is shown with the question."""

    caption: str
    lines: Sequence[LineLike]


@dataclass(frozen=True)
class AnswerView(Generic[BodyT]):
    """The answers of one question; `body` is for its template, `data` for the browser.

    `solution` states the right answer where no option is it; `prompt` and `note` replace the
    item's own, and a `note_inside` is shown by the template. `statement` is a published claim that
    is judged, `claim` a claim that is shown, `now` the other payer or date. `ways` are the right
    answers of a `Marking`.
    """

    options: tuple[OptionView, ...]
    body: BodyT
    data: Mapping[str, object] | None = None
    solution: str | None = None
    prompt: str | None = None
    note: str | None = None
    note_inside: bool = False
    statement: str | None = None
    claim: ClaimShown | None = None
    now: str | None = None
    ways: tuple[Any, ...] = ()


def option_view(
    option: Option, key: Key, text: str, code: str | None = None, ruling: str | None = None
) -> OptionView:
    """An author's option as it is shown."""
    name = option.answer_id
    return OptionView(
        name, code, text, name in key.right, option.feedback, option.mistake, ruling=ruling
    )


def reaction_to(fault: Fault) -> Reaction:
    """The reaction to a fault of a claim line."""
    denial = denial_text(fault.carc) if fault.carc else None
    return Reaction(fault.verdict, REACTION[fault.verdict], denial, fault.correction, fault.reason)


def line_text(line: LineLike) -> str:
    """A claim line in a sentence: '97110 × 2 GP'."""
    return " ".join((f"{line.code} × {line.units}", *line.modifiers))


def claim_text(lines: Sequence[LineLike]) -> str:
    """A claim in a sentence."""
    return "; ".join(map(line_text, lines)) or "nothing goes on the claim"
