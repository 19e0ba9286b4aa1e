"""Payers' conditions that misspell a value which techniques, visits or other payers use."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.facts.corpus import Corpus
from generator.facts.payers import Payer
from generator.facts.quizzes import VisitItem
from generator.facts.rule_examples import VisitExample
from generator.facts.techniques import When
from generator.findings import Problems, did_you_mean

Used = tuple[str, str, str]
"""An attribute, a word that is its value, and the file in which it is so."""


def misspelt_conditions(corpus: Corpus) -> Problems:
    """Values of a payer's `where` that no other file uses and that resemble one that is used."""
    used: Mapping[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for attribute, word, path in _used(corpus):
        used[attribute][word].add(path)
    for name, payer in corpus.payers.items():
        spot = corpus.spot("payers", name)
        for index, condition in enumerate(payer.conditions):
            for attribute, word in _words(condition.where):
                others = {
                    other for other, in_files in used[attribute].items() if in_files - {spot.path}
                }
                if word not in others and (hint := did_you_mean(word, others, "")):
                    yield (
                        spot / "conditions" / index / "where" / attribute,
                        f"No other file has '{word}' as '{attribute}', so no visit meets it;"
                        f" {hint}",
                    )


def _used(corpus: Corpus) -> Iterator[Used]:
    for name, technique in corpus.techniques.items():
        path = corpus.spot("techniques", name).path
        for rule in technique.codes:
            yield from ((*found, path) for found in _words(rule.when))
    for name, payer in corpus.payers.items():
        path = corpus.spot("payers", name).path
        yield from ((*found, path) for found in _of_payer(payer))
    for name, item in corpus.items.items():
        if isinstance(item, VisitItem):
            path = corpus.spot("items", name).path
            yield from ((*found, path) for found in _of_visit(item))
    for name, rule_file in corpus.rules.items():
        path = corpus.spot("rules", name).path
        for example in rule_file.examples:
            if isinstance(example, VisitExample):
                yield from ((*found, path) for found in _of_visit(example))


def _of_payer(payer: Payer) -> Iterator[tuple[str, str]]:
    for condition in payer.conditions:
        yield from _words(condition.where)


def _of_visit(thing: VisitItem | VisitExample) -> Iterator[tuple[str, str]]:
    for service in thing.visit.services:
        yield from ((name, word) for name, word in service.details.items() if isinstance(word, str))


def _words(when: When) -> Iterator[tuple[str, str]]:
    for attribute, values in when.items():
        if isinstance(values, tuple):
            yield from ((attribute, word) for word in values if isinstance(word, str))
