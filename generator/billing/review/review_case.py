"""A claim beside what its visit bills, and the faults found between them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from generator.billing.append_modifiers import BilledLine
from generator.billing.claim import ClaimResult
from generator.billing.outcomes import Reason
from generator.billing.payer_policy import PayerPolicy, policy_of
from generator.billing.written_claims import WrittenLine
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit

Verdict = Literal["paid", "at-risk", "denied"]
SEVERITY: tuple[Verdict, ...] = ("paid", "at-risk", "denied")


@dataclass(frozen=True)
class Fault:
    """What becomes of a line, why, and the way back.

    `carc` is the usual number of the denial, where there is one.
    """

    verdict: Verdict
    reason: Reason
    correction: str
    carc: str | None = None


@dataclass(frozen=True)
class ReviewCase:
    """`expected` is the right claim nearest to the one that was written."""

    corpus: Corpus
    visit: Visit
    written: tuple[WrittenLine, ...]
    result: ClaimResult
    expected: tuple[BilledLine, ...]

    @property
    def policy(self) -> PayerPolicy:
        """The rules of the visit's payer."""
        return policy_of(self.corpus.payers[self.visit.payer])

    def expected_lines(self, code: str) -> tuple[BilledLine, ...]:
        return tuple(line for line in self.expected if line.code == code)

    def written_units(self, code: str) -> int:
        return sum(line.units for line in self.written if line.code == code)

    def expected_units(self, code: str) -> int:
        return sum(line.units for line in self.expected_lines(code))


def nearest_claim(bill: ClaimResult, written: Iterable[WrittenLine]) -> tuple[BilledLine, ...]:
    """Of the claims that are right, the one with the fewest units to change."""
    claimed: dict[str, int] = {}
    for line in written:
        claimed[str(line.code)] = claimed.get(str(line.code), 0) + line.units
    return min((bill.lines, *bill.alternatives), key=lambda lines: _distance(lines, claimed))


def _distance(lines: tuple[BilledLine, ...], claimed: dict[str, int]) -> int:
    units = {code: -number for code, number in claimed.items()}
    for line in lines:
        units[line.code] = units.get(line.code, 0) + line.units
    return sum(map(abs, units.values()))
