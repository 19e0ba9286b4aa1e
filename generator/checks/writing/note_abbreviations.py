"""Abbreviations of notes are in the glossary, so that a learner can look at what they stand for."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.checks.item_checks import spot_of
from generator.facts.corpus import Corpus
from generator.facts.question_templates import Choice
from generator.facts.registers import Abbreviation
from generator.findings import Problems, Spot

CAPITALS = re.compile(r"(?<![\w.{-])([A-Z]{2,6})(?:s(?![a-z])|(?![\w}]))")
ROMAN = re.compile(r"[IVX]+")


def unknown_abbreviations(corpus: Corpus) -> Problems:
    """Two to six capitals in a note, or in a piece of one, that no entry explains.

    Projects that list no abbreviations at all are left alone.
    """
    known = _known(tuple(corpus.abbreviations.values()))
    if not known:
        return
    for item in corpus.items.values():
        for found in _unknown(str(getattr(item, "note", "")), known):
            yield spot_of(corpus, item, "note"), _sentence(found)
    for spot, text in _template_texts(corpus):
        for found in _unknown(text, known):
            yield spot, _sentence(found)


def _sentence(found: str) -> str:
    return (
        f"The glossary does not say what '{found}' stands for; add it to"
        " content/glossary/abbreviations.yaml, or write it out."
    )


def _template_texts(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """The notes of templates, and the pieces that they are put together from."""
    for name, choices in corpus.pools.items():
        yield from _pieces(corpus.spot("pools", name), choices)
    for name, template in corpus.templates.items():
        spot = corpus.spot("templates", name)
        yield spot / "note", template.note
        for draw, drawn in template.draws.items():
            if isinstance(drawn, tuple):
                yield from _pieces(spot / "draws" / draw, drawn)


def _pieces(spot: Spot, choices: Iterable[Choice]) -> Iterator[tuple[Spot, str]]:
    for index, choice in enumerate(choices):
        for key, piece in choice.words.items():
            place = spot / index / "words" / key
            if isinstance(piece, str):
                yield place, piece
            else:
                yield from ((place / at, text) for at, text in enumerate(piece))


def _unknown(text: str, known: frozenset[str]) -> Iterator[str]:
    for found in dict.fromkeys(CAPITALS.findall(text)):
        if found not in known and not ROMAN.fullmatch(found):
            yield found


@lru_cache(maxsize=4)
def _known(listed: tuple[Abbreviation, ...]) -> frozenset[str]:
    """Every run of letters of every entry, so that `MS, CCC-SLP` explains its parts."""
    return frozenset(
        word for entry in listed for short in entry.short for word in re.findall(r"\w+", short)
    )
