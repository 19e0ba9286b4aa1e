"""What a clinic overrides: a fact of ours replaced by one that carries ours."""

import difflib
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError, create_model
from pydantic_core import to_json

from generator.authoring.schema_errors import schema_findings
from generator.authoring.yaml_reader import YamlSource
from generator.facts.base import Keys, Sourced, nested
from generator.facts.clinics import Difference, Overridden, Override
from generator.facts.corpus import Corpus
from generator.facts.named_entries import step_names
from generator.findings import Finding, Spot, listed, nearest
from generator.overlays.overlay_files import Problem

BESIDE = {"id", "sources", "as_of", "effective", "confidence", "contested", "overridden"}
"""What it is called, who says so, when and how surely: shown with the source or not at all."""

LENGTH = 12


def keys_in_words(keys: Keys) -> str:
    """`(note_must_show, 1)` as “note must show, entry 2”."""
    return ", ".join(
        f"entry {key + 1}" if isinstance(key, int) else re.sub("[_-]", " ", key) for key in keys
    )


def values_in_words(fact: Sourced) -> dict[str, str]:
    """What a fact says beyond who says it, as words."""
    dumped = fact.model_dump(mode="json", by_alias=True, exclude_none=True)
    return {
        name.replace("_", " "): _word(value)
        for name, value in dumped.items()
        if name not in BESIDE and value not in ("", [], {})
    }


