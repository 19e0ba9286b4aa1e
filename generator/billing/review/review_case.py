"""A claim beside what its visit bills, and the faults found between them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.billing.append_modifiers import BilledLine
from generator.billing.check_limits import units_by_code
from generator.billing.claim_result import ClaimResult
from generator.billing.data_tables import read_table
from generator.billing.edit_lookup import edit_on
from generator.billing.payer_policy import PayerPolicy, policy_of
from generator.billing.reasons import Reason, filled
from generator.billing.written_claims import LineLike, WrittenLine
from generator.facts.corpus import Corpus
from generator.facts.registers import Edit
from generator.facts.visits import Visit

Verdict = Literal["paid", "at-risk", "denied"]
SEVERITY: tuple[Verdict, ...] = ("paid", "at-risk", "denied")


FAULTS: Mapping[str, Mapping[str, str]] = read_table("faults")


@dataclass(frozen=True)
class Fault:
    """What becomes of a line, why, and how to correct it.

    `name` is its entry in data/faults.yaml, `carc` the usual number of the denial.
    """

    name: str
    verdict: Verdict
    reason: Reason
    correction: str
    carc: str | None = None


def fault(
    name: str, why: Reason | tuple[str, ...] = (), sources: Iterable[str] = (), **values: object
) -> Fault:
    """The fault of that name; `why` is its reason, or the facts that its own sentence rests on."""
    entry = FAULTS[name]
    if not isinstance(why, Reason):
        why = Reason(filled(entry["reason"], values), why, tuple(sources))
    verdict = next(verdict for verdict in SEVERITY if verdict == entry["verdict"])
    return Fault(name, verdict, why, filled(entry["correction"], values), entry.get("carc"))


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
        """The right lines of a code."""
        return tuple(line for line in self.expected if line.code == code)

    def written_lines(self, code: str) -> tuple[WrittenLine, ...]:
        """The written lines of a code."""
        return tuple(line for line in self.written if line.code == code)

    def written_units(self, code: str) -> int:
        """Units of a code on the written claim."""
        return sum(line.units for line in self.written_lines(code))

    def expected_units(self, code: str) -> int:
        """Units of a code on the right claim."""
        return sum(line.units for line in self.expected_lines(code))

    def edit_on(self, column1: str, column2: str) -> Edit | None:
        """The edit in force on the pair, by the visit's day and setting."""
        return edit_on(self.corpus, column1, column2, self.visit.date, self.visit.setting)


FaultFinder = Callable[[ReviewCase, WrittenLine], Iterable[Fault]]


def nearest_claim(result: ClaimResult, written: Iterable[LineLike]) -> tuple[BilledLine, ...]:
    """Of the claims that are right, the one with the fewest units to change."""
    claimed = units_by_code(written)

    def distance(lines: tuple[BilledLine, ...]) -> int:
        right = units_by_code(lines)
        return sum(abs(right.get(code, 0) - claimed.get(code, 0)) for code in {*right, *claimed})

    return min((result.lines, *result.alternatives), key=distance)
