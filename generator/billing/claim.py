"""A visit in, its claim out: six stages, read in the order of the calls."""

from dataclasses import replace

from generator.billing.append_modifiers import append_modifiers
from generator.billing.apply_edits import apply_edits
from generator.billing.authorization import hold_lines
from generator.billing.check_limits import check_limits
from generator.billing.claim_result import ClaimResult
from generator.billing.consolidated_billing import consolidated
from generator.billing.count_units import count_units, method_does_not_matter
from generator.billing.initial_codes import later_sets
from generator.billing.select_codes import select_codes
from generator.billing.shared_minutes import share_minutes
from generator.billing.unit_methods import METHODS, unit_method
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit


def build_claim(corpus: Corpus, visit: Visit) -> ClaimResult:
    """The claim for `visit` by the facts alone."""
    return hold_lines(corpus, visit, _by_known_method(corpus, visit))


def _by_known_method(corpus: Corpus, visit: Visit) -> ClaimResult:
    """The claim before authorization; by each method of counting where the payer's is not known."""
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
    selected = later_sets(corpus, visit, selected)
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
