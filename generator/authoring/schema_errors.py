"""What is wrong with a file's shape, each mistake once and at its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.authoring import schema_messages as messages
from generator.authoring.size_limits import first_findings
from generator.authoring.yaml_reader import YamlSource, has
from generator.facts.base import CodeId, Keys
from generator.findings import Finding, nearest

OTHER_TYPE = 100
WRONG_KEY = 2
MAX_ERRORS = 1000
"""Of pydantic's, which has several for a mistake; far more than the findings that are shown."""
Schema = dict[str, Any]
Group = tuple[Keys, str]  # where, and for some errors which


@dataclass(frozen=True)
class SchemaError:
    """An error of pydantic's.

    The keys of the file that lead to it, and the union members it was met in.
    """

    keys: Keys
    members: tuple[tuple[Keys, str], ...]
    error: ErrorDetails

    @property
    def type(self) -> str:
        """The type of error, as pydantic names it."""
        return self.error["type"]


def schema_findings(
    source: YamlSource, problem: ValidationError, model: type[BaseModel]
) -> Iterator[Finding]:
    """The findings about data that does not fit `model`, each mistake once, the first of many."""
    return first_findings(_findings(source, problem, model))


def _findings(
    source: YamlSource, problem: ValidationError, model: type[BaseModel]
) -> Iterator[Finding]:
    flaws = flaws_of(source.data, problem)
    schema = schema_of(model)
    meant: set[Keys] = set()
    for group in _groups(flaws):
        if group[0].type == "missing" and group[0].keys in meant:
            continue  # it is there, misspelt
        finding, remedy = _finding(source, schema, group)
        meant.add(remedy)
        yield finding


@cache  # it takes longer to make than most files take to read
def schema_of(model: type[BaseModel]) -> Schema:
    """The JSON Schema of a kind of file."""
    return model.model_json_schema()


def flaws_of(data: object, problem: ValidationError) -> list[SchemaError]:
    """The errors of a validation, of a union's members only those the author came nearest to."""
    errors = problem.errors(include_url=False)
    flaws = [_schema_error(data, error) for error in errors[:MAX_ERRORS]]
    return _without_outer(_nearest_members(flaws))


def _schema_error(data: object, error: ErrorDetails) -> SchemaError:
    """Steps of `loc` that are not in the file name members of a union."""
    keys: list[str | int] = []
    members: list[tuple[Keys, str]] = []
    value: Any = data
    for position, step in enumerate(error["loc"]):
        if has(value, step):
            keys.append(step)
            value = value[step]
        elif error["type"] == "missing" and position == len(error["loc"]) - 1:
            keys.append(step)
        elif step != messages.KEY:
            members.append((tuple(keys), str(step)))
    return SchemaError(tuple(keys), tuple(members), error)


def _nearest_members(flaws: list[SchemaError]) -> list[SchemaError]:
    """Of a union's members only those the author came nearest to."""
    for prefix in sorted({prefix for flaw in flaws for prefix, _ in flaw.members}, key=len):
        costs = _costs(flaws, prefix)
        nearest = {member for member, cost in costs.items() if cost == min(costs.values())}
        flaws = [
            _with_nearest(flaw, prefix, nearest)
            for flaw in flaws
            if nearest.issuperset(_members_at(flaw, prefix))
        ]
    return flaws


def _costs(flaws: list[SchemaError], prefix: Keys) -> dict[str, int]:
    """How far each member is from what was written."""
    found: dict[str, dict[Keys, int]] = {}
    for flaw in flaws:
        for member in _members_at(flaw, prefix):
            cost = (
                OTHER_TYPE
                if flaw.keys == prefix
                else WRONG_KEY
                if flaw.type in ("missing", "extra_forbidden")
                else 1
            )
            found.setdefault(member, {})[flaw.keys] = cost
    return {member: sum(costs.values()) for member, costs in found.items()}


def _with_nearest(flaw: SchemaError, prefix: Keys, nearest: set[str]) -> SchemaError:
    members = (
        flaw.members
        if len(nearest) > 1
        else tuple(member for member in flaw.members if member[0] != prefix)
    )
    return replace(flaw, members=members)


def _members_at(flaw: SchemaError, prefix: Keys) -> tuple[str, ...]:
    return tuple(member for at, member in flaw.members if at == prefix)


def _without_outer(flaws: list[SchemaError]) -> list[SchemaError]:
    outer = {flaw.keys[:length] for flaw in flaws for length in range(len(flaw.keys))}
    return [flaw for flaw in flaws if messages.about_key(flaw.error) or flaw.keys not in outer]


def _groups(flaws: list[SchemaError]) -> list[tuple[SchemaError, ...]]:
    """Flaws that are one mistake to the author."""
    members: dict[Group, set[tuple[tuple[Keys, str], ...]]] = {}
    for flaw in flaws:
        members.setdefault((flaw.keys, flaw.type), set()).add(flaw.members)
    found: dict[Group, list[SchemaError]] = {}
    for flaw in flaws:
        group = _group(flaw, len(members[flaw.keys, flaw.type]))
        found.setdefault(group, []).append(flaw)
    return sorted(map(tuple, found.values()), key=lambda group: group[0].type != "extra_forbidden")


def _group(flaw: SchemaError, wanting: int) -> Group:
    """What two members of a union want at one place is one choice."""
    if flaw.members and flaw.type in ("missing", "extra_forbidden") and wanting == 1:
        return (flaw.keys[:-1], flaw.type)
    return (flaw.keys, "")


