"""The same visit, another payer."""

from typing import Literal

from pydantic import Field

from generator.facts.base import PayerId, Text
from generator.questions.kinds.changed_claim_model import ChangedClaim


class OtherPayer(ChangedClaim):
    """What changes on the claim when another payer pays."""

    changes = "payer"
    kind: Literal["other-payer"]
    to: PayerId = Field(description="the other payer")
    prompt: Text = "The same visit for the other payer: what changes on the claim?"
