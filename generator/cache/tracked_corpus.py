"""A corpus that notes what is read of it, and the build cache that depends on those notes."""

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from dataclasses import fields
from functools import cached_property
from typing import Any, TypeVar, cast

from generator.facts.corpus import Corpus

Built = TypeVar("Built")
Reads = dict[tuple[str, ...], object]

MISSING = object()
INDEXES = frozenset(
    name for name, value in vars(Corpus).items() if isinstance(value, cached_property)
)
OWN = frozenset({"worked_out", "derived"})


class BuildCache:
    """Results by name.

    One is used again as long as its inputs, and all that it read of the corpus, stay equal.
    """

    def __init__(self) -> None:
        self._results: dict[object, tuple[object, Reads, object]] = {}

    def get_or_build(
        self, name: object, inputs: object, corpus: Corpus, build: Callable[[Corpus], Built]
    ) -> Built:
        """The cached result of that name where it still holds, else what `build` returns."""
        cached = self._results.get(name)
        if (
            cached
            and cached[0] == inputs
            and all(_current(corpus, key) == value for key, value in cached[1].items())
        ):
            return cast(Built, cached[2])
        tracked = TrackedCorpus.of(corpus)
        built = build(tracked)
        self._results[name] = (inputs, tracked.reads, built)
        return built


class NoCache(BuildCache):
    """Builds everything each time: what a single build wants."""

    def get_or_build(
        self, name: object, inputs: object, corpus: Corpus, build: Callable[[Corpus], Built]
    ) -> Built:
        """What `build` returns."""
        return build(corpus)


NO_CACHE = NoCache()


class TrackedCorpus(Corpus):
    """A corpus that notes in `reads` what was asked of `source` and what the answer was.

    A copy made by `replace` has registers that still note; it works out its own indexes.
    """

    source: Corpus | None = None
    reads: Reads

    @classmethod
    def of(cls, source: Corpus) -> "TrackedCorpus":
        """Reads like `source`."""
        tracked = cls.__new__(cls)
        tracked.__dict__.update(source=source, reads={})
        return tracked


class _TrackedValue(cached_property[Any]):
    """A register or an index, whose entries are noted one by one; anything else is noted whole."""

    def __init__(self, name: str) -> None:
        super().__init__(self._read)
        self.__set_name__(TrackedCorpus, name)

    def _read(self, corpus: TrackedCorpus) -> object:
        name = str(self.attrname)
        if corpus.source is None or name in OWN:
            return vars(Corpus)[name].func(corpus)
        value = getattr(corpus.source, name)
        if isinstance(value, Mapping):
            return TrackedRegister(name, value, corpus.reads)
        corpus.reads[(name,)] = value
        return value


for _name in INDEXES | {field.name for field in fields(Corpus)}:
    setattr(TrackedCorpus, _name, _TrackedValue(_name))


class TrackedRegister(Mapping[str, object]):
    """A mapping that notes each entry it was asked for, and itself where all were."""

    def __init__(self, name: str, entries: Mapping[str, object], reads: Reads) -> None:
        self._name, self._entries, self._reads = name, entries, reads

    def __getitem__(self, key: str) -> object:
        self._reads[(self._name, key)] = self._entries.get(key, MISSING)
        return self._entries[key]

    def __contains__(self, key: object) -> bool:
        self._reads[(self._name, cast(str, key))] = self._entries.get(cast(str, key), MISSING)
        return key in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def values(self) -> ValuesView[object]:
        """All entries."""
        return self._whole().values()

    def items(self) -> ItemsView[str, object]:
        """All names with their entries."""
        return self._whole().items()

    def _whole(self) -> Mapping[str, object]:
        self._reads[(self._name,)] = self._entries
        return self._entries


def _current(corpus: Corpus, key: tuple[str, ...]) -> object:
    """The present answer to what was noted under `key`."""
    value = getattr(corpus, key[0])
    return value.get(key[1], MISSING) if len(key) > 1 else value
