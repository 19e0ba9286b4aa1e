"""Sentences that tell what this site read, where a biller needs to know where to look."""

import re
from collections.abc import Iterator

from generator.facts.base import Keys, Model
from generator.facts.corpus import Corpus
from generator.findings import Problems, Spot

REMARK = re.compile(
    r"\b(?:not|never|nor) (?:been |be )?(?:read (?:here|for|in|at|yet)|verified|looked into)"
    r"|\b(?:was|were|been|be) not read(?! as\b)|\bno (?:[\w',]+ ){1,6}?was verified\b"
    r"|\b(?:nothing|none|no (?:[\w',]+ ){1,6}?)(?:was |were |that was )?read\b(?= here|[.,;:]| for)"
    r"|\b(?:judged|read|found) for this (?:site|page)"
    r"|\b(?:read|known|verified|looked up) here\b"
    r"|\b(?:was|were) (?:last )?read (?:as of|in|on one|from|for)\b"
    r"|\b(?:that|which) (?:was|were) read\b|\b(?:was|were) read$|\bwhat was (?:read|judged)\b"
    r"|\b(?:table|tables|copy) (?:was |were )?read\b|\bas last read\b",
    re.IGNORECASE,
)
"""Remarks on the reading of facts; extend it where another wording turns up."""
WORDING = re.compile(
    r"\b(?P<article>[Aa]) (?P<letters>OTA?|SLPA?|NPP|LCD|NCD|MUE)s?\b"
    r"|(?<!Medicare )\balways with G[PON]\b"
)
REGISTERS = (
    "families",
    "codes",
    "other_codes",
    "techniques",
    "payers",
    "rules",
    "glossary",
    "changes",
    "claims",
    "misconceptions",
    "comparisons",
    "cases",
    "sheets",
    "adjustments",
    "figures",
    "claim_forms",
    "items",
    "templates",
    "lessons",
)
QUOTED = ("says", "quote", "words", "also_called", "sources")
"""Slots that hold the words of others."""


def remarks_on_reading(corpus: Corpus) -> Problems:
    """Texts that say what was not read, verified or known by this site."""
    for spot, found in _found(corpus, REMARK):
        sentence = (
            f"'{found[0]}' tells what this site read; state the fact, or say where a biller looks"
            " it up: the payer's policy, the MAC's article, a CMS tool."
        )
        yield spot, sentence


def wrong_wordings(corpus: Corpus) -> Problems:
    """Abbreviations with the wrong article, and a rule of Medicare's told as everybody's."""
    for spot, found in _found(corpus, WORDING):
        if found["article"]:
            sentence = (
                f"'{found[0]}' is read letter by letter and begins with a vowel; write 'an"
                f" {found['letters']}'."
            )
        else:
            sentence = (
                f"Not every payer wants it '{found[0]}'; name the payer: 'Medicare {found[0]}'."
            )
        yield spot, sentence


def _found(corpus: Corpus, pattern: re.Pattern[str]) -> Iterator[tuple[Spot, re.Match[str]]]:
    for register in REGISTERS:
        for name, thing in corpus.register(register).items():
            for keys, text in _texts(thing):
                if found := pattern.search(text):
                    spot = corpus.spot(register, name)
                    for key in (*keys, found.start()) if keys == ("body",) else keys:
                        spot /= key
                    yield spot, found


def _texts(value: object, keys: Keys = ()) -> Iterator[tuple[Keys, str]]:
    match value:
        case str():
            yield keys, value
        case Model():
            for key, entry in value.__dict__.items():
                if key not in QUOTED:
                    yield from _texts(entry, (*keys, key))
        case tuple():
            for index, entry in enumerate(value):
                yield from _texts(entry, (*keys, index))
        case dict():
            for key, entry in value.items():
                yield from _texts(entry, (*keys, str(key)))
