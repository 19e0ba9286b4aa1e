"""Does a published claim hold? As it was judged, with its sources."""

from typing import Literal

from generator.billing.outcomes import Reason
from generator.facts.corpus import Corpus
from generator.questions.kinds.answer_key import Key, UnderivableError
from generator.questions.kinds.answer_view import AnswerView, option_view
from generator.questions.kinds.export_choices import single_choice
from generator.questions.kinds.judge_claim.judge_claim_model import JudgeClaim
from generator.questions.kinds.marking import right_options, score_one
from generator.questions.kinds.option_kind import OptionKind
from generator.questions.kinds.question_kind import AnswerForm

VERDICT = {"holds": "It holds as written", "does-not-hold": "It does not hold as written"}


class JudgeClaimKind(OptionKind[JudgeClaim]):
    """One of two verdicts, in the order they are read in."""

    name = "judge-claim"
    label = "Judge a statement"
    model = JudgeClaim
    form: AnswerForm = "one"
    fixed_order = True
    decided_by: Literal["visit", "claim"] = "claim"
    hint = (
        "A statement holds only if every part of it does. Look for the one word that goes too far."
    )
    response = staticmethod(single_choice)
    score = staticmethod(score_one)
    right_picks = staticmethod(right_options)

    def derive(self, corpus: Corpus, item: JudgeClaim) -> Key:
        """The verdict on the claim."""
        claim = corpus.claims[item.claim]
        if claim.verdict == "unverifiable":
            raise UnderivableError(
                "an unverifiable claim has no key; ask about another one", "claim"
            )
        right = "holds" if claim.verdict == "true" else "does-not-hold"
        reason = Reason(
            claim.correction, (f"claims/{item.claim}",), tuple(claim.sources), claim.confidence
        )
        return Key(frozenset({right}), (reason,))

    def view(self, corpus: Corpus, item: JudgeClaim, key: Key) -> AnswerView[None]:
        """The claim and both verdicts."""
        options = tuple(
            option_view(option, key, VERDICT[option.verdict]) for option in item.options
        )
        return AnswerView(options, None, statement=corpus.claims[item.claim].says)
