"""What can still be read of a file with mistakes: the parts at fault are cut out, the rest stays.

So that a second mistake is found in the same round as the first.
"""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.authoring.file_kinds import FileKind
from generator.authoring.schema_errors import flaws_of
from generator.authoring.schema_messages import CURLY
from generator.authoring.yaml_reader import YamlSource, has, original
from generator.facts.base import Keys

MOST_ROUNDS, MOST_FLAWS = 60, 200
FILLED: dict[str, object] = dict.fromkeys(
    ("feedback", "reason", "text", "title", "summary", "why", "plain_name", "name"),
    "(this is left out)",
) | {"as_of": date(2000, 1, 1), "version": 1}
"""What stands for a missing value on which nothing rests that is checked."""
STAND_INS: dict[str, object] = {"date": date(2000, 1, 1), "difficulty": 1, "discipline": "pt"}
"""What stands for a wrong value of a question, whose key is then in doubt."""
WHOLE = ("draws", "mistakes", "modules", "examples")
"""Lists whose entries are taken whole or not at all: a part less would change their meaning."""


@dataclass
class Salvage:
    """The data that is left, what was cut out of it, and where; `removed` are entries of lists."""

    data: Any
    removed: list[Keys] = field(default_factory=list)
    lost: list[tuple[Keys, object]] = field(default_factory=list)
    keys_lost: list[Keys] = field(default_factory=list)
    filled: list[Keys] = field(default_factory=list)
    tried: list[Keys] = field(default_factory=list)
    doubtful: list[Keys] = field(default_factory=list)

    def cut(self, keys: Keys) -> bool:
        """Take out what `keys` lead to; False where that is the whole file."""
        keys = _whole_entry(keys)
        if not keys:
            return False
        self.doubt(keys)
        holder: Any = self.data
        for key in keys[:-1]:
            holder = holder[key] if has(holder, key) else None
        if not has(holder, keys[-1]):
            return self.cut(keys[:-1])  # it is missing: what misses it goes
        own = original(self.removed, keys)
        self.lost.append((own, holder[keys[-1]]))
        del holder[keys[-1]]
        if isinstance(holder, list):
            self.removed.append(own)
        return True

    def doubt(self, keys: Keys) -> None:
        """Note the question that `keys` lie in: what it lost may change its key."""
        if keys[:1] == ("items",):
            self.doubtful.append(original(self.removed, keys[:2]))


def salvaged(
    kind: FileKind, source: YamlSource, cuts: Iterable[Keys]
) -> tuple[BaseModel | None, YamlSource, Salvage]:
    """The thing that is left without `cuts` and without what does not fit, or None."""
    rest = Salvage(deepcopy(source.data))
    for keys in sorted(set(cuts), key=_in_order, reverse=True):
        if not rest.cut(keys):
            return None, source, rest
    for _ in range(MOST_ROUNDS):
        try:
            thing = kind.model.model_validate(rest.data)
            return thing, replace(source, removed=tuple(rest.removed)), rest
        except ValidationError as problem:
            if not _without_flaw(rest, problem, source):
                break
    return None, source, rest


def _without_flaw(rest: Salvage, problem: ValidationError, source: YamlSource) -> bool:
    """Correct, fill or cut the last flaw; False where nothing would be left, or little."""
    if problem.error_count() > MOST_FLAWS:
        return False
    flaw = max(flaws_of(rest.data, problem), key=lambda one: _in_order(one.keys))
    keys = flaw.keys
    if not keys:
        return False
    own = original(rest.removed, keys)
    holder: Any = rest.data
    for key in keys[:-1]:
        holder = holder[key]
    if flaw.type == "missing" and (value := _filling(rest, keys)) is not None:
        holder[keys[-1]] = value
        rest.filled.append(own)
    elif flaw.type == "extra_forbidden" and "visit" not in keys:
        rest.keys_lost.append(own)
        del holder[keys[-1]]
    elif (value := _meant(flaw.error["input"], source, own)) is not None and own not in rest.tried:
        rest.tried.append(own)
        holder[keys[-1]] = value
    elif keys[:1] == ("items",) and keys[-1] in STAND_INS and own not in rest.filled:
        holder[keys[-1]] = STAND_INS[str(keys[-1])]
        rest.filled.append(own)
        rest.doubt(keys)
    else:
        return rest.cut(keys)
    return True


def _meant(value: object, source: YamlSource, keys: Keys) -> object | None:
    """The value that was meant by a number in quotes, or by text without or in curly ones."""
    match value:
        case str() if value.isdecimal():
            return int(value)
        case str() if value.strip(CURLY) != value:
            return value.strip(CURLY)
        case bool() | int() | float() | date():
            return source.written(keys)
    return None


def _filling(rest: Salvage, keys: Keys) -> object | None:
    if keys[-1] == "sources":
        return next(_source_lists(rest.data), None)
    return FILLED.get(str(keys[-1]))


def _source_lists(data: object) -> Iterator[object]:
    match data:
        case {"sources": [str(first), *_]}:
            yield [first]
        case dict():
            for value in data.values():
                yield from _source_lists(value)
        case list():
            for value in data:
                yield from _source_lists(value)


def _in_order(keys: Keys) -> list[tuple[int, str]]:
    return [(key, "") if isinstance(key, int) else (-1, key) for key in keys]


def _whole_entry(keys: Keys) -> Keys:
    for place, key in enumerate(keys[:-1]):
        if key in WHOLE and isinstance(keys[place + 1], int):
            return keys[: place + 2]
    return keys
