"""What a payer answers: rejections, or for each line what is paid and who carries the rest."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.billing.reasons import Reason
from generator.facts.submissions import SubmittedLine

Group = Literal["CO", "PR", "OA"]
Status = Literal["paid", "denied", "pended"]


@dataclass(frozen=True)
class LineAdjustment:
    """Cents that the payer does not pay: who carries them, the reason code, and why."""

    name: str
    group: Group
    carc: str
    remarks: tuple[str, ...]
    amount: int
    why: Reason

    @property
    def code(self) -> str:
        """Group and reason, as people say them: CO-97."""
        return f"{self.group}-{self.carc}"


@dataclass(frozen=True)
class LineRemittance:
    """A line as it comes back, in cents; `pending` is what waits for an answer."""

    number: int
    line: SubmittedLine
    day: date
    status: Status
    billed: int
    allowed: int
    paid: int
    adjustments: tuple[LineAdjustment, ...]
    pricing: tuple[Reason, ...]
    questions: tuple[Reason, ...]

    @property
    def pending(self) -> int:
        """What is neither paid nor adjusted."""
        return self.billed if self.status == "pended" else 0

    @property
    def patient_share(self) -> int:
        """What the patient owes for the line."""
        return sum(one.amount for one in self.adjustments if one.group == "PR")

    @property
    def remarks(self) -> tuple[str, ...]:
        """Remark codes of the line, once each."""
        return tuple(dict.fromkeys(code for one in self.adjustments for code in one.remarks))


@dataclass(frozen=True)
class Rejection:
    """Why the claim comes back unread: the item of the form, and the line, where one is meant."""

    name: str
    item: str
    number: int | None
    why: Reason


@dataclass(frozen=True)
class Remittance:
    """The answer to a claim; a rejected one has no lines. Amounts are cents."""

    payer: str
    plan: str | None
    plan_name: str | None
    invented: bool
    day: date
    lines: tuple[LineRemittance, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    notes: tuple[Reason, ...] = ()

    @property
    def billed(self) -> int:
        """The charges of all lines."""
        return sum(line.billed for line in self.lines)

    @property
    def allowed(self) -> int:
        """What the plan allows for the paid lines."""
        return sum(line.allowed for line in self.lines)

    @property
    def paid(self) -> int:
        """What the plan pays."""
        return sum(line.paid for line in self.lines)

    @property
    def pending(self) -> int:
        """The charges of lines that wait."""
        return sum(line.pending for line in self.lines)

    @property
    def patient_share(self) -> int:
        """What the patient owes."""
        return sum(line.patient_share for line in self.lines)

    @property
    def adjusted(self) -> dict[str, int]:
        """Cents by group and reason, over all lines."""
        found: Counter[str] = Counter()
        for line in self.lines:
            for one in line.adjustments:
                found[one.code] += one.amount
        return dict(found)
