"""A visit in, its claim out: five stages, read in the order of the calls."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator.billing.append_modifiers import BilledLine, append_modifiers
from generator.billing.apply_edits import apply_edits
from generator.billing.check_limits import check_limits
from generator.billing.coded_services import MissingInformation, NotBilled
from generator.billing.consolidated_billing import consolidated
from generator.billing.count_units import count_units, method_does_not_matter
from generator.billing.reasons import Reason
from generator.billing.select_codes import select_codes
from generator.billing.shared_minutes import share_minutes
from generator.billing.unit_methods import METHODS, unit_method
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit

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


def build_claim(corpus: Corpus, visit: Visit) -> ClaimResult:
    """The claim for `visit` by the facts alone."""
    result = _build(corpus, visit)
    if all(question.missing != "unit_method" for question in result.questions):
        return result
    counted = {
        name: _build(corpus, visit.model_copy(update={"unit_method": name}))
        for name in METHODS
        if unit_method(corpus, name, visit.date)
    }
    if len(counted) < len(METHODS):
        return result
    first = next(iter(counted.values()))
    if any(not other.agrees(first) for other in counted.values()):
        return replace(result, by_method=counted)
    return replace(first, warnings=(method_does_not_matter(corpus, visit), *first.warnings))


def _build(corpus: Corpus, visit: Visit) -> ClaimResult:
    selected = consolidated(corpus, visit, share_minutes(select_codes(corpus, visit)))
    counted = count_units(corpus, visit, selected.coded)
    edited = apply_edits(corpus, visit, counted, selected.missing)
    modified = append_modifiers(corpus, visit, edited)
    checked = check_limits(corpus, visit, counted.coded, modified.claims)
    # without a line, an answer about its modifiers changes nothing
    of_lines = modified.missing if any(edited.allocations) else ()
    return ClaimResult(
        modified.claims[0],
        modified.claims[1:],
        (*selected.not_billed, *edited.not_billed),
        tuple(dict.fromkeys((*edited.asked, *counted.missing, *of_lines, *edited.missing))),
        tuple(dict.fromkeys((*modified.warnings, *checked.warnings))),
    )
