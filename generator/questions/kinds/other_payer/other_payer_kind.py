"""What changes on the claim for another payer."""

from typing import Literal

from pydantic import Field

from generator.facts.base import PayerId, Text
from generator.facts.corpus import Corpus
from generator.questions.kinds.changed_claim import ChangedClaim, ChangedClaimKind


class OtherPayer(ChangedClaim):
    """What changes on the claim when another payer pays."""

    changes = "payer"
    kind: Literal["other-payer"]
    to: PayerId = Field(description="the other payer")
    prompt: Text = "The same visit for the other payer: what changes on the claim?"


class OtherPayerKind(ChangedClaimKind[OtherPayer]):
    """The same visit, another payer."""

    name = "other-payer"
    label = "Another payer"
    objective = "compare-payers"
    model = OtherPayer

    def names(self, corpus: Corpus, item: OtherPayer) -> tuple[str, str]:
        """Both payers."""
        return corpus.payers[item.payer].name, corpus.payers[item.to].name
