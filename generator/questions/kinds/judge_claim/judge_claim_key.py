"""Does a published claim hold? As it was judged, with its sources."""

from generator.billing.outcomes import Reason
from generator.facts.corpus import Corpus
from generator.questions.kinds.answer_key import Key, Underivable
from generator.questions.kinds.judge_claim.judge_claim_model import JudgeClaim
from generator.questions.kinds.option_ids import absent, answers, blamed, own_keys

__all__ = ["absent", "answers", "blamed", "derive", "own_keys"]


def derive(corpus: Corpus, item: JudgeClaim) -> Key:
    claim = corpus.claims[item.claim]
    if claim.verdict == "unverifiable":
        raise Underivable("an unverifiable claim has no key; ask about another one", "claim")
    right = "holds" if claim.verdict == "true" else "does-not-hold"
    reason = Reason(
        claim.correction, (f"claims/{item.claim}",), tuple(claim.sources), claim.confidence
    )
    return Key(frozenset({right}), (reason,))
