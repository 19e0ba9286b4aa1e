"""Codes, edits and payers: one value on any date, no empty slot, add-ons that can be counted."""

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import TypeVar, get_args

from generator.billing.payer_policy import policy_of
from generator.billing.who_may import first_words
from generator.facts.base import Sourced
from generator.facts.codes import Slot
from generator.facts.corpus import Corpus
from generator.facts.plans import PlanFigure
from generator.findings import Problems, Spot

Dated = TypeVar("Dated", bound=Sourced | PlanFigure)
PAYER_KINDS = ("medicare", "medicaid", "commercial", "workers-comp", "va", "auto")


def overlapping_periods(corpus: Corpus) -> Problems:
    """Entries for the same thing whose effective dates overlap."""
    for name, code in corpus.codes.items():
        spot = corpus.spot("codes", name) / "mue"
        yield from _clashes(spot, code.mue, lambda mue: f"MUE in the {mue.setting} setting")
    for name, rule in corpus.rules.items():
        spot = corpus.spot("rules", name) / "values"
        yield from _clashes(spot, rule.values, lambda value: f"figure '{value.key}'")
    for name, payer in corpus.payers.items():
        spot = corpus.spot("payers", name) / "substitutions"
        yield from _clashes(spot, payer.substitutions, lambda swap: f"substitution of {swap.code}")
    for name, plan in corpus.plans.items():
        spot = corpus.spot("plans", name) / "figures"
        yield from _clashes(spot, plan.figures, lambda figure: f"figure '{figure.key}'")
    for name, schedule in corpus.fee_schedules.items():
        spot = corpus.spot("fee_schedules", name) / "conversion_factors"
        yield from _clashes(spot, schedule.conversion_factors, lambda factor: "conversion factor")
    yield from _clashing_schedules(corpus)
    yield from _clashing_edits(corpus)


def _clashes(spot: Spot, entries: Sequence[Dated], about: Callable[[Dated], str]) -> Problems:
    for (_, first), (index, second) in combinations(enumerate(entries), 2):
        if about(first) == about(second) and first.effective.overlaps(second.effective):
            sentence = (
                f"Two entries for {about(second)} overlap in their effective dates; end the one"
                " before the other."
            )
            yield spot / index / "effective", sentence


def _clashing_schedules(corpus: Corpus) -> Problems:
    for (first, one), (second, other) in combinations(corpus.fee_schedules.items(), 2):
        if one.effective.overlaps(other.effective):
            sentence = (
                f"'{first}' and '{second}' overlap in their effective dates; end the one before the"
                " other."
            )
            yield corpus.spot("fee_schedules", second) / "effective", sentence


def _clashing_edits(corpus: Corpus) -> Problems:
    """An edit without a first day follows the one before it: only a common last day is a clash."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for name, edit in corpus.edits.items():
        if edit.indicator != 9:
            pair = (*sorted((edit.column1, edit.column2)), edit.setting)
            groups.setdefault(pair, []).append(name)
    for (code1, code2, setting), names in groups.items():
        for first, second in combinations(names, 2):
            earlier, later = corpus.edits[first].effective, corpus.edits[second].effective
            is_dated = earlier.end == later.end or (earlier.start and later.start)
            if earlier.overlaps(later) and is_dated:
                sentence = (
                    f"Two edits of {code1} and {code2} ({setting}) overlap in their"
                    " effective dates; end the one before the other."
                )
                yield corpus.spot("edits", second), sentence


def pairs_with_themselves(corpus: Corpus) -> Problems:
    """Edits of a code with itself."""
    for name, edit in corpus.edits.items():
        if edit.column1 == edit.column2:
            yield (
                corpus.spot("edits", name) / "column2",
                f"{edit.column1} is paired with itself; correct column 1 or column 2.",
            )


def add_ons_of_another_measure(corpus: Corpus) -> Problems:
    """Add-ons not measured as their base is: what lies beyond it could not be counted."""
    for name, code in corpus.codes.items():
        measure, add_on = code.unit.measure, code.unit.add_on
        if measure and add_on:
            further = corpus.codes[add_on].unit.measure if add_on in corpus.codes else None
            if further is None or further.of != measure.of:
                sentence = (
                    f"{name} is measured by {measure.of}, and its add-on {add_on} is not; give"
                    f" {add_on} a file with a 'measure' of {measure.of}."
                )
                yield corpus.spot("codes", name) / "unit" / "add_on", sentence


def empty_slots(corpus: Corpus) -> Problems:
    """Slots of a code that are empty without a reason, or filled with a reason to be empty."""
    for name, code in corpus.codes.items():
        spot, people = corpus.spot("codes", name), first_words(corpus, name)
        for slot in get_args(Slot):
            is_excused = slot in code.not_applicable
            is_filled = bool(getattr(code, slot) or (slot == "who" and people))
            if not is_filled and not is_excused:
                sentence = (
                    f"'{slot}' of {name} is empty; fill it, or say why there is nothing under"
                    " 'not_applicable'."
                )
                yield spot / "code", sentence
            if is_filled and is_excused:
                sentence = f"'{slot}' of {name} is filled, so it is applicable; remove it here."
                yield spot / "not_applicable" / slot, sentence


def payers_without_a_word(corpus: Corpus) -> Problems:
    """Codes that say nothing of Medicare, and kinds of payer that are not there."""
    medicare = [payer.id for payer in corpus.payers.values() if policy_of(payer).is_part_b]
    for name, code in corpus.codes.items():
        if not any(payer in code.coverage for payer in medicare):
            sentence = (
                f"Coverage of {name} says nothing of Medicare; add"
                f" {' or '.join(medicare) or 'a payer of that kind'} under 'coverage'."
            )
            yield corpus.spot("codes", name) / ("coverage" if code.coverage else "code"), sentence
    kinds = {payer.kind for payer in corpus.payers.values() if not payer.invented}
    for kind in PAYER_KINDS if corpus.codes else ():
        if kind not in kinds:
            sentence = (
                f"No real payer is of the kind '{kind}', so code pages say nothing of it; add one."
            )
            yield Spot("content/payers"), sentence


def taught_and_mentioned(corpus: Corpus) -> Problems:
    """Codes that have a page and stand among those only mentioned as well."""
    for name in corpus.codes.keys() & corpus.other_codes.keys():
        has_words = bool(corpus.other_codes[name].words.means)
        move = "move its 'words' to that file and delete this" if has_words else "delete this"
        sentence = f"{name} has a file in content/codes, so it is not only mentioned; {move}."
        yield corpus.spot("other_codes", name) / "code", sentence


def errors_that_correct_nothing(corpus: Corpus) -> Problems:
    """Common errors whose right line is the wrong one, or whose reason repeats a line."""
    for name, code in corpus.codes.items():
        for index, error in enumerate(code.common_errors):
            if error.wrong == error.right or error.why in (error.wrong, error.right):
                sentence = "'wrong', 'right' and 'why' say the same here; write what differs."
                yield corpus.spot("codes", name) / "common_errors" / index / "why", sentence
