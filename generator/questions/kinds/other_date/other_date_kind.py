"""What changes on the claim on another date of service."""

from generator.billing.dated_rules.date_words import day
from generator.facts.corpus import Corpus
from generator.questions.kinds.changed_claim_kind import ChangedClaimKind
from generator.questions.kinds.other_date.other_date_model import OtherDate


class OtherDateKind(ChangedClaimKind[OtherDate]):
    """The same visit, another date of service."""

    name = "other-date"
    label = "Another date"
    model = OtherDate

    def names(self, corpus: Corpus, item: OtherDate) -> tuple[str, str]:
        """Both dates."""
        return day(item.date), day(item.to)
