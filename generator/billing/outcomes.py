"""The three answers to 'what is billed for this?', each with its reasons."""

from dataclasses import dataclass
from datetime import date

from generator.facts.base import Fact


@dataclass(frozen=True)
class Reason:
    """A sentence, the facts it rests on (`register/name`), its sources, and as of when."""

    text: str
    rests_on: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    confidence: str = "high"
    as_of: date | None = None


def quoted(reference: str, fact: Fact) -> Reason:
    """A fact in its own words; `reference` names it as `register/name`."""
    return Reason(fact.text, (reference,), tuple(fact.sources), fact.confidence, fact.as_of)


@dataclass(frozen=True)
class Billable:
    """The codes that are right: one, or several where authorities disagree."""

    codes: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class NotBillable:
    """Nothing is billable; `codes` are those it would have been but for the payer."""

    reasons: tuple[Reason, ...]
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ask:
    """The note leaves out what decides; `missing` names it."""

    missing: str
    reasons: tuple[Reason, ...]


Outcome = Billable | NotBillable | Ask
