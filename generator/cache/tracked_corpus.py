"""A corpus that notes what is read of it."""

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from dataclasses import fields
from functools import cached_property
from typing import Any

from generator.facts.corpus import Corpus

Reads = dict[tuple[object, ...], object]

MISSING = object()
INDEXES = [name for name, value in vars(Corpus).items() if isinstance(value, cached_property)]


class TrackedCorpus(Corpus):
    """A corpus that notes in `reads` what was asked of `source` and what the answer was.

    `results` are of this one alone: another's would hide what was read for them.
    """

    source: Corpus | None = None

    @classmethod
    def of(cls, source: Corpus) -> "TrackedCorpus":
        """One that reads like `source`."""
        tracked = cls.__new__(cls)
        object.__setattr__(tracked, "source", source)
        return tracked

    @cached_property
    def reads(self) -> Reads:
        """What was read, by register, or by register and entry."""
        return {}

    @cached_property
    def results(self) -> dict[object, object]:
        """What was worked out from it on the way."""
        return {}


class _TrackedValue(cached_property[Any]):
    """A register or an index, whose entries are noted one by one; anything else is noted whole."""

    def __init__(self, name: str) -> None:
        super().__init__(self._read)
        self.__set_name__(TrackedCorpus, name)

    def _read(self, corpus: TrackedCorpus) -> object:
        name = str(self.attrname)
        if corpus.source is None:
            return vars(Corpus)[name].func(corpus)
        value = getattr(corpus.source, name)
        if isinstance(value, Mapping):
            return TrackedRegister(name, value, corpus.reads)
        corpus.reads[(name,)] = value
        return value


for _name in (*INDEXES, *(field.name for field in fields(Corpus))):
    setattr(TrackedCorpus, _name, _TrackedValue(_name))


class TrackedRegister(Mapping[Any, object]):
    """A mapping that notes each entry it was asked for, and itself where all were."""

    def __init__(self, name: str, entries: Mapping[Any, object], reads: Reads) -> None:
        self._name, self._entries, self._reads = name, entries, reads

    def __getitem__(self, key: object) -> object:
        self._note(key)
        return self._entries[key]

    def __contains__(self, key: object) -> bool:
        self._note(key)
        return key in self._entries

    def __iter__(self) -> Iterator[Any]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def values(self) -> ValuesView[object]:
        """All entries."""
        return self._whole().values()

    def items(self) -> ItemsView[Any, object]:
        """All names with their entries."""
        return self._whole().items()

    def _note(self, key: object) -> None:
        self._reads[(self._name, key)] = self._entries.get(key, MISSING)

    def _whole(self) -> Mapping[Any, object]:
        self._reads[(self._name,)] = self._entries
        return self._entries
