"""What a visit bills: claim lines, what is not billed, what to ask and what to watch."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.billing.append_modifiers import BilledLine
from generator.billing.coded_services import MissingInformation, NotBilled
from generator.billing.reasons import Reason

Lines = tuple[tuple[str, int, tuple[str, ...]], ...]


@dataclass(frozen=True)
class ClaimResult:
    """What a visit bills; `alternatives` are the other claims that are as right as `lines`."""

    lines: tuple[BilledLine, ...]
    alternatives: tuple[tuple[BilledLine, ...], ...]
    not_billed: tuple[NotBilled, ...]
    questions: tuple[MissingInformation, ...]
    warnings: tuple[Reason, ...]
    by_method: Mapping[str, "ClaimResult"] = field(default_factory=dict)
    """The claim by each way of counting, where the payer's is not known and they differ."""

    @property
    def claims(self) -> tuple[Lines, ...]:
        """Code, units and modifiers of every line, of every claim that is right."""
        return tuple(
            tuple((line.code, line.units, line.modifiers) for line in lines)
            for lines in (self.lines, *self.alternatives)
        )

    def agrees(self, other: "ClaimResult") -> bool:
        """Whether the claims are the same, and what must be asked first."""
        return self.claims == other.claims and self.questions == other.questions
