"""Who stands behind an answer: the sources of its reasons, and of the facts it rests on."""

from collections.abc import Iterator
from datetime import date

from generator.billing.outcomes import Reason
from generator.corpus import Corpus
from generator.exports.question import Source
from generator.model.base import Sourced
from generator.model.code import Code
from generator.model.item import Item
from generator.model.registers import Rule

Said = tuple[str, date | None]


def sources_of(corpus: Corpus, item: Item, reasons: tuple[Reason, ...]) -> tuple[Source, ...]:
    """Each publication once, with the latest day as of which it is cited."""
    latest: dict[str, date | None] = {}
    for name, as_of in _said(corpus, item, reasons):
        known = latest.get(name)
        latest[name] = max(known, as_of) if known and as_of else known or as_of
    return tuple(_source(corpus, name, as_of) for name, as_of in latest.items())


def _source(corpus: Corpus, name: str, as_of: date | None) -> Source:
    entry = corpus.sources[name]
    return Source(entry.publisher, entry.title, entry.address, as_of)


def _said(corpus: Corpus, item: Item, reasons: tuple[Reason, ...]) -> Iterator[Said]:
    for reason in reasons:
        yield from ((name, reason.as_of) for name in reason.sources)
    used = dict.fromkeys([*(fact for reason in reasons for fact in reason.rests_on), *map(str, item.rests_on)])
    for fact in used:
        for part in _parts(corpus.fact(fact)):
            yield from ((str(name), part.as_of) for name in part.sources)


def _parts(fact: object) -> tuple[Sourced, ...]:
    """What carries the sources of a fact: itself, or for a code its meaning and unit, for a rule its statements."""
    match fact:
        case Sourced():
            return (fact,)
        case Code():
            return (fact.meaning, fact.unit)
        case Rule():
            return tuple(fact.statements)
        case _:
            return ()
