"""The one cache of built things: by the content of what they are built from, never by identity."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from generator.cache.tracked_corpus import MISSING, Reads, TrackedCorpus
from generator.facts.corpus import Corpus

Built = TypeVar("Built")
Arguments = ParamSpec("Arguments")
FACTS_REMEMBERED = 4  # corpora of different facts that are worked with in turn


class BuildCache:
    """Results by name; one holds as long as its inputs and all it read of the corpus stay equal."""

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
    """Builds everything each time and tracks nothing: what a single build wants."""

    def get_or_build(
        self, name: object, inputs: object, corpus: Corpus, build: Callable[[Corpus], Built]
    ) -> Built:
        """What `build` returns."""
        return build(corpus)


NO_CACHE = NoCache()


def cached_by_facts(
    build: Callable[Concatenate[Corpus, Arguments], Built],
) -> Callable[Concatenate[Corpus, Arguments], Built]:
    """`build`, called once for equal facts and equal arguments, however many pages ask."""

    @wraps(build)
    def cached(corpus: Corpus, /, *args: Arguments.args, **named: Arguments.kwargs) -> Built:
        results = (
            corpus.results if isinstance(corpus, TrackedCorpus) else _results(corpus.facts_digest)
        )
        key = (build, args, *named.items())
        if key not in results:
            results[key] = build(corpus, *args, **named)
        return cast(Built, results[key])

    return cached


@lru_cache(maxsize=FACTS_REMEMBERED)
def _results(facts_digest: bytes) -> dict[object, object]:
    return {}


def _current(corpus: Corpus, key: tuple[object, ...]) -> object:
    value = getattr(corpus, str(key[0]))
    return value.get(key[1], MISSING) if len(key) > 1 else value
