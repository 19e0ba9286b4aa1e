"""Which fact of ours an override means."""

import difflib
from collections.abc import Iterator

from pydantic import BaseModel

from generator.authoring.yaml_reader import Keys
from generator.facts.base import Sourced
from generator.facts.clinics import Override
from generator.facts.corpus import Corpus


def target_of_override(corpus: Corpus, reference: str) -> tuple[str, str]:
    """Register and name of what an override means.

    A pair is found by its two codes; a code only mentioned is in another register.
    """
    register, _, name = reference.partition("/")
    if register == "edits":
        found = corpus.fact(reference)
        return register, next((key for key, edit in corpus.edits.items() if edit is found), name)
    if register == "codes" and name in corpus.other_codes:
        return "other_codes", name
    return register, name


def unknown_target(corpus: Corpus, reference: str) -> str:
    """The message where there is no such thing."""
    register, _, name = reference.partition("/")
    near = difflib.get_close_matches(name, corpus.register(register), 1, 0.6)
    return f"RightCode has no '{reference}' to override; " + (
        f"did you mean '{register}/{near[0]}'?"
        if near
        else "name another fact, or add yours as a fact of its own."
    )


def value_at(value: object, keys: Keys) -> object:
    """What `keys` lead to in a thing, or None."""
    for key in keys:
        match value:
            case BaseModel():
                value = (
                    getattr(value, str(key), None) if str(key) in type(value).model_fields else None
                )
            case dict():
                value = value.get(str(key))
            case tuple() if isinstance(key, int) and 0 <= key < len(value):
                value = value[key]
            case _:
                return None
    return value


def no_fact(thing: BaseModel, override: Override) -> str:
    """The message where the keys of an override lead to no fact."""
    steps = [".".join(map(str, keys)) for keys in _facts_in(thing, ())]
    asked = ".".join(map(str, override.at))
    near = difflib.get_close_matches(asked, steps, 3, 0.4) or steps[:3]
    keys = " or ".join(f"[{', '.join(step.split('.'))}]" for step in near)
    return (
        f"{'at: ' if asked else ''}{asked or override.fact} leads to no sourced fact of"
        f" {override.fact}; write at: {keys}."
    )


def _facts_in(value: object, keys: Keys) -> Iterator[Keys]:
    if isinstance(value, Sourced) and keys:
        yield keys
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _facts_in(getattr(value, name), (*keys, name))
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _facts_in(entry, (*keys, index))
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _facts_in(entry, (*keys, str(key)))
