"""JSON Schemas for editors: the shape of each file, what each key means, the ids there are."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, cast

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from generator.authoring.file_kinds import KINDS
from generator.authoring.yaml_reader import parse_yaml
from generator.billing.written_claims import CountedDay, WrittenClaim
from generator.checks.writing.house_style import KIND as HOUSE_STYLE
from generator.facts.base import CodeId, FactId, Reference
from generator.facts.corpus import Corpus
from generator.facts.submissions import ClaimSubmission
from generator.facts.visits import Visit
from generator.overlays.overlay_files import OWN_KINDS
from generator.results.decisions import Decisions, Rescored
from generator.results.result_file import Result, SealedResult

ADDRESS = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "site_config/schema"
IDS = "ids.json"
"""The ids there are, apart from the shapes: a new fact changes this file only."""
INPUTS: dict[str, type[BaseModel]] = {
    "visit": Visit,
    "claim": WrittenClaim,
    "day": CountedDay,
    "submission": ClaimSubmission,
}
RESULTS: dict[str, type[BaseModel]] = {
    "result": Result,
    "result-sealed": SealedResult,
    "decisions": Decisions,
    "rescored": Rescored,
}
MARK = "x-id"
FORM = "An id is lower-case letters and digits, joined by hyphens."
FORMS = {
    CodeId.pattern: 'A code is five signs within quotes, such as "97110"; letters are capitals.',
    FactId.pattern: "Write the register and the name: codes/97124, payers/tricare, rules/fraud.",
}
LABELS = ("plain_name", "name", "title", "term", "belief", "says", "text", "summary")
LABEL_LENGTH = 120

Schema = dict[str, Any]


def json_schemas() -> dict[str, bytes]:
    """File name to JSON Schema: of content that is YAML, of what commands read, of results."""
    kinds = (kind for kind in (*KINDS, *OWN_KINDS, HOUSE_STYLE) if kind.pattern.endswith(".yaml"))
    authored = {f"{kind.name}.json": _schema(kind.name, kind.model, _Authored) for kind in kinds}
    exchanged = {
        f"{name}.json": _schema(name, model, _Described)
        for name, model in {**INPUTS, **RESULTS}.items()
    }
    return authored | exchanged


def _schema(name: str, model: type[BaseModel], generator: type[GenerateJsonSchema]) -> bytes:
    made = model.model_json_schema(by_alias=True, schema_generator=generator)
    for key in getattr(model, "filled_in", ()):
        for part in made["$defs"].values():
            part["required"] = [one for one in part.get("required", ()) if one != key]
    return _written({"$schema": ADDRESS, "title": f"RightCode {name}", **_with_ids(made)})


def _written(schema: Mapping[str, object]) -> bytes:
    return (json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n").encode()


class _Described(GenerateJsonSchema):
    """Each key with what is said of it in `key_descriptions.yaml`, where its model says nothing."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Never: the key repeated in capitals tells nobody anything."""
        return False

    def model_schema(self, schema: Any) -> Schema:
        """The model's schema, its keys described."""
        made: Schema = super().model_schema(schema)
        for key, part in made.get("properties", {}).items():
            for word, value in _words(schema["cls"], key).items():
                part.setdefault(word, value)
        return made


class _Authored(_Described):
    """As authors write it: nothing left empty, and ids completed where they name another thing."""

    def nullable_schema(self, schema: Any) -> Schema:
        """Without null: a key that has no value is left out."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> Schema:
        """The default only where it says something."""
        made: Schema = super().default_schema(schema)
        if not isinstance(made.get("default"), (str, int, float)):
            made.pop("default", None)
        return made

    def function_after_schema(self, schema: Any) -> Schema:
        """Of a reference: its pattern, and which ids there are."""
        made: Schema = super().function_after_schema(schema)
        target = schema["function"]["function"]
        return {**made, MARK: target} if target in _references() else made

    def model_schema(self, schema: Any) -> Schema:
        """The model's schema; what names a new thing is not completed by the names there are."""
        made = super().model_schema(schema)
        for part in _naming(schema["cls"], made):
            if MARK in part:
                part["pattern"] = part.pop(MARK).pattern
        return made


