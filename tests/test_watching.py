"""What was made of a corpus is kept exactly as long as what it read of it stays the same."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build.project import Project, incremental_project
from generator.cache.build_cache import BuildCache
from generator.facts.corpus import Corpus

Reader = Callable[[Corpus], object]
READERS: tuple[Reader, ...] = (
    lambda corpus: corpus.codes["97124"].plain_name,
    lambda corpus: sorted(corpus.codes),
    lambda corpus: len(corpus.codes),
    lambda corpus: corpus.names["97124"],
    lambda corpus: corpus.fact("codes/97124"),
    lambda corpus: corpus.codes.get("97124"),
)


def renamed(corpus: Corpus, code: str) -> Corpus:
    entry = corpus.codes[code].model_copy(update={"plain_name": "Another name"})
    return replace(corpus, codes={**corpus.codes, code: entry})


@pytest.mark.parametrize("read", READERS)
def test_what_read_a_code_is_made_again_when_the_code_changes(base: Corpus, read: Reader) -> None:
    cache, made = BuildCache(), []
    for corpus in (base, base, renamed(base, "97124")):
        cache.get_or_build("page", "given", corpus, lambda seen: made.append(read(seen)))
    assert len(made) == 2


def test_what_read_another_code_is_kept(base: Corpus) -> None:
    cache, made = BuildCache(), []
    for corpus in (base, renamed(base, "97140")):
        cache.get_or_build(
            "page", "given", corpus, lambda seen: made.append(seen.codes["97124"].plain_name)
        )
    assert len(made) == 1


def test_what_looked_for_a_code_that_was_not_there_is_made_again_once_it_is(base: Corpus) -> None:
    cache, made = BuildCache(), []
    for corpus in (replace(base, codes={}), base):
        cache.get_or_build("page", "given", corpus, lambda seen: made.append("97124" in seen.codes))
    assert made == [False, True]


def test_what_was_given_counts_too(base: Corpus) -> None:
    cache = BuildCache()
    assert [
        cache.get_or_build("page", given, base, lambda _, given=given: given)
        for given in ("one", "two")
    ] == ["one", "two"]


def test_a_copy_with_another_register_is_a_corpus_that_still_notes_the_rest(base: Corpus) -> None:
    cache, made = BuildCache(), []

    def build(seen: Corpus) -> None:
        copy = replace(seen, payers={})
        made.append((copy.codes["97124"].plain_name, len(copy.payers), copy.edits_by_pair))

    for corpus in (base, renamed(base, "97140"), renamed(base, "97124")):
        cache.get_or_build("page", "given", corpus, build)
    assert [name for name, *_ in made] == [base.codes["97124"].plain_name, "Another name"]
    assert all(payers == 0 and pairs == base.edits_by_pair for _, payers, pairs in made)


def test_a_site_built_in_parts_equals_a_site_built_whole(small_project: Path) -> None:
    """After a change in every file, one after the other."""
    project, unlike = incremental_project(small_project), []
    project.build()
    for path in sorted(
        path for part in ("content", "quizzes") for path in (small_project / part).rglob("*.yaml")
    ):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("Massage", "Rubbing").replace("units", "portions"), "utf-8")
        parts, whole = project.build(), Project(small_project, preview=True).build()
        if whole.report:  # the word is a key of this file: both refuse it
            assert parts.report == whole.report
            path.write_text(text.replace("Massage", "Rubbing"), "utf-8")
            parts, whole = project.build(), Project(small_project, preview=True).build()
        assert whole.files and not whole.report, path
        unlike += [
            (path.name, name) for name in whole.files if parts.files.get(name) != whole.files[name]
        ]
        assert parts.files.keys() == whole.files.keys(), path
    assert unlike == []
