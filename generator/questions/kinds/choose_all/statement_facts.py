"""What decides a statement: the value at a slot of a fact, or the words of a text there."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, Self, get_args

from pydantic import BaseModel, Field, model_validator

from generator.facts.base import Fact, FactId, Model, Sourced, Text
from generator.facts.corpus import Corpus
from generator.facts.named_entries import entry_name
from generator.findings import listed, nearest

StatementError = Literal["who", "what", "when", "where", "how-many", "condition", "reverse"]
"""Another person or payer, another thing or step, another time, another place, another number;
a condition dropped, added or stretched; the contrary."""
SHOWN = 160


class Holds(Model):
    """What the facts say of a statement.

    A value is compared: the statement is true where the slot equals it. A text cannot be compared,
    so its own words are quoted: `says` where they make the statement true, `contradicts` where they
    make it false. Words that the text no longer has are an error either way.
    """

    fact: FactId
    slot: Text = Field(
        description=(
            "dotted path into the fact, e.g. 'unit.kind'; into a list by the id of what it holds:"
            " 'statements.open-plan', 'causes.resent.remedy', 'mue.practitioner.units'"
        )
    )
    equals: str | int | bool | None = None
    says: Text | None = Field(
        None, description="words of the text at the slot that make the statement true"
    )
    contradicts: Text | None = Field(
        None, description="words of the text at the slot that make the statement false"
    )
    error: StatementError | None = Field(
        None, description="with 'contradicts': what the statement gets wrong"
    )

    @model_validator(mode="after")
    def _one_comparison(self) -> Self:
        given = [one for one in (self.equals, self.says, self.contradicts) if one is not None]
        if len(given) != 1:
            raise ValueError("give one of 'equals', 'says' and 'contradicts'")
        if (self.error is None) != (self.contradicts is None):
            errors = listed(get_args(StatementError), "or")
            raise ValueError(f"'contradicts' and 'error' go together; error is {errors}")
        return self

    @property
    def quoted(self) -> str | None:
        """The words of the text on which the verdict rests."""
        return self.says or self.contradicts


class UndecidedStatementError(Exception):
    """Why the fact decides nothing."""


def is_true(corpus: Corpus, statement: Holds, day: date) -> bool:
    """The verdict on a date of service; raises `UndecidedStatementError`."""
    *_, owner, value = (None, *values_along(corpus, statement, day))
    where = f"'{statement.slot}' of {statement.fact}"
    if value is None:
        raise UndecidedStatementError(
            f"'{statement.slot}' leads to nothing in {statement.fact}"
            f"{_on_the_day(corpus, statement, day)}; name a slot that is filled"
        )
    if statement.quoted is None:
        _refuse_other_sort(owner, value, statement, where)
        return value == statement.equals
    text = _text(value)
    if not (statement.quoted in value if isinstance(value, tuple | dict) else _in(statement, text)):
        raise UndecidedStatementError(
            f"{where} does not say '{statement.quoted}'; read it again and quote it:"
            f" “{text.rstrip('.')}”"
        )
    return statement.says is not None


def values_along(corpus: Corpus, statement: Holds, day: date) -> Iterator[object]:
    """What each step of a slot's path leads to, from the whole fact to the value compared.

    The last is None where it leads nowhere. Of several entries of one name it is the one in force.
    """
    value: object = corpus.fact(statement.fact)
    yield value
    for step in statement.slot.split("."):
        value = _step(value, step, day)
        yield value


def places_in_lists(corpus: Corpus, statement: Holds, day: date) -> Iterator[tuple[str, list[str]]]:
    """Steps of a slot that are places in a list, each with the ids by which to name an entry."""
    steps = statement.slot.split(".")
    for step, value in zip(steps, values_along(corpus, statement, day), strict=False):
        if isinstance(value, tuple) and _is_place(value, step):
            yield step, _names(value)


def rests_on(statement: Holds, slot: str) -> bool:
    """Whether what stands at `slot` of the same fact bears on the verdict: its words, its dates."""
    own = statement.slot.removesuffix(".text")
    around = own.rpartition(".")[0]
    dates = [f"{path}.effective." for path in (own, around) if path]
    return f"{slot}.".startswith(f"{own}.") or slot.startswith(tuple(dates))


def _step(value: object, step: str, day: date) -> object:
    if not isinstance(value, tuple):
        return value.get(step) if isinstance(value, dict) else getattr(value, step, None)
    if _is_place(value, step):  # refused by a check of its own, which needs the question's key
        return value[int(step)] if int(step) < len(value) else None
    return next((one for one in value if entry_name(one) == step and _in_force(one, day)), None)


def _is_place(entries: tuple[object, ...], step: str) -> bool:
    return step.isdecimal() and step not in _names(entries)


def _names(entries: tuple[object, ...]) -> list[str]:
    return list(dict.fromkeys(filter(None, map(entry_name, entries))))


def _in_force(entry: object, day: date) -> bool:
    return not isinstance(entry, Sourced) or entry.holds_on(day)


def _on_the_day(corpus: Corpus, statement: Holds, day: date) -> str:
    """That an entry is there but not in force, or takes no side."""
    steps = statement.slot.split(".")
    for step, value in zip(steps, values_along(corpus, statement, day), strict=False):
        if isinstance(value, tuple) and step in (names := _names(value)):
            return f" on {day}" if _step(value, step, day) is None else ""
        if isinstance(value, tuple) and names:
            return f" (its ids: {listed(nearest(step, names) or names, 'and')})"
    return ""


def _text(value: object) -> str:
    if isinstance(value, Fact):
        return value.text
    return ", ".join(map(str, value)) if isinstance(value, tuple | dict) else str(value)


def _in(statement: Holds, text: str) -> bool:
    """Whether the words stand there as whole words."""
    padded, words = (f" {' '.join(one.split())} " for one in (text, statement.quoted or ""))
    at = padded.find(words.strip())
    while at >= 0:
        end = at + len(words.strip())
        if not (padded[at - 1].isalnum() or padded[end].isalnum()):
            return True
        at = padded.find(words.strip(), at + 1)
    return False


def _refuse_other_sort(owner: object, value: object, statement: Holds, where: str) -> None:
    """Raise where the slot can never hold what it is compared with, so the answer is no verdict."""
    given = statement.equals
    if isinstance(value, Fact) or (isinstance(value, str) and " " in value):
        raise UndecidedStatementError(
            f"{where} is a text; quote its words in 'says' or 'contradicts' in place of 'equals'"
        )
    allowed = _values_of(type(owner), statement.slot.rpartition(".")[2])
    if allowed and given not in allowed:
        listing = listed([str(one) for one in allowed], "or")
        raise UndecidedStatementError(f"{where} is never {given}; compare it with {listing}")
    if not _comparable(given, value):
        raise UndecidedStatementError(
            f"{where} is {str(value)[:SHOWN]}, which is no {type(given).__name__};"
            " compare it with a value of its sort"
        )


def _comparable(given: object, value: object) -> bool:
    if isinstance(given, bool) or isinstance(value, bool):
        return type(given) is type(value)
    return isinstance(value, str if isinstance(given, str) else int | float)


def _values_of(owner: type, name: str) -> Sequence[object]:
    """The values that a key may have, where its model lists them."""
    field = owner.model_fields.get(name) if issubclass(owner, BaseModel) else None
    if field is None:
        return ()
    direct = get_args(field.annotation)
    parts = (field.annotation, *direct)
    return tuple(
        value
        for part in parts
        if getattr(part, "__origin__", None) is Literal
        for value in get_args(part)
    )
