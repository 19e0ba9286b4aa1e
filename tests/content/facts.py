"""The real content, taken apart for tests that have one case for each fact."""

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from generator.build.project import open_project
from generator.facts.base import Sourced
from generator.facts.corpus import Corpus
from tests.conftest import ROOT

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


@cache
def real() -> Corpus:
    return open_project(ROOT).corpus


def facts_below(name: str, value: object) -> Iterator[tuple[str, Sourced]]:
    """Every fact in a thing, named by the way to it: `codes/97124/mue/0`."""
    if isinstance(value, Sourced):
        yield name, value
    if isinstance(value, BaseModel):
        for key in type(value).model_fields:
            yield from facts_below(f"{name}/{key}", getattr(value, key))
    elif isinstance(value, tuple | dict):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from facts_below(f"{name}/{key}", part)


@cache
def all_facts() -> tuple[tuple[str, Sourced], ...]:
    corpus = real()
    return tuple(
        found
        for register in SOURCED
        for name, thing in corpus.register(register).items()
        for found in facts_below(f"{register}/{name}", thing)
    )
