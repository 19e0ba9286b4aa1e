"""A corpus that notes what is read of it, so that what was made of it can be kept until one of those things changes."""

from collections.abc import Callable, Iterator, Mapping
from types import MethodType
from typing import TypeVar, cast

from generator.facts.corpus import Corpus

Made = TypeVar("Made")
Read = dict[tuple[object, ...], object]

MISSING = object()
METHODS = ("register", "spot", "fact", "edits_of", "article_of")
OWN_NOTES = ("worked_out", "derived")
"""What a corpus keeps of its own work.

A watched one starts with none: what another page worked out would hide what it read.
"""


class Memory:
    """Results by name.

    One is kept as long as what it was made from, and all that it read of the corpus, stays the
    same.
    """

    def __init__(self) -> None:
        self._kept: dict[object, tuple[object, Read, object]] = {}

    def recall(
        self, name: object, given: object, corpus: Corpus, make: Callable[[Corpus], Made]
    ) -> Made:
        """What `make` gives for `given`: the kept result where that still holds."""
        kept = self._kept.get(name)
        if (
            kept
            and kept[0] == given
            and all(_read(corpus, key) == value for key, value in kept[1].items())
        ):
            return cast(Made, kept[2])
        watched = Watched(corpus)
        made = make(cast(Corpus, watched))
        self._kept[name] = (given, watched.read, made)
        return made


class Forgetful(Memory):
    """Makes everything each time: what a single build wants."""

    def recall(
        self, name: object, given: object, corpus: Corpus, make: Callable[[Corpus], Made]
    ) -> Made:
        return make(corpus)


FORGETFUL = Forgetful()


class Watched:
    """Reads like the corpus behind it and notes in `read` what was asked for and what the answer was."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus, self.read = corpus, Read()
        for name in METHODS:
            setattr(self, name, MethodType(getattr(Corpus, name), self))
        for name in OWN_NOTES:
            setattr(self, name, {})

    def __getattr__(self, name: str) -> object:
        """A register whose entries are noted one by one; anything else is noted whole."""
        value = getattr(self._corpus, name)
        if isinstance(value, Mapping) and not name.startswith("_"):
            value = WatchedRegister(name, value, self.read)
        else:
            self.read[(name,)] = value
        setattr(self, name, value)
        return value


class WatchedRegister(Mapping[str, object]):
    """A mapping that notes each entry it was asked for, and itself where it was gone through."""

    def __init__(self, name: str, entries: Mapping[str, object], read: Read) -> None:
        self._name, self._entries, self._read = name, entries, read

    def __getitem__(self, key: object) -> object:
        self._read[(self._name, key)] = self._entries.get(key, MISSING)
        return self._entries[key]

    def __contains__(self, key: object) -> bool:
        self._read[(self._name, key)] = self._entries.get(key, MISSING)
        return key in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def values(self):  # noqa: ANN201 - the views of the mapping itself
        return self._whole().values()

    def items(self):  # noqa: ANN201
        return self._whole().items()

    def _whole(self) -> Mapping[str, object]:
        self._read[(self._name,)] = self._entries
        return self._entries


def _read(corpus: Corpus, key: tuple[object, ...]) -> object:
    """What stands in `corpus` under a noted key."""
    value = getattr(corpus, str(key[0]))
    return value.get(key[1], MISSING) if len(key) > 1 else value
