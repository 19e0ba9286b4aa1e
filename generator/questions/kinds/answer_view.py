"""An answer as it is shown, and what a payer makes of it."""

from dataclasses import dataclass

from generator.billing.outcomes import Reason
from generator.billing.review.denials import denial_text
from generator.billing.review.review_case import Fault

REACTION = {"paid": "Paid", "at-risk": "At risk", "denied": "Denied"}


@dataclass(frozen=True)
class Reaction:
    """What the payer does with a line, in words, and the way back.

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

    `said` replaces 'Right.' and 'Not right.'; `free` counts neither way.
    """

    id: str
    code: str | None
    text: str
    right: bool
    feedback: str
    mistake: str | None
    free: bool = False
    said: str | None = None
    reaction: Reaction | None = None

    @property
    def label(self) -> str:
        return f"{self.code} {self.text}" if self.code else self.text

    @property
    def verdict(self) -> str:
        return self.said or (
            "Right." if self.right else "Counts neither way." if self.free else "Not right."
        )

    @property
    def mark(self) -> str:
        return "free" if self.free else "true" if self.right else "false"


@dataclass(frozen=True)
class Shown:
    """The answers of one question; `body` is what its template shows, `data` what its script reads.

    `solution` says the right answer where no option is it; `prompt` and `note` replace the item's
    own.
    """

    options: tuple[OptionView, ...]
    body: object = None
    data: object = None
    solution: str | None = None
    prompt: str | None = None
    note: str | None = None


def reaction_to(fault: Fault) -> Reaction:
    denial = denial_text(fault.carc) if fault.carc else None
    return Reaction(fault.verdict, REACTION[fault.verdict], denial, fault.correction, fault.reason)


def line_text(line: object) -> str:
    """A claim line in a sentence: '97110 × 2 GP'."""
    return " ".join((f"{line.code} × {line.units}", *line.modifiers))


def claim_text(lines: tuple[object, ...]) -> str:
    return "; ".join(map(line_text, lines)) or "nothing goes on the claim"
