"""A right claim, from which written claims depart step by step."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from generator.billing.append_modifiers import BilledLine
from generator.billing.claim import ClaimResult
from generator.billing.modifiers import BYPASS_MODIFIERS
from generator.billing.review.review_case import Fault, FaultFinder, ReviewCase
from generator.billing.written_claims import WrittenLine
from generator.facts.base import CodeId
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit


@dataclass(frozen=True)
class RightClaim:
    """One of the right claims of a visit, and the codes and modifiers that are on offer."""

    corpus: Corpus
    visit: Visit
    result: ClaimResult
    lines: tuple[BilledLine, ...]
    codes: tuple[str, ...]
    modifiers: tuple[str, ...]

    def case(self, *written: WrittenLine) -> ReviewCase:
        """Written lines beside this claim."""
        return ReviewCase(self.corpus, self.visit, written, self.result, self.lines)

    def faults(self, find: FaultFinder, line: WrittenLine, *beside: WrittenLine) -> list[Fault]:
        """What `find` says of a line after others."""
        return list(find(self.case(*beside, line), line))

    def line(self, code: str, *added: str, units: int = 0) -> WrittenLine:
        """A line of `code` with the modifiers due on all its lines, and some more."""
        return written(
            code, units or self.case().expected_units(code) or 1, (*self.due(code), *added)
        )

    def due(self, code: str) -> tuple[str, ...]:
        """The modifiers that all lines of a code carry."""
        lines = [line.modifiers for line in self.lines if line.code == code]
        return (
            tuple(name for name in lines[0] if all(name in line for line in lines)) if lines else ()
        )

    @property
    def bypass(self) -> tuple[str, ...]:
        """The bypass modifiers on offer."""
        return tuple(name for name in self.modifiers if name in BYPASS_MODIFIERS)

    def bare(self, code: str, *added: str) -> WrittenLine:
        """A line without any bypass modifier but those added."""
        line = without(self.line(code), BYPASS_MODIFIERS)
        return written(code, line.units, (*added, *line.modifiers))


def written(code: str, units: int, modifiers: Iterable[str]) -> WrittenLine:
    """A written line; modifiers once each, however many."""
    return WrittenLine.model_construct(
        code=CodeId(code), units=units, modifiers=tuple(dict.fromkeys(modifiers))
    )


def without(line: WrittenLine, modifiers: Collection[str]) -> WrittenLine:
    """The line without some modifiers."""
    return written(
        line.code, line.units, (name for name in line.modifiers if name not in modifiers)
    )
