"""What a note calls a service, to techniques and codes: the words in any order.

site_config/frontend/shared/word_search.js finds the same.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.registers import OtherCode
from generator.facts.techniques import Technique

IGNORED = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "w", "with")
)
ENDINGS = (("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("ss", "ss"), ("s", ""))
"""How a plural ends, and the one: the first that fits."""
MARKS = re.compile("[\u0300-\u036f]")
WORD = re.compile(r"[a-z0-9]+")
Words = tuple[str, ...]
PHRASE, WITHIN, ACROSS, BEGUN, MORE, NOTHING = range(6)


@dataclass(frozen=True)
class Entry:
    """Something to find, as register and name, by the phrases it goes by."""

    reference: str
    phrases: tuple[Words, ...]


@lru_cache(maxsize=16384)
def words_in(text: str) -> Words:
    """The words of a text without marks, plurals and the small ones between."""
    plain = MARKS.sub("", unicodedata.normalize("NFKD", text)).lower()
    return tuple(_singular(word) for word in WORD.findall(plain) if word not in IGNORED)


def technique_phrases(technique: Technique) -> tuple[str, ...]:
    """What notes call a technique."""
    return tuple(dict.fromkeys((technique.name.lower(), *technique.words, *technique.shorthand)))


def code_phrases(code: Code | OtherCode) -> tuple[str, ...]:
    """The number and the names of a code."""
    names = code.also_called if isinstance(code, Code) else ()
    return tuple(dict.fromkeys((code.code.lower(), code.plain_name, *names, *code.words.means)))


def phrases_by_reference(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """What techniques, then codes go by, under register and name."""
    codes: list[Code | OtherCode] = [*corpus.codes.values(), *corpus.other_codes.values()]
    return {
        f"techniques/{technique.id}": technique_phrases(technique)
        for technique in corpus.techniques.values()
    } | {f"codes/{code.code}": code_phrases(code) for code in codes}


def entries(corpus: Corpus) -> tuple[Entry, ...]:
    """Everything that a word can lead to, techniques first: they ask what a word leaves open."""
    return tuple(
        Entry(reference, tuple(map(words_in, phrases)))
        for reference, phrases in phrases_by_reference(corpus).items()
    )


def techniques_called(corpus: Corpus, text: str) -> list[str]:
    """The ids of the techniques that go by exactly these words."""
    query = words_in(text)
    return [
        technique.id
        for technique in corpus.techniques.values()
        if query and query in map(words_in, technique_phrases(technique))
    ]


def find(found_in: Iterable[Entry], text: str) -> list[str]:
    """The references that a text leads to, the nearest first.

    A phrase of the text's words comes before one that holds all of them, and that before all
    phrases of an entry together. Where there is none, the last word may be the beginning of one;
    then the text may hold a phrase and more, the longest first.
    """
    query = words_in(text)
    ranked = [(_rank(entry, query), entry.reference) for entry in found_in] if query else []
    best = min((rank for (rank, _), _ in ranked), default=NOTHING)
    worst = min(max(best, ACROSS), NOTHING - 1)
    near = [one for one in ranked if one[0][0] <= worst]
    return [name for _, name in sorted(near, key=lambda one: one[0])]


def _rank(entry: Entry, query: Words) -> tuple[int, int]:
    if any(set(phrase) == set(query) for phrase in entry.phrases):
        return PHRASE, 0
    if any(_holds(phrase, query) for phrase in entry.phrases):
        return WITHIN, 0
    own = {word for phrase in entry.phrases for word in phrase}
    if _holds(own, query):
        return ACROSS, 0
    *before, last = query
    if _holds(own, before) and len(last) > 1 and any(word.startswith(last) for word in own):
        return BEGUN, 0
    longest = max((len(phrase) for phrase in entry.phrases if _holds(query, phrase)), default=0)
    return (MORE, -longest) if longest else (NOTHING, 0)


def _holds(own: Iterable[str], query: Iterable[str]) -> bool:
    return set(query) <= set(own)


def _singular(word: str) -> str:
    for ending, instead in ENDINGS:
        if len(word) > 3 and word.endswith(ending):
            return word[: -len(ending)] + instead
    return word
