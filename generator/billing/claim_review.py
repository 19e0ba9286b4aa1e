"""A claim somebody wrote for a visit.

What the payer would do with each line, what is missing, how to mend it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.billing.append_modifiers import BilledLine
from generator.billing.claim import ClaimResult, build_claim
from generator.billing.review import code_faults, edit_faults, modifier_faults, unit_faults
from generator.billing.review.review_case import SEVERITY, Fault, ReviewCase, Verdict, nearest_claim
from generator.billing.written_claims import WrittenClaim, WrittenLine
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit

THEMES = (code_faults, edit_faults, modifier_faults, unit_faults)


@dataclass(frozen=True)
class ReviewedLine:
    """A line of the claim with everything found on it, the gravest first."""

    line: WrittenLine
    faults: tuple[Fault, ...]

    @property
    def verdict(self) -> Verdict:
        return self.faults[0].verdict if self.faults else "paid"


@dataclass(frozen=True)
class ClaimReview:
    """The lines as judged, right lines that are not on the claim, and what the visit itself leaves open."""

    lines: tuple[ReviewedLine, ...]
    missing: tuple[BilledLine, ...]
    result: ClaimResult


def review_claim(corpus: Corpus, visit: Visit, claim: WrittenClaim) -> ClaimReview:
    """Judge `claim` by what `visit` bills.

    Of several right claims the nearest one is the measure.
    """
    right = build_claim(corpus, visit)
    case = ReviewCase(corpus, visit, claim.lines, right, nearest_claim(right, claim.lines))
    return ClaimReview(
        tuple(_judged(case, line) for line in claim.lines), tuple(_missing(case)), right
    )


def _judged(case: ReviewCase, line: WrittenLine) -> ReviewedLine:
    found = [fault for theme in THEMES for fault in theme.faults(case, line)]
    return ReviewedLine(
        line, tuple(sorted(found, key=lambda fault: -SEVERITY.index(fault.verdict)))
    )


def _missing(case: ReviewCase) -> Iterator[BilledLine]:
    return (line for line in case.expected if not case.written_units(line.code))
