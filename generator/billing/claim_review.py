"""A claim somebody wrote for a visit: what the payer would do with each line, and corrections."""

from dataclasses import dataclass

from generator.billing.append_modifiers import BilledLine
from generator.billing.claim import build_claim
from generator.billing.claim_result import ClaimResult
from generator.billing.review.faults import (
    code_faults,
    edit_faults,
    modifier_faults,
    unit_faults,
)
from generator.billing.review.review_case import (
    SEVERITY,
    Fault,
    FaultFinder,
    ReviewCase,
    Verdict,
    nearest_claim,
)
from generator.billing.written_claims import WrittenClaim, WrittenLine
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit

FINDERS: tuple[FaultFinder, ...] = (code_faults, edit_faults, modifier_faults, unit_faults)


@dataclass(frozen=True)
class ReviewedLine:
    """A line of the claim with everything found on it, the gravest first."""

    line: WrittenLine
    faults: tuple[Fault, ...]

    @property
    def verdict(self) -> Verdict:
        """What becomes of the line."""
        return self.faults[0].verdict if self.faults else "paid"


@dataclass(frozen=True)
class ClaimReview:
    """The reviewed lines, right lines that are not on the claim, and what the visit bills."""

    lines: tuple[ReviewedLine, ...]
    missing: tuple[BilledLine, ...]
    result: ClaimResult


def review_claim(corpus: Corpus, visit: Visit, claim: WrittenClaim) -> ClaimReview:
    """Judge `claim` by what `visit` bills; of several right claims by the nearest one."""
    result = build_claim(corpus, visit)
    case = ReviewCase(corpus, visit, claim.lines, result, nearest_claim(result, claim.lines))
    return ClaimReview(
        tuple(_reviewed(case, line) for line in claim.lines),
        tuple(line for line in case.expected if not case.written_units(line.code)),
        result,
    )


def _reviewed(case: ReviewCase, line: WrittenLine) -> ReviewedLine:
    found = [fault for find in FINDERS for fault in find(case, line)]
    return ReviewedLine(
        line, tuple(sorted(found, key=lambda fault: -SEVERITY.index(fault.verdict)))
    )
