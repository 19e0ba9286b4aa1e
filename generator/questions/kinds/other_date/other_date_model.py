"""The same visit, another date of service."""

import datetime
from typing import Literal

from pydantic import Field

from generator.facts.base import Text
from generator.questions.kinds.changed_claim_model import ChangedClaim


class OtherDate(ChangedClaim):
    """What changes on the claim on another day."""

    changes = "date"
    kind: Literal["other-date"]
    to: datetime.date = Field(description="the other date of service")
    prompt: Text = "The same visit on the other date: what changes on the claim?"