def _naming(model: type[BaseModel], schema: Schema) -> Iterator[Schema]:
    """Where a thing gets its name."""
    keys = schema.get("properties", {})
    yield keys.get("code" if model.__name__ in ("Code", "OtherCode") else "id", {})
    yield schema.get("propertyNames", {})  # sources by id
    yield keys.get("pools", {}).get("propertyNames", {})


def _with_ids(node: Any) -> Any:
    """Each mark replaced by where the ids stand."""
    if isinstance(node, list):
        return [_with_ids(part) for part in node]
    if not isinstance(node, dict):
        return node
    if MARK in node:
        shape = ("type", "pattern", MARK)
        words = {key: part for key, part in node.items() if key not in shape}
        return {"$ref": f"{IDS}#/$defs/{node[MARK].__name__}", **words}
    hint = {"patternErrorMessage": FORM} if node.get("pattern") == Reference.pattern else {}
    return {key: _with_ids(part) for key, part in node.items()} | hint


@cache
def key_descriptions() -> Mapping[str, Mapping[str, Any]]:
    """What is said of a key where its model says nothing: by model, then by key."""
    path = files("generator.build") / "key_descriptions.yaml"
    return cast(Mapping[str, Mapping[str, Any]], parse_yaml(str(path), path.read_bytes()).data)


def _words(model: type[BaseModel], key: str) -> Mapping[str, Any]:
    """Description and examples of a key: of its model, of what that rests on, or of any."""
    names = (*(base.__name__ for base in model.__mro__), "any")
    found = (key_descriptions()[name].get(key) for name in names if name in key_descriptions())
    text: str | Mapping[str, Any] = next(filter(None, found), {})
    return {"description": text} if isinstance(text, str) else text


@cache
def _references() -> tuple[type[Reference], ...]:
    def below(kind: type[Reference]) -> Iterator[type[Reference]]:
        for one in kind.__subclasses__():
            yield one
            yield from below(one)

    return tuple(below(Reference))


def ids_schema(corpus: Corpus) -> bytes:
    """The content of `IDS`: the ids of each kind with what they name; others may be written too.

    A clinic's own ids, and those of the file that is being written, are not in it.
    """
    labels = _labels(corpus)
    defs = {kind.__name__: _ids(kind, labels[kind.__name__]) for kind in _references()}
    return _written({"$schema": ADDRESS, "title": "RightCode ids", "$defs": defs})


def _ids(kind: type[Reference], labels: Mapping[str, str]) -> Schema:
    names = sorted(labels)
    known = {
        "type": "string",  # so that a code is completed within its quotes
        "enum": names,
        "enumDescriptions": [labels[name] for name in names],
    }
    return {
        "type": "string",
        "pattern": kind.pattern,
        "patternErrorMessage": FORMS.get(kind.pattern, FORM),
        "anyOf": [*([known] if names else []), {}],
    }


def _labels(corpus: Corpus) -> Mapping[str, Mapping[str, str]]:
    """For each kind of reference its ids, each with what it names."""
    return {kind.__name__: dict(_entries(corpus, kind)) for kind in _references()}


def _entries(corpus: Corpus, kind: type[Reference]) -> Iterator[tuple[str, str]]:
    if kind.kind != "facts":
        yield from _register(corpus, kind.kind)
        return
    for register in kind.pattern.partition("(")[2].partition(")")[0].split("|"):
        for name, label in _register(corpus, register):
            yield f"{register}/{name}", label


def _register(corpus: Corpus, register: str) -> Iterator[tuple[str, str]]:
    if register == "edits":
        pairs = corpus.edits_by_pair
        yield from ((f"{one}-{two}", f"{one} paid, {two} denied") for one, two in pairs)
        return
    entries = corpus.register(register)
    if register == "codes":
        entries = {**corpus.other_codes, **entries}
    yield from ((str(name), _label(thing)) for name, thing in entries.items())


def _label(thing: object) -> str:
    words = next(filter(None, (getattr(thing, name, None) for name in LABELS)), "")
    return words if len(words) <= LABEL_LENGTH else words[:LABEL_LENGTH].rpartition(" ")[0] + " …"


def ids_in(schema: bytes) -> Mapping[str, frozenset[str]]:
    """The ids by kind that the content of `IDS` names; none where it cannot be read."""
    try:
        defs = json.loads(schema)["$defs"]
        return {name: frozenset(part["anyOf"][0].get("enum", ())) for name, part in defs.items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}
