"""A visit in, its claim out: five stages, read in the order of the calls."""

from dataclasses import dataclass

from generator.billing.append_modifiers import BilledLine, append_modifiers
from generator.billing.apply_edits import apply_edits
from generator.billing.check_limits import check_limits
from generator.billing.coded_services import MissingInformation, NotBilled
from generator.billing.count_units import count_units
from generator.billing.reasons import Reason
from generator.billing.select_codes import select_codes
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit


@dataclass(frozen=True)
class ClaimResult:
    """What a visit bills; `alternatives` are the other claims that are as right as `lines`."""

    lines: tuple[BilledLine, ...]
    alternatives: tuple[tuple[BilledLine, ...], ...]
    not_billed: tuple[NotBilled, ...]
    questions: tuple[MissingInformation, ...]
    warnings: tuple[Reason, ...]


def build_claim(corpus: Corpus, visit: Visit) -> ClaimResult:
    """The claim for `visit` by the facts alone."""
    selected = select_codes(corpus, visit)
    counted = count_units(corpus, visit, selected.coded)
    edited = apply_edits(corpus, visit, counted)
    modified = append_modifiers(corpus, visit, edited)
    checked = check_limits(corpus, visit, counted.coded, modified.claims)
    return ClaimResult(
        modified.claims[0],
        modified.claims[1:],
        (*selected.not_billed, *edited.not_billed),
        tuple(
            dict.fromkeys((*selected.missing, *counted.missing, *modified.missing, *edited.missing))
        ),
        tuple(dict.fromkeys((*modified.warnings, *checked.warnings))),
    )
