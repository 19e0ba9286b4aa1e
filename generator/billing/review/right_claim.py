"""A right claim, from which claims that are written depart step by step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.billing.append_modifiers import BilledLine
from generator.billing.claim import ClaimResult
from generator.billing.modifiers import BYPASS_MODIFIERS
from generator.billing.review.review_case import ReviewCase
from generator.billing.written_claims import WrittenLine
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit


@dataclass(frozen=True)
class RightClaim:
    """One right claim to depart from, and what is on offer."""

    corpus: Corpus
    visit: Visit
    right: ClaimResult
    way: tuple[BilledLine, ...]
    codes: tuple[str, ...]
    modifiers: tuple[str, ...]

    def case(self, written: Sequence[WrittenLine]) -> ReviewCase:
        return ReviewCase(self.corpus, self.visit, tuple(written), self.right, self.way)

    def line(self, code: str, added: Iterable[str] = (), count: int = 0) -> WrittenLine:
        """A line of `code` with the modifiers due on all its lines, and some more."""
        number = count or self.case(()).expected_units(code) or 1
        carried = dict.fromkeys((*self.due(code), *added))
        return WrittenLine.model_construct(code=code, units=number, modifiers=tuple(carried))

    def due(self, code: str) -> tuple[str, ...]:
        lines = [line.modifiers for line in self.way if line.code == code]
        return (
            tuple(name for name in lines[0] if all(name in line for line in lines)) if lines else ()
        )

    @property
    def parting(self) -> tuple[str, ...]:
        return tuple(name for name in self.modifiers if name in BYPASS_MODIFIERS)

    def bare(self, code: str, *added: str) -> WrittenLine:
        """A line without any modifier that parts a pair but those added."""
        line = self.line(code)
        kept = tuple(name for name in line.modifiers if name not in BYPASS_MODIFIERS)
        return line.model_copy(update={"modifiers": (*added, *kept)})
