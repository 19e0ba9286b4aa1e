"""What changes on the claim for another payer."""

from generator.facts.corpus import Corpus
from generator.questions.kinds.changed_claim_kind import ChangedClaimKind
from generator.questions.kinds.other_payer.other_payer_model import OtherPayer


class OtherPayerKind(ChangedClaimKind[OtherPayer]):
    """The same visit, another payer."""

    name = "other-payer"
    label = "Another payer"
    model = OtherPayer

    def names(self, corpus: Corpus, item: OtherPayer) -> tuple[str, str]:
        """Both payers."""
        return corpus.payers[item.payer].name, corpus.payers[item.to].name
