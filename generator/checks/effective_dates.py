"""One thing has one value on any one date of service."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from generator.facts.base import Sourced
from generator.facts.corpus import Corpus
from generator.findings import Spot

Dated = TypeVar("Dated", bound=Sourced)


def overlapping_periods(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
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
    yield from _clashing_edits(corpus)


def _clashes(
    spot: Spot, entries: Sequence[Dated], about: Callable[[Dated], str]
) -> Iterator[tuple[Spot, str]]:
    for (_, first), (index, second) in combinations(enumerate(entries), 2):
        if about(first) == about(second) and first.effective.overlaps(second.effective):
            sentence = (
                f"Two entries for {about(second)} overlap in their effective dates; end the one"
                " before the other."
            )
            yield spot / index / "effective", sentence


def _clashing_edits(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
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
