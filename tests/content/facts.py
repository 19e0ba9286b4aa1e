"""The real content, taken apart into its facts."""

from collections.abc import Iterator

from pydantic import BaseModel

from generator.facts.base import Sourced
from generator.facts.corpus import Corpus

SOURCED = (
    "codes",
    "other_codes",
    "techniques",
    "payers",
    "rules",
    "edits",
    "glossary",
    "changes",
    "articles",
    "misconceptions",
    "comparisons",
    "cases",
)


def all_facts(corpus: Corpus) -> Iterator[tuple[str, Sourced]]:
    """Every fact, named by the way to it: `codes/97124/mue/0`."""
    for register in SOURCED:
        for name, thing in corpus.register(register).items():
            yield from facts_below(f"{register}/{name}", thing)


def facts_below(name: str, value: object) -> Iterator[tuple[str, Sourced]]:
    """Every fact in a thing."""
    if isinstance(value, Sourced):
        yield name, value
    if isinstance(value, BaseModel):
        for key in type(value).model_fields:
            yield from facts_below(f"{name}/{key}", getattr(value, key))
    elif isinstance(value, tuple | dict):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from facts_below(f"{name}/{key}", part)
