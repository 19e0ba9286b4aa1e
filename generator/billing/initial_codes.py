"""One initial code a day: of two sets, the later one is the add-on of its own initial code.

Which set was first is never guessed: the visit says it, or both codes wait for the answer.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from generator.billing.coded_services import (
    CodedService,
    MissingInformation,
    SelectedCodes,
    services_by_code,
)
from generator.billing.count_units import measured_in
from generator.billing.reasons import Reason, amount_text, explain
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit


def share_initial(corpus: Corpus, one: str, other: str) -> bool:
    """Whether only one of the two is billed a day as an initial code."""
    return corpus.one_initial.get(one) == other


def later_sets(corpus: Corpus, visit: Visit, selected: SelectedCodes) -> SelectedCodes:
    """The sets after the first under their add-on, where the visit says which was first."""
    groups = services_by_code(selected.coded)
    coded = selected.coded
    for first, ours in groups.items():
        theirs = groups.get(corpus.one_initial.get(first, ""), ())
        if theirs and was_first(ours, theirs) and measured_in(corpus, ours).own:
            later = {one.service.id: one for one in _under_add_on(corpus, visit, ours, theirs)}
            coded = tuple(later.get(entry.service.id, entry) for entry in coded)
    return replace(selected, coded=tuple(sorted(coded, key=lambda one: (one.code, one.service.id))))


def was_first(ours: Collection[CodedService], theirs: Collection[CodedService]) -> bool:
    """Whether the visit says so: it marks one, or names the others by their add-on."""
    marked = [any(entry.service.first for entry in group) for group in (ours, theirs)]
    if any(marked):
        return marked == [True, False]
    return all(map(_named_add_on, theirs)) and not all(map(_named_add_on, ours))


def first_unknown(
    corpus: Corpus, code: str, billed: Collection[str]
) -> Iterator[MissingInformation]:
    """Which set was first, where two that share an initial code are still both billed."""
    if corpus.one_initial.get(code) in billed:
        yield MissingInformation(None, "first", which_was_first(corpus, code))


def which_was_first(corpus: Corpus, code: str) -> Reason:
    """The question of the code and of the one that it shares its initial unit with."""
    pair = dict(zip(("one", "other"), sorted((code, corpus.one_initial[code])), strict=True))
    add_ons = {f"add_{name}": corpus.codes[of].unit.add_on for name, of in pair.items()}
    rests_on = tuple(f"codes/{name}" for name in pair.values())
    return explain("first-unknown", rests_on, **pair, **add_ons)


def _named_add_on(entry: CodedService) -> bool:
    return entry.service.code not in (None, entry.code)


def _under_add_on(
    corpus: Corpus, visit: Visit, ours: tuple[CodedService, ...], theirs: Iterable[CodedService]
) -> Iterator[CodedService]:
    """Their minutes first fill the last unit of the set before, as CPT's time rule counts all."""
    before = measured_in(corpus, ours)
    left = max(0, before.scale.size * before.units - before.amount)
    for entry in theirs:
        add_on = corpus.codes[entry.code].unit.add_on
        assert add_on, "a code that shares its initial unit has an add-on"
        taken = min(left, entry.amount)
        left -= taken
        words = {"first": ours[0].code, "code": entry.code, "add_on": add_on}
        facts = (f"codes/{ours[0].code}", f"codes/{add_on}")
        why = [explain("later-set", facts, **words)]
        if taken:
            amount = amount_text(taken, before.scale.of)
            why.append(explain("later-set-fills", facts, amount=amount, **words))
        taught = corpus.codes.get(add_on)
        yield replace(
            entry,
            code=str(add_on),
            measure=taught.unit.measure_on(visit.date) if taught else entry.measure,
            taken=taken,
            reasons=(*entry.reasons, *why),
        )