def _word(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case float() if value == int(value):
            return str(int(value))
        case list():
            return ", ".join(map(_word, value))
        case dict():
            return "; ".join(f"{name} {_word(entry)}" for name, entry in value.items())
        case _:
            return str(value)


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
    near = [f"{register}/{one}" for one in nearest(name, corpus.register(register))]
    return f"RightCode has no '{reference}' to override; " + (
        f"did you mean {listed(near, 'or')}?"
        if near
        else "name another fact, or add yours as a fact of its own."
    )


def value_at(value: object, keys: Keys) -> object:
    """What `keys` lead to in a thing, or None; into a list by id, or by place."""
    for step in keys:
        key = _place(value, step)
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


def _place(value: object, key: str | int) -> str | int:
    """The place of the entry that an id means; any other key as it is."""
    names = step_names(value) if isinstance(value, tuple) else []
    return names.index(key) if isinstance(key, str) and key in names else key


def _by_id(thing: object, keys: Keys) -> list[str]:
    """Keys that lead to a part, with ids in the place of places."""
    steps: list[str] = []
    for key in keys:
        names = step_names(thing) if isinstance(thing, tuple) else []
        steps.append(str(names[key] if isinstance(key, int) else key))
        thing = value_at(thing, (key,))
    return steps


def no_fact(thing: BaseModel, override: Override) -> str:
    """The message where the keys of an override lead to no fact."""
    facts = (keys for keys, fact in nested(thing) if keys and isinstance(fact, Sourced))
    steps = [".".join(_by_id(thing, keys)) for keys in facts]
    asked = ".".join(map(str, override.at))
    near = difflib.get_close_matches(asked, steps, 3, 0.4) or steps[:3]
    keys = " or ".join(f"[{', '.join(step.split('.'))}]" for step in near)
    return (
        f"{'at: ' if asked else ''}{asked or override.fact} leads to no sourced fact of"
        f" {override.fact}; write at: {keys}."
    )


@dataclass(frozen=True)
class AppliedOverride:
    """A fact as the clinic has it, and where it belongs."""

    register: str
    name: str
    keys: Keys
    fact: Sourced
    ours: Overridden


class UnsoundOverrideError(Exception):
    """An override that cannot be applied: what is wrong, at its place."""

    def __init__(self, *problems: Problem, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(*problems)
        self.problems, self.findings = problems, findings


def fact_digest(fact: Sourced) -> str:
    """Twelve hexadecimal digits over all that a fact says, its sources and dates among it."""
    dumped = to_json(fact.model_dump(mode="json", exclude_defaults=True))
    return hashlib.sha256(dumped).hexdigest()[:LENGTH]


def apply_override(
    corpus: Corpus, override: Override, source: YamlSource, spot: Spot
) -> AppliedOverride:
    """What `override`, written at `spot`, puts in the place of ours.

    Raises `UnsoundOverrideError`.
    """
    register, name = target_of_override(corpus, override.fact)
    thing = corpus.register(register).get(name)
    is_own = corpus.overlay and f"{register}/{name}" in corpus.overlay.own
    if not isinstance(thing, BaseModel) or is_own:
        sentence = unknown_target(corpus, override.fact)
        raise UnsoundOverrideError((spot / "fact", "O402", sentence))
    ours = value_at(thing, override.at)
    if not isinstance(ours, Sourced):
        key = "at" if override.at else "fact"
        raise UnsoundOverrideError((spot / key, "O403", no_fact(thing, override)))
    problems = (*_stale(override, ours, spot), *_unsourced(corpus, override, spot))
    if problems:
        raise UnsoundOverrideError(*problems)
    try:
        plain = type(ours).model_validate(_data(ours, override))
    except ValidationError as error:
        keys = (*spot.keys, "instead")
        part = replace(source, data=_data(ours, override), within=keys)
        findings = tuple(schema_findings(part, error, type(ours)))
        raise UnsoundOverrideError(findings=findings) from error
    overridden = _overridden(ours, plain, override)
    if not overridden.differences:
        sentence = "This says what ours says; remove it, or say what differs."
        raise UnsoundOverrideError((spot / "instead", "O405", sentence))
    values = {**plain.__dict__, "overridden": overridden}
    fact = overridden_type(type(ours)).model_construct(**values)
    return AppliedOverride(register, name, override.at, fact, overridden)


def register_with(corpus: Corpus, applied: AppliedOverride) -> dict[str, Any]:
    """The register with the clinic's fact in it, by its name."""
    register = corpus.register(applied.register)
    thing = _replace_at(register[applied.name], applied.keys, applied.fact)
    return {applied.register: {**register, applied.name: thing}}


def _stale(override: Override, ours: Sourced, spot: Spot) -> Iterator[Problem]:
    digest = fact_digest(ours)
    if override.replaces not in (digest, ours.as_of):
        values = (f"{name} {value}" for name, value in values_in_words(ours).items())
        text = getattr(ours, "text", "") or ", ".join(values)
        sentence = (
            f"Ours is not what this override was written against: it now says, as of {ours.as_of}:"
            f' “{text}” Read it; if yours still holds, write replaces: "{digest}".'
        )
        yield spot / "replaces", "O404", sentence


def _unsourced(corpus: Corpus, override: Override, spot: Spot) -> Iterator[Problem]:
    for index, name in enumerate(override.sources):
        if name not in corpus.sources:
            sentence = f"There is no source '{name}'; add it to the overlay's content/sources.yaml."
            yield spot / "sources" / index, "O406", sentence


def _data(ours: Sourced, override: Override) -> dict[str, object]:
    return {
        **ours.model_dump(by_alias=True, exclude_defaults=True),
        **override.instead,
        "sources": override.sources,
        "as_of": override.as_of,
        "effective": override.effective,
    }


def _overridden(ours: Sourced, theirs: Sourced, override: Override) -> Overridden:
    before, after = values_in_words(ours), values_in_words(theirs)
    differences = tuple(
        Difference(name, before.get(name, "nothing"), after.get(name, "nothing"))
        for name in dict.fromkeys((*before, *after))
        if before.get(name) != after.get(name)
    )
    where = keys_in_words(override.at)
    return Overridden(override.id, where, ours, differences, override.reason, override.says)


@cache
def overridden_type(kind: type[Sourced]) -> type[Sourced]:
    """The same kind of fact with ours beside it; it is in no schema, so no file can have it."""
    return create_model(f"{kind.__name__}Otherwise", __base__=kind, overridden=(Overridden, ...))


def _replace_at(value: object, keys: Keys, fact: Sourced) -> object:
    if not keys:
        return fact
    first, rest = _place(value, keys[0]), keys[1:]
    match value:
        case BaseModel():
            part = _replace_at(getattr(value, str(first)), rest, fact)
            return value.model_copy(update={str(first): part})
        case dict():
            return {**value, str(first): _replace_at(value[str(first)], rest, fact)}
        case tuple() if isinstance(first, int):
            part = _replace_at(value[first], rest, fact)
            return (*value[:first], part, *value[first + 1 :])
        case _:
            raise TypeError(f"{type(value).__name__} holds no facts")
