"""A thing without what it says of hidden things; the same object where it says nothing of them."""

from collections.abc import Callable
from typing import get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.facts.base import Reference

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
    match value:
        case Reference():
            return is_hidden(value)
        case BaseModel():
            return any(mentions(entry, is_hidden) for entry in value.__dict__.values())
        case tuple():
            return any(mentions(entry, is_hidden) for entry in value)
        case dict():
            return any(
                mentions(key, is_hidden) or mentions(entry, is_hidden)
                for key, entry in value.items()
            )
        case _:
            return False


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
