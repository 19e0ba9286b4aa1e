"""The claims that are right for an item's visit, where the engine knows them."""

from generator.billing.append_modifiers import BilledLine
from generator.billing.claim import build_claim
from generator.billing.claim_result import ClaimResult
from generator.billing.reasons import Reason
from generator.facts.corpus import Corpus
from generator.facts.quizzes import VisitItem
from generator.facts.visits import Visit
from generator.questions.kinds.answers import Key, UnderivableError, distinct, visit_of

MAX_RIGHT_CLAIMS = 6

Claim = tuple[BilledLine, ...]


def certain_claim(corpus: Corpus, item: VisitItem, visit: Visit | None = None) -> ClaimResult:
    """What the visit bills; raises `Underivable` where something must be asked first."""
    billed = build_claim(corpus, visit or visit_of(item))
    for question in billed.questions:
        text = (
            f"the visit leaves something open ({question.reason.text.rstrip('.')}); complete it, or"
            " ask what is missing"
        )
        raise UnderivableError(text, "visit")
    return billed


def right_claims(corpus: Corpus, item: VisitItem) -> tuple[Claim, ...]:
    """Every right claim, the one shown first."""
    billed = certain_claim(corpus, item)
    claims = (billed.lines, *billed.alternatives)
    if len(claims) > MAX_RIGHT_CLAIMS:
        raise UnderivableError(
            f"{len(claims)} claims are equally right, more than {MAX_RIGHT_CLAIMS}; change the"
            " minutes",
            "visit",
            "services",
        )
    return claims


def reasons_of(billed: ClaimResult) -> tuple[Reason, ...]:
    """Why each line is as it is, and why the rest is not billed."""
    lines = [reason for line in billed.lines for reason in line.reasons]
    return distinct(lines + [entry.reason for entry in billed.not_billed])


def key_of_answers(right_answers: tuple[frozenset[str], ...], reasons: tuple[Reason, ...]) -> Key:
    """The key with these whole answers, equally right."""
    return Key(frozenset().union(*right_answers), reasons, right_answers=right_answers)
