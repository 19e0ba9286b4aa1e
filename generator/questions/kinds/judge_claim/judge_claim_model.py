"""A statement found in print."""

from typing import Literal

from generator.facts.base import ClaimId, Text
from generator.facts.quizzes import Item, Option


class VerdictOption(Option):
    verdict: Literal["holds", "does-not-hold"]

    @property
    def answer_id(self) -> str:
        """The verdict."""
        return self.verdict


class JudgeClaim(Item):
    """Does a published claim hold as it was written?"""

    kind: Literal["judge-claim"]
    claim: ClaimId
    prompt: Text = "Does this hold as it is written?"
    options: tuple[VerdictOption, VerdictOption]

    @property
    def tested_claims(self) -> tuple[ClaimId, ...]:
        """The claim that is judged, and those that the item corrects."""
        return (*self.corrects, self.claim)
