"""What changes on the claim on another date of service."""

import datetime
from typing import Literal

from pydantic import Field

from generator.billing.reasons import day_text
from generator.facts.base import Text
from generator.facts.corpus import Corpus
from generator.questions.kinds.changed_claim import ChangedClaim, ChangedClaimKind


class OtherDate(ChangedClaim):
    """What changes on the claim on another day."""

    changes = "date"
    kind: Literal["other-date"]
    to: datetime.date = Field(description="the other date of service")
    prompt: Text = "The same visit on the other date: what changes on the claim?"


class OtherDateKind(ChangedClaimKind[OtherDate]):
    """The same visit, another date of service."""

    name = "other-date"
    label = "Another date"
    objective = "compare-dates"
    model = OtherDate

    def names(self, corpus: Corpus, item: OtherDate) -> tuple[str, str]:
        """Both dates."""
        return day_text(item.date), day_text(item.to)
