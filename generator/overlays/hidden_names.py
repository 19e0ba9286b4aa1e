"""What is hidden, and whether a text or a thing names any of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.facts.base import CodeId, FactId, Reference, nested

IsHidden = Callable[[Reference], bool]
REMOVED = object()


def prune(value: object, is_hidden: IsHidden) -> object:
    """`value`, or `REMOVED` where it is about nothing else.

    A list loses entries, a record goes with the thing that it names.
    """
    match value:
        case Reference():
            return REMOVED if is_hidden(value) else value
        case BaseModel():
            return _record(value, is_hidden)
        case tuple():
            entries = tuple(prune(entry, is_hidden) for entry in value)
            left = tuple(entry for entry in entries if entry is not REMOVED)
            return value if _same(left, value) else left
        case dict():
            pairs = {
                key: prune(entry, is_hidden)
                for key, entry in value.items()
                if prune(key, is_hidden) is not REMOVED
            }
            pairs = {key: entry for key, entry in pairs.items() if entry is not REMOVED}
            return value if _same(tuple(pairs.values()), tuple(value.values())) else pairs
        case _:
            return value


def mentions(value: object, is_hidden: IsHidden) -> bool:
    """Whether a hidden thing is named anywhere in `value`."""
    return any(is_hidden(found) for _, found in nested(value) if isinstance(found, Reference))


def _record(record: BaseModel, is_hidden: IsHidden) -> object:
    changed: dict[str, object] = {}
    for name, field in type(record).model_fields.items():
        before = getattr(record, name)
        after = prune(before, is_hidden)
        if after is before:
            continue
        if after is REMOVED and not _may_be_left_out(field):
            return REMOVED
        if after == () and _needs_entries(field):
            return REMOVED
        changed[name] = None if after is REMOVED else after
    return record.model_copy(update=changed) if changed else record


def _may_be_left_out(field: FieldInfo) -> bool:
    return (
        not field.is_required()
        and field.default is None
        and type(None) in get_args(field.annotation)
    )


def _needs_entries(field: FieldInfo) -> bool:
    return any(getattr(limit, "min_length", None) for limit in field.metadata)


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return len(one) == len(other) and all(
        left is right for left, right in zip(one, other, strict=True)
    )


@dataclass(frozen=True)
class HiddenNames:
    """`gone` holds `register/name` of each hidden thing."""

    gone: frozenset[str]

    @cached_property
    def codes(self) -> frozenset[str]:
        """The hidden codes."""
        return frozenset(
            name.removeprefix("codes/") for name in self.gone if name.startswith("codes/")
        )

    @cached_property
    def _pairs(self) -> frozenset[str]:
        edits = (name.removeprefix("edits/") for name in self.gone if name.startswith("edits/"))
        return frozenset("-".join(name.split("-")[:2]) for name in edits)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(rf"\b({'|'.join(sorted(self.codes) or ['(?!)'])})\b")

    def reference(self, reference: Reference) -> bool:
        """Whether a reference names a hidden thing."""
        if reference.kind != "facts":
            return f"{reference.kind}/{reference}" in self.gone
        register, _, name = reference.partition("/")
        return name in self._pairs if register == "edits" else reference in self.gone

    def fact(self, reference: str) -> bool:
        """Whether a path such as `codes/97124` names a hidden thing."""
        return self.reference(FactId(reference))

    def code(self, code: str) -> bool:
        """Whether a code is hidden."""
        return self.reference(CodeId(code))

    def in_text(self, text: str) -> bool:
        """Whether a text has the number of a hidden code."""
        return self._pattern.search(text) is not None

    def codes_in(self, text: str) -> list[str]:
        """The hidden codes of which a text has the number."""
        return sorted(set(self._pattern.findall(text)))

    def in_words(self, thing: BaseModel) -> bool:
        """Whether any text of a thing has the number of a hidden code."""
        return self.in_text(thing.model_dump_json().replace("\\n", " "))

    def mentioned(self, value: object) -> bool:
        """Whether a thing refers to a hidden thing anywhere."""
        return mentions(value, self.reference)
