"""The questions as the practice pages load them: small scripts, which work from a folder too.

What a page loads first does not grow with the number of questions: entries come in shards of
about fifty, topics in lists of two hundred, and each question by itself.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from generator.cache.build_cache import NO_CACHE, BuildCache
from generator.facts.corpus import Corpus
from generator.pages.exam_pool import exam_pools
from generator.pages.placement_pool import placement_pools
from generator.pages.practice_pages import (
    BankEntry,
    bank_entries,
    shard_count,
    topics_of,
)
from generator.pages.question_hints import hints
from generator.pages.question_view import QuestionView, question_views
from generator.pages.renderer import render_question
from generator.pages.track_pages import track_json

LISTED = 200
PAGE_OF_LINKS = "practice/mixed.md"
"""Any page below practice/.

They all lie equally deep, so links in a question hold on each of them.
"""


def bank_files(corpus: Corpus, cache: BuildCache = NO_CACHE) -> dict[str, bytes]:
    """`bank/….js` by path; the same corpus gives the same bytes."""
    listed = bank_entries(corpus)
    tracks = {f"tracks/{name}": track_json(corpus, track) for name, track in corpus.tracks.items()}
    checks = {f"check/{role}": pool for role, pool in placement_pools(listed).items()}
    exams = {f"exam/{scope}": pool for scope, pool in exam_pools(corpus, listed).items()}
    found = {**_shards(listed), **_topics(listed), **tracks, **checks, **exams}
    return {f"bank/{name}.js": bank_script(name, value) for name, value in found.items()} | dict(
        _items(corpus, listed, cache)
    )


def bank_script(name: str, value: object) -> bytes:
    """A script file that hands over one value."""
    return (
        f"rightcodeBank({json.dumps(name)},{json.dumps(value, separators=(',', ':'))});\n".encode()
    )


def _shards(listed: Sequence[BankEntry]) -> dict[str, list[BankEntry]]:
    found: dict[str, list[BankEntry]] = {
        f"index/{number}": [] for number in range(shard_count(len(listed)))
    }
    for entry in listed:
        found[f"index/{fnv_hash(entry['id']) % len(found)}"].append(entry)
    return found


def _topics(listed: Sequence[BankEntry]) -> dict[str, Mapping[str, object]]:
    """Ids by topic in the order of their hashes, so that each page is a fair sample."""
    found: dict[str, list[str]] = {}
    for entry in sorted(listed, key=lambda entry: (fnv_hash(entry["id"]), entry["id"])):
        for topic in topics_of(entry):
            found.setdefault(topic, []).append(entry["id"])
    return {
        name: value for topic, ids in sorted(found.items()) for name, value in _pages(topic, ids)
    }


def _pages(topic: str, ids: list[str]) -> Iterator[tuple[str, Mapping[str, object]]]:
    pages = [ids[start : start + LISTED] for start in range(0, len(ids), LISTED)]
    for number, page in enumerate(pages):
        yield f"topics/{topic}.{number}", {"total": len(ids), "pages": len(pages), "ids": page}


def _items(
    corpus: Corpus, listed: Sequence[BankEntry], cache: BuildCache
) -> Iterator[tuple[str, bytes]]:
    by_id = {entry["id"]: entry for entry in listed}
    for quiz in corpus.quizzes.values():
        for question in question_views(corpus, quiz.items):
            entry = by_id[question.item.id]
            name = f"items/{question.item.id}"
            yield (
                f"bank/{name}.js",
                cache.get_or_build(
                    ("bank", name), (entry, question), corpus, partial(_item, name, entry, question)
                ),
            )


def _item(name: str, entry: BankEntry, question: QuestionView, corpus: Corpus) -> bytes:
    return bank_script(
        name,
        {
            **entry,
            "html": render_question(corpus, question, PAGE_OF_LINKS),
            "hints": hints(corpus, question),
        },
    )


def fnv_hash(text: str) -> int:
    """FNV-1a over the code points, 32 bits: shared/shuffle.js with the seed 0."""
    value = 2166136261
    for character in text:
        value = ((value ^ ord(character)) * 16777619) & 0xFFFFFFFF
    return value
