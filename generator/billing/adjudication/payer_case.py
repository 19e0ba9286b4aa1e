"""A claim before its payer, and the rulings that the stages of adjudication make on its lines."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.billing.adjudication.remittance import LineAdjustment
from generator.billing.data_tables import read_table
from generator.billing.reasons import Reason, filled
from generator.facts.codes import Code, Coverage
from generator.facts.corpus import Corpus
from generator.facts.payers import Payer
from generator.facts.plans import PayerPlan, cents
from generator.facts.submissions import Account, SubmittedClaim, SubmittedLine
from generator.facts.visits import Visit

TABLE: Mapping[str, Mapping[str, Any]] = read_table("adjudication")
LineKey = tuple[date, str, tuple[str, ...], int, int]


@dataclass(frozen=True)
class NumberedLine:
    """A line with its place on the claim."""

    number: int
    line: SubmittedLine
    day: date

    @property
    def code(self) -> str:
        """The code billed."""
        return self.line.code

    @property
    def units(self) -> int:
        """Units billed."""
        return self.line.units

    @property
    def modifiers(self) -> frozenset[str]:
        """The modifiers, whatever their order."""
        return frozenset(self.line.modifiers)

    @property
    def billed(self) -> int:
        """The charge in cents."""
        return cents(self.line.charge) if self.line.charge is not None else 0

    @property
    def key(self) -> LineKey:
        """What sorts lines, wherever they stand on the claim."""
        return self.day, self.code, tuple(sorted(self.modifiers)), self.units, self.billed


Lines = Sequence[NumberedLine]


@dataclass(frozen=True)
class PayerCase:
    """A claim that got past the front end, its plan, and what the payer has on file."""

    corpus: Corpus
    plan: PayerPlan
    visit: Visit
    account: Account
    claim: SubmittedClaim
    lines: tuple[NumberedLine, ...]

    @property
    def received(self) -> date | None:
        """The day on which the payer got the claim."""
        return self.claim.received

    @property
    def payer(self) -> Payer:
        """The payer of the plan."""
        return self.corpus.payers[self.plan.payer]

    def taught(self, line: NumberedLine) -> Code | None:
        """The code of a line, where the facts have it."""
        return self.corpus.codes.get(line.code)

    def coverage(self, line: NumberedLine) -> Coverage | None:
        """What the payer makes of the code, where its facts say so."""
        code = self.taught(line)
        return code.coverage.get(self.plan.payer) if code else None


@dataclass(frozen=True)
class Denial:
    """A line that is not paid, and why; its whole charge is adjusted."""

    number: int
    name: str
    why: Reason


@dataclass(frozen=True)
class Pended:
    """A line on which nothing can be decided, and what must be known first."""

    number: int
    why: Reason


Ruling = Denial | Pended
Stage = Callable[[PayerCase, Lines], Iterator[Ruling]]


def decided(
    name: str, rests_on: tuple[str, ...] = (), sources: Iterable[str] = (), **values: object
) -> Reason:
    """Why a line is decided as `name` says, in the words of the table."""
    entry = TABLE["decisions"][name]
    return Reason(filled(entry["why"], values), rests_on, (*sources, *entry.get("sources", ())))


def asked(
    name: str, rests_on: tuple[str, ...] = (), sources: Iterable[str] = (), **values: object
) -> Reason:
    """What must be known first, in the words of the table."""
    return Reason(filled(TABLE["questions"][name], values), rests_on, tuple(sources))


def adjustment(kind: str, name: str, amount: int, why: Reason) -> LineAdjustment:
    """`amount` cents under the group and reason of `name`."""
    entry = TABLE[kind][name]
    remarks = tuple(entry.get("remarks", ()))
    return LineAdjustment(name, entry["group"], entry["carc"], remarks, amount, why)


def plan_fact(plan: PayerPlan) -> tuple[str, ...]:
    """The plan as what a reason rests on."""
    return (f"plans/{plan.id}",)


def reason_codes() -> tuple[str, ...]:
    """Every group and reason that adjudication can give, such as CO-97."""
    entries = (*TABLE["decisions"].values(), *TABLE["amounts"].values())
    return tuple(sorted({f"{one['group']}-{one['carc']}" for one in entries}))


def remark_codes() -> tuple[str, ...]:
    """Every remark code that adjudication can give."""
    entries = (*TABLE["decisions"].values(), *TABLE["amounts"].values())
    return tuple(sorted({code for one in entries for code in one.get("remarks", ())}))


def dollars(amount: int) -> str:
    """Cents as '$1,234.05'."""
    return f"{'-' if amount < 0 else ''}${abs(amount) // 100:,}.{abs(amount) % 100:02}"