def _finding(
    source: YamlSource, schema: Schema, group: Sequence[SchemaError]
) -> tuple[Finding, Keys]:
    flaw = group[0]
    keys, error = flaw.keys, flaw.error
    names = sorted({str(other.keys[-1]) for other in group if other.keys})
    place, code = source.place(keys), "M123"
    remedy: Keys = ()
    match flaw.type:
        case "extra_forbidden" if _differ(group):
            place, code = source.key_place(keys), "M121"
            text = messages.not_together(names)
        case "extra_forbidden":
            free = _free_keys(source, schema, flaw)
            near = nearest(names[0], free)
            place, code, remedy = source.key_place(keys), "M121", (*keys[:-1], *near[:1])
            kinds = () if near else _kinds_with(source, schema, keys)
            text = messages.unknown_key(names[0], near, free, kinds)
        case "literal_error" if messages.about_key(error):
            place, code = source.key_place(keys), "M121"
            text = messages.unknown_choice(error)
        case "missing":
            place, code = source.place(keys[:-1]), "M122"
            slots = list(_slots(source, schema, keys))
            text = messages.missing(keys, names, _choices(schema, slots), _meaning(slots))
        case "union_tag_not_found":
            code = "M122"
            text = messages.missing_tag(error, _tags(source, schema, keys))
        case "union_tag_invalid":
            place = source.place((*keys, error["ctx"]["discriminator"].strip("'")))
            text = messages.wrong_tag(error)
        case "dict_type" if _is_keyed_by_code(source, schema, keys):
            text = messages.keyed_by_code(keys, flaw.error["input"])
        case "value_error":
            code = "M124"
            text = messages.sentence(str(error["ctx"]["error"]))
        case _:
            place = source.key_place(keys) if messages.about_key(error) else place
            errors = [other.error for other in group]
            text = messages.wrong_value(keys, source.written(keys), errors)
    return Finding(place, code, text), remedy


def _differ(group: Sequence[SchemaError]) -> bool:
    return len({flaw.members for flaw in group}) > 1 and len({flaw.keys for flaw in group}) > 1


def _free_keys(source: YamlSource, schema: Schema, flaw: SchemaError) -> list[str]:
    """The keys that may stand beside those that are there, in the order of the model."""
    around = flaw.keys[:-1]
    present = source.at(around)
    known = set(present) - {flaw.keys[-1]} if isinstance(present, dict) else set()
    members = [
        found.get("properties", {}) for found in _schemas_at(schema, schema, source.data, around)
    ]
    fitting = [slots for slots in members if slots and known <= slots.keys()] or members
    return [key for key in dict.fromkeys(chain.from_iterable(fitting)) if key not in known]


def _kinds_with(source: YamlSource, schema: Schema, keys: Keys) -> list[str]:
    """The other kinds of the same thing that have a key."""
    here = [found for found in _schemas_at(schema, schema, source.data, keys[:-1]) if _kind(found)]
    others = schema.get("$defs", {}).values() if here else ()
    return sorted(_kind(one) for one in others if _kind(one) and keys[-1] in one["properties"])


def _kind(schema: Schema) -> str:
    return str(schema.get("properties", {}).get("kind", {}).get("const", ""))


def _tags(source: YamlSource, schema: Schema, keys: Keys) -> tuple[str, ...]:
    *around, _ = keys
    lists = _schemas_at(schema, schema, source.data, tuple(around))
    return tuple(
        tag
        for found in lists
        for tag in found.get("items", {}).get("discriminator", {}).get("mapping", ())
    )


def _is_keyed_by_code(source: YamlSource, schema: Schema, keys: Keys) -> bool:
    """Whether a code is the key of each entry of a mapping."""
    found = _schemas_at(schema, schema, source.data, keys)
    return any(CodeId.pattern in one.get("patternProperties", {}) for one in found)


def _slots(source: YamlSource, schema: Schema, keys: Keys) -> Iterator[Schema]:
    """What the schema says of a key that is missing."""
    for found in _schemas_at(schema, schema, source.data, keys[:-1]):
        yield found.get("properties", {}).get(keys[-1], {})


def _meaning(slots: Sequence[Schema]) -> str:
    """What a key that is missing would say, in the words that editors show."""
    described = next((slot["description"] for slot in slots if "description" in slot), "")
    if any(slot.get("type") == "boolean" for slot in slots):
        return f"true or false ({described})" if described else "true or false"
    return str(described)


def _choices(schema: Schema, slots: Sequence[Schema]) -> list[str]:
    """The values among which a key that is missing would choose."""
    named = (
        schema["$defs"][slot["$ref"].rpartition("/")[2]] if "$ref" in slot else slot
        for slot in slots
    )
    return list(dict.fromkeys(str(value) for slot in named for value in slot.get("enum", ())))


def _schemas_at(root: Schema, schema: Schema, value: Any, keys: Keys) -> Iterator[Schema]:
    """The parts of a JSON Schema that speak of what `keys` lead to."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    for member in _member_schemas(schema, value):
        yield from _schemas_at(root, member, value, keys)
    if not keys:
        yield schema
        return
    inner = _inner_schema(schema, keys[0])
    if inner and has(value, keys[0]):
        yield from _schemas_at(root, inner, value[keys[0]], keys[1:])


def _member_schemas(schema: Schema, value: object) -> Sequence[Schema]:
    tagged = schema.get("discriminator")
    if (
        tagged
        and isinstance(value, dict)
        and value.get(tagged["propertyName"]) in tagged["mapping"]
    ):
        return ({"$ref": tagged["mapping"][value[tagged["propertyName"]]]},)
    members: Sequence[Schema] = schema.get("anyOf") or schema.get("oneOf") or ()
    return members


def _inner_schema(schema: Schema, key: str | int) -> Schema | None:
    if isinstance(key, int):
        fixed = schema.get("prefixItems", ())
        return fixed[key] if key < len(fixed) else schema.get("items")
    inner = schema.get("properties", {}).get(key) or schema.get("additionalProperties")
    return inner if isinstance(inner, dict) else None
