"""What the modes of practice know of a question without loading it."""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TypedDict

from generator.cache.build_cache import cached_by_facts
from generator.facts.corpus import Corpus
from generator.facts.lessons import Comparison
from generator.facts.quizzes import Item
from generator.pages.question_view import QuestionView
from generator.questions.assessed_codes import assessed_codes, codes_offered
from generator.questions.key_digest import item_digest
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import Key
from generator.questions.kinds.registry import KINDS, kind_of

SHARD_SIZE = 50
POOL_SIZE = 36


class BankEntry(TypedDict):
    """`codes` are those it is about; `pairs` set a wrong code it offers against a right one."""

    id: str
    version: int
    title: str
    kind: str
    payer: str
    quiz: str
    difficulty: int
    objectives: list[str]
    codes: list[str]
    pairs: list[str]
    right: list[str]
    digest: str


def bank_entries(corpus: Corpus) -> list[BankEntry]:
    """An entry for each item, in the order of their ids."""
    found = (
        _entry(corpus, quiz.id, item) for quiz in corpus.quizzes.values() for item in quiz.items
    )
    return sorted(found, key=lambda entry: entry["id"])


def shard_count(items: int) -> int:
    """How many files the bank is divided into."""
    return max(1, -(-items // SHARD_SIZE))


def bank_size(corpus: Corpus) -> dict[str, object]:
    """What a page's script knows of the bank's size."""
    items = len(corpus.items)
    return {"items": items, "shards": shard_count(items)}


def topics_of(entry: BankEntry) -> Iterator[str]:
    """The lists a question is found in."""
    yield from (f"objective-{name}" for name in entry["objectives"])
    yield from (f"code-{code}" for code in entry["codes"])
    yield from (f"pair-{pair}" for pair in entry["pairs"])
    yield f"quiz-{entry['quiz']}"


def placement_pool(listed: Sequence[BankEntry]) -> list[BankEntry]:
    """Single-answer questions for the placement quiz: of every objective in turn, by level."""
    groups: dict[str, list[BankEntry]] = {}
    for entry in sorted(listed, key=lambda entry: hashlib.sha256(entry["id"].encode()).hexdigest()):
        if KINDS[entry["kind"]].form == "one":
            groups.setdefault(f"{entry['objectives'][0]} {entry['difficulty']}", []).append(entry)
    rounds = zip_longest(*(groups[name] for name in sorted(groups)))
    chosen = [entry for turn in rounds for entry in turn if entry]
    return sorted(_level_by_level(chosen), key=lambda entry: entry["id"])


def _level_by_level(chosen: list[BankEntry]) -> Iterator[BankEntry]:
    for level in (1, 2, 3):
        yield from [entry for entry in chosen if entry["difficulty"] == level][: POOL_SIZE // 3]


def hints(corpus: Corpus, question: QuestionView) -> list[str]:
    """Steps towards the answer; the last one, striking an option, is the page's."""
    item = question.item
    asked = corpus.objectives[item.objectives[0]].text
    return [
        f"This asks whether you can {asked}.",
        *_difference(corpus, item, derive_key(corpus, item)),
    ]


def _difference(corpus: Corpus, item: Item, key: Key) -> Iterator[str]:
    offered = codes_offered(item)

    def shared(entry: Comparison) -> int:
        return len({*offered}.intersection(map(str, entry.codes)))

    fitting = [entry for entry in corpus.comparisons.values() if shared(entry) > 1]
    if fitting:
        best = max(fitting, key=lambda entry: (shared(entry), -len(entry.codes)))
        yield f"Ask yourself: {best.question}"
    taught = [code for code in offered if code in corpus.codes]
    meant = sorted(
        [
            *[code for code in taught if code in key.right][:1],
            *[code for code in taught if code not in key.right][:1],
        ]
    )
    if len(meant) > 1:
        yield " ".join(f"{code}: {corpus.codes[code].meaning.text}" for code in meant)
    elif not fitting:
        yield kind_of(item).hint or (
            f"Mind whose rule it is: {corpus.payers[item.payer].name}, and the date of service."
        )


@cached_by_facts
def _entry(corpus: Corpus, quiz: str, item: Item) -> BankEntry:
    key = derive_key(corpus, item)
    return {
        "id": item.id,
        "version": item.version,
        "title": item.title,
        "kind": item.kind,
        "payer": str(item.payer),
        "quiz": quiz,
        "difficulty": item.difficulty,
        "objectives": [str(name) for name in item.objectives],
        "codes": assessed_codes(corpus, item, key),
        "pairs": sorted(_pairs(item, key)),
        "right": sorted(key.right),
        "digest": item_digest(corpus, item, key),
    }


def _pairs(item: Item, key: Key) -> set[str]:
    """`97124-97140`, the smaller first, where one is right and the other is offered as wrong."""
    codes = codes_offered(item)
    right = [code for code in codes if code in key.right]
    return {
        "-".join(sorted((code, other)))
        for code in right
        for other in codes
        if other not in key.right
    }
