"""Sources: an address opens the document, and a fact rests on kinds that can hold it.

A table of values states which codes pair, how many units, which letter and which indicator. It does
not say what a service is, when it is right or who furnishes it.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from generator.authoring.lesson_files import CITATION
from generator.facts.base import Keys, Sourced, nested
from generator.facts.corpus import REGISTERS, Corpus
from generator.facts.registers import SourceKind
from generator.facts.web_address import read_address
from generator.findings import Problems, Spot

TABLE = "table"
REMEDY = "cite a manual, a coverage decision or whoever does say it"
LINE = re.compile(r".+")
FRONT_PAGES = ("", "blog", "news", "articles", "resources")
VALUE, DEFINITION, EITHER, SENTENCE = "value", "definition", "either", "sentence"
CHOICE = "choice"
HOLDS: Mapping[str, str] = {
    "edits": VALUE,
    "fee_schedules": VALUE,
    "mue": VALUE,
    "meaning": DEFINITION,
    "unit": DEFINITION,
    "right_when": DEFINITION,
    "not_when": DEFINITION,
    "look_alikes": DEFINITION,
    "who": DEFINITION,
    "whole": EITHER,
    "techniques": CHOICE,
    "other_codes": EITHER,
    "changes": EITHER,
    "coverage": EITHER,
    "modifiers": EITHER,
    "diagnoses": EITHER,
    "examples": EITHER,
    "values": EITHER,
}
"""What each field states, by its name or its register's; every other states a sentence.

| states | may cite a table | needs |
| --- | --- | --- |
| value | always | a table, or what a clinic keeps |
| definition, and whatever has a `why` of its own | if it speaks of values | no table alone |
| choice (which code a technique is) | beside others | no table alone |
| either | always | any source |
| sentence | if it speaks of values | any source |
"""
SPEAKS_OF_VALUES = re.compile(
    r"\b(pairs?|edits?|columns?|indicators?|MUEs?|ceilings?|status|letters?|bundle[sd]?|tables?"
    r"|fee schedule|relative values?|ICD-10|diagnosis codes?|reductions?|prices?|with 59"
    r"|restrict(s|ed)|units? (a|per) day|once a day|not both|exclude[sd]?|values"
    r"|199\d|20[0-3]\d|is billed and|nothing is (paid|billed)"
    r"|never (billed )?beside|never both|alone is billed|billed (alone|beside)|both are paid"
    r"|((not|never|is) (be )?paid|denied|(not|non-) ?covered)"
    r"|Medicare\b[^.]{0,50}\b(pays?|covers?|accepts?|bills?|lets|knows|gets|takes?|wants|patient)"
    r"|(to|has|not|than|and for) Medicare|Medicare's (name|rule|word|code))\b",
    re.IGNORECASE,
)


def addresses_of_no_document(corpus: Corpus) -> Problems:
    """Addresses of a home page or list, and one address for several documents without a way on."""
    titles: dict[str, str] = {}
    for name, source in corpus.sources.items():
        address = read_address(source.address or "")
        spot = corpus.spot("sources", name) / name / "address"
        if address and address.rest.strip("/") in FRONT_PAGES:
            sentence = (
                f"The address of '{name}' opens a home page or a list; write the one of the"
                " document, or leave it out and say under 'how_to_find' what to look up and where."
            )
            yield spot, sentence
        elif source.address and source.how_to_find is None:
            other = titles.setdefault(source.address, source.title)
            if other != source.title:
                sentence = (
                    f"The address of '{name}' is that of '{other}' too; write the one of the"
                    " document, or say under 'how_to_find' how to come from there to it."
                )
                yield spot, sentence


def facts_beyond_their_sources(corpus: Corpus) -> Problems:
    """Values that no table states, and sentences that rest on a table of values."""
    kinds = {name: source.kind for name, source in corpus.sources.items()}
    for spot, register, keys, fact in every_fact(corpus):
        holds = _holds(register, keys)
        for index, sentence in _misfits(fact, holds, kinds):
            yield Spot(spot.path, (*spot.keys, "sources", *index)), sentence


def every_fact(corpus: Corpus) -> Iterator[tuple[Spot, str, Keys, Sourced]]:
    """Every sourced fact: where it was written, its register, and the keys within its thing."""
    for register in REGISTERS:
        if register in ("claims", "items"):  # they lie in articles and quizzes
            continue
        for name, thing in corpus.register(register).items():
            spot = corpus.spot(register, name)
            for keys, fact in facts_of(thing):
                yield Spot(spot.path, (*spot.keys, *keys)), register, keys, fact


def weak_facts_called_certain(corpus: Corpus) -> Problems:
    """Facts that weak sources alone state, without a word on how certain they are."""
    weak = {
        name
        for name, source in corpus.sources.items()
        if source.reliability == "weak" and source.kind != "clinic"
    }
    for spot, _, _, fact in every_fact(corpus):
        if weak.issuperset(fact.sources) and "confidence" not in fact.model_fields_set:
            sentence = (
                "Only sources of reliability weak say this; cite a better one, or write"
                " 'confidence: medium' or 'low'."
            )
            yield spot / "sources", sentence


def lessons_beyond_their_sources(corpus: Corpus) -> Problems:
    """Paragraphs of lessons that cite a table of values and speak of none."""
    for name, lesson in corpus.lessons.items():
        spot = corpus.spot("lessons", name) / "body"
        for line in LINE.finditer(lesson.body):
            text = CITATION.sub("", line[0])
            if text.startswith("Source") or SPEAKS_OF_VALUES.search(text):
                continue
            for citation in CITATION.finditer(line[0]):
                source = corpus.sources.get(citation["source"])
                if source and source.kind == TABLE:
                    start = line.start() + citation.start()
                    yield spot / start, _cannot_say(citation["source"])


def _holds(register: str, keys: Keys) -> str:
    names = (key for key in (register, *keys) if isinstance(key, str))
    return next((HOLDS[name] for name in names if name in HOLDS), SENTENCE)


def _misfits(
    fact: Sourced, holds: str, kinds: Mapping[str, SourceKind]
) -> Iterator[tuple[Keys, str]]:
    cited = [kinds[source] == TABLE for source in fact.sources]
    if holds == VALUE and not any(kinds[source] in (TABLE, "clinic") for source in fact.sources):
        yield (), "No source of this value is a table of values; cite the table that states it."
    elif all(cited) and (holds in (DEFINITION, CHOICE) or _reasons_otherwise(fact)):
        yield (), f"A table of values does not say what a service is; {REMEDY}."
    elif holds in (DEFINITION, SENTENCE) and not SPEAKS_OF_VALUES.search(_text(fact)):
        for index in (index for index, is_table in enumerate(cited) if is_table):
            yield (index,), _cannot_say(fact.sources[index])


def _cannot_say(table: str) -> str:
    return f"'{table}' is a table of values and cannot say this; {REMEDY}."


def _reasons_otherwise(fact: Sourced) -> bool:
    """Whether it gives a reason that is no value."""
    reason = getattr(fact, "why", None)
    return reason is not None and not SPEAKS_OF_VALUES.search(reason)


def _text(fact: Sourced) -> str:
    values = (value if isinstance(value, tuple) else (value,) for value in fact.__dict__.values())
    return " ".join(text for held in values for text in held if type(text) is str)


@lru_cache(maxsize=8192)  # walked once, however often the project is checked again
def facts_of(thing: object) -> tuple[tuple[Keys, Sourced], ...]:
    """Every sourced fact in a thing, with the keys that lead to it."""
    return tuple((keys, value) for keys, value in nested(thing) if isinstance(value, Sourced))
