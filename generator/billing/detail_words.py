"""The words that a detail of a service may be; another one would decide without anybody's doing."""

from collections.abc import Iterator, Mapping

from generator.billing.attributes import attributes_of
from generator.billing.select_codes import outcome_of
from generator.facts.base import Keys
from generator.facts.corpus import Corpus
from generator.facts.techniques import Attribute, Technique, When
from generator.facts.visits import Service, VisitFacts

UNNAMED: Mapping[str, tuple[str, ...]] = {"history": ("brief",), "condition": ("other",)}
"""What is the case where no rule names the word: it is none of those that a rule names."""


def wrong_words(corpus: Corpus, visit: VisitFacts) -> Iterator[tuple[Keys, str]]:
    """Each detail that is no word the facts have, with those that it may be."""
    for place, service in enumerate(visit.services):
        technique = corpus.techniques.get(service.technique or "")
        for name, value in service.details.items():
            if isinstance(value, str) and (words := _instead(corpus, service, technique, name)):
                listed = " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
                sentence = f"'{value}' is not a value of '{name}' here; write {listed}."
                yield ("services", place, "details", name), sentence


def _instead(
    corpus: Corpus, service: Service, technique: Technique | None, name: Attribute
) -> tuple[str, ...]:
    """The words that the detail may be, where it is none of them; else nothing."""
    payers = (one.where for payer in corpus.payers.values() for one in payer.conditions)
    own = _words(name, (rule.when for rule in technique.codes)) if technique else ()
    own = own or _words(name, payers)
    if not own:  # nothing asks for it, so no word of it decides anything
        return ()
    own, value = tuple(dict.fromkeys((*own, *UNNAMED.get(name, ())))), service.details[name]
    if value in own:
        return ()
    rules = (rule.when for entry in corpus.techniques.values() for rule in entry.codes)
    elsewhere = technique and value in _words(name, rules) and not _fits_nothing(service, technique)
    return () if elsewhere else own


def _fits_nothing(service: Service, technique: Technique) -> bool:
    found = outcome_of(technique, attributes_of(service, technique))
    return getattr(found, "missing", None) == "description"


def _words(name: str, conditions: Iterator[When]) -> tuple[str, ...]:
    lists = (when[wanted] for when in conditions for wanted in when if wanted == name)
    words = (value for wanted in lists if isinstance(wanted, tuple) for value in wanted)
    return tuple(dict.fromkeys(word for word in words if isinstance(word, str)))
