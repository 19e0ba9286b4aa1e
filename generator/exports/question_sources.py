"""Who stands behind an answer: the sources of its reasons, and of the facts it rests on."""

from collections.abc import Iterator
from datetime import date

from generator.billing.outcomes import Reason
from generator.exports.portable_question import ExportSource
from generator.facts.base import Sourced
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.facts.registers import Rule

Citation = tuple[str, date | None]


def sources_of(corpus: Corpus, item: Item, reasons: tuple[Reason, ...]) -> tuple[ExportSource, ...]:
    """Each publication once, with the latest day as of which it is cited.

    Of a fact with first-hand sources only those are named.
    """
    latest: dict[str, date | None] = {}
    for name, as_of in _citations(corpus, item, reasons):
        known = latest.get(name)
        latest[name] = max(known, as_of) if known and as_of else known or as_of
    return tuple(_source(corpus, name, as_of) for name, as_of in latest.items())


def _source(corpus: Corpus, name: str, as_of: date | None) -> ExportSource:
    entry = corpus.sources[name]
    return ExportSource(entry.publisher, entry.title, entry.address or "", as_of)


def _citations(corpus: Corpus, item: Item, reasons: tuple[Reason, ...]) -> Iterator[Citation]:
    """What each reason names itself, or else what its facts name.

    Facts that no reason is made from come last.
    """
    for reason in reasons:
        own = [(name, reason.as_of) for name in reason.sources]
        yield from own or _of_facts(corpus, reason.rests_on)
    named = {fact for reason in reasons for fact in reason.rests_on}
    yield from _of_facts(corpus, tuple(str(fact) for fact in item.rests_on if fact not in named))


def _of_facts(corpus: Corpus, facts: tuple[str, ...]) -> Iterator[Citation]:
    for fact in facts:
        cited = [
            (str(name), part.as_of) for part in _parts(corpus.fact(fact)) for name in part.sources
        ]
        first_hand = [
            (name, as_of) for name, as_of in cited if corpus.sources[name].reliability == "primary"
        ]
        yield from first_hand or cited


def _parts(fact: object) -> tuple[Sourced, ...]:
    """What carries the sources of a fact.

    Itself, or for a code its meaning and unit, for a rule its statements.
    """
    match fact:
        case Sourced():
            return (fact,)
        case Code():
            return (fact.meaning, fact.unit)
        case Rule():
            return tuple(fact.statements)
        case _:
            return ()
