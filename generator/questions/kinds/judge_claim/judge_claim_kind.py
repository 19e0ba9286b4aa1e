"""Does a published claim hold? As it was judged, with its sources."""

from collections.abc import Mapping
from typing import Literal

from generator.billing.reasons import Reason
from generator.facts.base import ClaimId, Text
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item, Option
from generator.questions.kinds.answers import AnswerView, Key, UnderivableError, option_view
from generator.questions.kinds.question_kind import OneOption, OptionKind

Answer = Literal["holds", "misleading", "does-not-hold"]
VERDICT: Mapping[Answer, str] = {
    "holds": "Accurate as written",
    "misleading": "Misleading: true only in part, or under a condition",
    "does-not-hold": "Not accurate as written",
}
RIGHT: Mapping[str, Answer] = {
    "true": "holds",
    "misleading": "misleading",
    "false": "does-not-hold",
    "outdated": "does-not-hold",
}
"""The answer to each verdict on a published claim; one that cannot be verified has none."""


class VerdictOption(Option):  # noqa: D101 - shown in the schema
    verdict: Answer

    @property
    def answer_id(self) -> str:
        """The verdict."""
        return self.verdict


class JudgeClaim(Item):
    """Does a published claim hold as it was written?"""  # noqa: D400 - shown in the schema

    kind: Literal["judge-claim"]
    claim: ClaimId
    prompt: Text = "Is this accurate as written?"
    options: tuple[VerdictOption, VerdictOption, VerdictOption]

    @property
    def tested_claims(self) -> tuple[ClaimId, ...]:
        """The claim that is judged, and those that the item corrects."""
        return (*self.corrects, self.claim)


class JudgeClaimKind(OneOption, OptionKind[JudgeClaim]):
    """One of three verdicts, in the order they are read in."""

    name = "judge-claim"
    label = "Judge a statement"
    objective = "judge-published-claims"
    own_text = True
    model = JudgeClaim
    fixed_order = True
    decided_by: Literal["visit", "claim"] = "claim"
    hint = (
        "A statement is accurate only if every part of it is. Look for the one word that goes too "
        "far, and for the condition that is missing."
    )

    def derive(self, corpus: Corpus, item: JudgeClaim) -> Key:
        """The verdict on the claim."""
        claim = corpus.claims[item.claim]
        if claim.verdict not in RIGHT:
            raise UnderivableError(
                "an unverifiable claim has no key; ask about another one", "claim"
            )
        reason = Reason(
            claim.correction,
            (f"claims/{item.claim}",),
            tuple(claim.sources),
            claim.confidence,
            claim.as_of,
        )
        return Key(frozenset({RIGHT[claim.verdict]}), (reason,))

    def view(self, corpus: Corpus, item: JudgeClaim, key: Key) -> AnswerView[None]:
        """The claim and the verdicts."""
        options = tuple(
            option_view(option, key, VERDICT[option.verdict]) for option in item.options
        )
        return AnswerView(options, None, statement=corpus.claims[item.claim].says)
