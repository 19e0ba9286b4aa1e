"""What a clinic says otherwise: a fact of ours replaced, never in silence.

The fact that stands there then carries ours.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ValidationError, create_model
from pydantic_core import to_json

from generator.authoring.schema_errors import shape_findings
from generator.authoring.yaml_reader import Keys, Source
from generator.facts.base import Sourced
from generator.facts.clinics import Difference, Overridden, Override
from generator.facts.corpus import Corpus
from generator.findings import Finding, Spot
from generator.overlays.additions import Problem
from generator.overlays.fact_values import keys_in_words, values_in_words
from generator.overlays.override_targets import (
    no_fact,
    target_of_override,
    unknown_target,
    value_at,
)

LENGTH = 12


@dataclass(frozen=True)
class AppliedOverride:
    """A fact as the clinic has it, and where it belongs."""

    register: str
    name: str
    keys: Keys
    fact: Sourced


@dataclass(frozen=True)
class SourcePart(Source):
    """The piece of a file that `keys` lead to, read as a file of its own."""

    whole: Source | None = None
    keys: Keys = ()

    def place(self, keys: Keys):  # noqa: ANN201 - as Source
        return self.whole.place((*self.keys, *keys))

    def key_place(self, keys: Keys):  # noqa: ANN201
        return self.whole.key_place((*self.keys, *keys))

    def written(self, keys: Keys) -> str | None:
        return self.whole.written((*self.keys, *keys))


def fact_digest(fact: Sourced) -> str:
    """Twelve hexadecimal digits over all that a fact says, its sources and dates among it."""
    return hashlib.sha256(to_json(fact.model_dump(mode="json", exclude_defaults=True))).hexdigest()[
        :LENGTH
    ]


def apply_override(
    corpus: Corpus, override: Override, source: Source, spot: Spot
) -> tuple[AppliedOverride | None, tuple[Problem, ...], tuple[Finding, ...]]:
    """What `override` puts in the place of ours; or what is wrong with it.

    `spot` is the override's own place.
    """
    register, name = target_of_override(corpus, override.fact)
    thing = corpus.register(register).get(name)
    if thing is None or (corpus.overlay and f"{register}/{name}" in corpus.overlay.own):
        return None, ((spot / "fact", "O402", unknown_target(corpus, override.fact)),), ()
    ours = value_at(thing, override.at)
    if not isinstance(ours, Sourced):
        return (
            None,
            ((spot / ("at" if override.at else "fact"), "O403", no_fact(thing, override)),),
            (),
        )
    problems = tuple(_stale(override, ours, spot)) + tuple(_unsourced(corpus, override, spot))
    if problems:
        return None, problems, ()
    try:
        theirs = _override_fact(ours, override)
    except ValidationError as problem:
        part = SourcePart(
            source.path, source.text, _data(ours, override), source, (*spot.keys, "instead")
        )
        return None, (), tuple(shape_findings(part, problem, type(ours)))
    if not theirs.overridden.differences:
        return (
            None,
            (
                (
                    spot / "instead",
                    "O405",
                    "This says what ours says; remove it, or say what differs.",
                ),
            ),
            (),
        )
    return AppliedOverride(register, name, override.at, theirs), (), ()


def register_with(corpus: Corpus, applied: AppliedOverride) -> Mapping[str, object]:
    """The register with the clinic's fact in it."""
    register = corpus.register(applied.register)
    return {
        **register,
        applied.name: _replace_at(register[applied.name], applied.keys, applied.fact),
    }


def _stale(override: Override, ours: Sourced, spot: Spot) -> Iterator[Problem]:
    mark = fact_digest(ours)
    if override.replaces in (mark, ours.as_of):
        return
    said = getattr(ours, "text", "") or ", ".join(
        f"{name} {value}" for name, value in values_in_words(ours).items()
    )
    yield (
        spot / "replaces",
        "O404",
        (
            f"Ours is not what this override was written against: it now says, as of {ours.as_of}:"
            f' “{said}” Read it; if yours still holds, write replaces: "{mark}".'
        ),
    )


def _unsourced(corpus: Corpus, override: Override, spot: Spot) -> Iterator[Problem]:
    for index, name in enumerate(override.sources):
        if name not in corpus.sources:
            yield (
                spot / "sources" / index,
                "O406",
                f"There is no source '{name}'; add it to the overlay's content/sources.yaml.",
            )


def _data(ours: Sourced, override: Override) -> dict[str, object]:
    return {
        **ours.model_dump(by_alias=True, exclude_defaults=True),
        **override.instead,
        "sources": override.sources,
        "as_of": override.as_of,
        "effective": override.effective,
    }


def _override_fact(ours: Sourced, override: Override) -> Sourced:
    plain = type(ours).model_validate(_data(ours, override))
    before, after = values_in_words(ours), values_in_words(plain)
    differences = tuple(
        Difference(name, before.get(name, "nothing"), after.get(name, "nothing"))
        for name in dict.fromkeys((*before, *after))
        if before.get(name) != after.get(name)
    )
    carried = Overridden(
        override.id, keys_in_words(override.at), ours, differences, override.reason, override.says
    )
    return overridden_type(type(ours)).model_construct(**{**plain.__dict__, "overridden": carried})


@cache
def overridden_type(kind: type[Sourced]) -> type[Sourced]:
    """The same sort of fact with ours beside it.

    Nobody can write that into a file: it is in no schema.
    """
    return create_model(f"{kind.__name__}Otherwise", __base__=kind, overridden=(Overridden, ...))


def _replace_at(value: object, keys: Keys, fact: Sourced) -> object:
    """A copy in which `fact` stands where `keys` lead; all beside it is the same."""
    if not keys:
        return fact
    first, *rest = keys
    match value:
        case BaseModel():
            return value.model_copy(
                update={str(first): _replace_at(getattr(value, str(first)), tuple(rest), fact)}
            )
        case dict():
            return {**value, str(first): _replace_at(value[str(first)], tuple(rest), fact)}
        case tuple():
            return (
                *value[:first],
                _replace_at(value[first], tuple(rest), fact),
                *value[first + 1 :],
            )
        case _:
            raise TypeError(f"{type(value).__name__} holds no facts")
