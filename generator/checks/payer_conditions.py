"""Values that a payer's condition or a visit misspells, of which others use the right one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.billing.detail_words import wrong_words
from generator.facts.corpus import Corpus
from generator.facts.payers import Payer
from generator.facts.quizzes import VisitItem
from generator.facts.rule_examples import VisitExample
from generator.facts.techniques import When
from generator.findings import Problems, Spot, did_you_mean

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


def misspelt_details(corpus: Corpus) -> Problems:
    """Details of a question's or an example's visit that are no word of the facts."""
    for name, item in corpus.items.items():
        if isinstance(item, VisitItem):
            spot = corpus.spot("items", name)
            for keys, sentence in wrong_words(corpus, item.visit):
                yield Spot(spot.path, (*spot.keys, "visit", *keys)), sentence
    for name, rule in corpus.rules.items():
        spot = corpus.spot("rules", name)
        for place, example in enumerate(rule.examples):
            if isinstance(example, VisitExample):
                for keys, sentence in wrong_words(corpus, example.visit):
                    at = (*spot.keys, "examples", place, "visit", *keys)
                    yield Spot(spot.path, at), sentence


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
