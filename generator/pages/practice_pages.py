"""Practice: what its modes know of a question without loading it, and a page for each mode."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import NotRequired, TypedDict

from generator.cache.build_cache import cached_by_facts
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item, Quiz
from generator.pages.labels import PRACTICE_MODE, TABLES, join_and, page_title
from generator.pages.note_opening import opening
from generator.pages.page import Link, Page
from generator.questions.assessed_codes import assessed_codes, codes_offered
from generator.questions.exam_weights import exam_weights
from generator.questions.key_digest import item_digest
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import Key

SHARD_SIZE = 50
PAIRS_SHOWN = 24
PAIR_QUESTIONS = 2
QUIZZES_SHOWN = 12
FLASHCARDS, FLASHCARDS_BEFORE = "practice/flashcards.md", "progress"
SCRIPTS = {
    "exam": "practice-exam",
    "learn": "practice-learn",
    "drill": "practice-drill",
    "review": "practice-review",
    "missed": "practice-review",
    "progress": "practice-progress",
    "data": "practice-progress",
}


class BankEntry(TypedDict):
    """`codes` are those it is about; `pairs` set a wrong code it offers against a right one.

    `opening` is how its note begins, so that an instructor knows it from its neighbors.

    `enemies` are near-twins, which are never drawn together. The practice exam asks a question of
    `weight` 2 twice as often as one of 1.
    """

    id: str
    version: int
    title: str
    opening: str
    kind: str
    payer: str
    quiz: str
    difficulty: int
    objectives: list[str]
    codes: list[str]
    pairs: list[str]
    right: list[str]
    digest: str
    weight: NotRequired[float]
    enemies: NotRequired[list[str]]
    ownQuizOnly: NotRequired[bool]


def bank_entries(corpus: Corpus) -> list[BankEntry]:
    """An entry for each item, in the order of their ids."""
    found = [
        _drawn(corpus, item, _entry(corpus, quiz.id, item))
        for quiz in corpus.quizzes.values()
        for item in quiz.items
    ]
    drawn = {entry["id"]: entry["codes"] for entry in found if not entry.get("ownQuizOnly")}
    weights = exam_weights(corpus, drawn)
    return sorted(
        ({**entry, "weight": weights.get(entry["id"], 0)} for entry in found),
        key=lambda entry: entry["id"],
    )


def shard_count(items: int) -> int:
    """How many files the bank is divided into."""
    return max(1, -(-items // SHARD_SIZE))


def bank_size(corpus: Corpus) -> dict[str, object]:
    """What a page's script knows of the bank's size."""
    items = len(corpus.items)
    return {"items": items, "shards": shard_count(items)}


def topics_of(entry: BankEntry) -> Iterator[str]:
    """The lists a question is found in."""
    if not entry.get("ownQuizOnly"):
        yield from (f"objective-{name}" for name in entry["objectives"])
        yield from (f"code-{code}" for code in entry["codes"])
        yield from (f"pair-{pair}" for pair in entry["pairs"])
        yield f"payer-{entry['payer']}"
    yield f"quiz-{entry['quiz']}"


@cached_by_facts
def _entry(corpus: Corpus, quiz: str, item: Item) -> BankEntry:
    key = derive_key(corpus, item)
    return {
        "id": item.id,
        "version": item.version,
        "title": item.title,
        "opening": opening(item),
        "kind": item.kind,
        "payer": str(item.payer),
        "quiz": quiz,
        "difficulty": item.difficulty,
        "objectives": [str(name) for name in item.objectives],
        "codes": assessed_codes(corpus, item, key),
        "pairs": sorted(_confused_pairs(item, key)),
        "right": sorted(key.right),
        "digest": item_digest(corpus, item, key),
    }


def _drawn(corpus: Corpus, item: Item, entry: BankEntry) -> BankEntry:
    """An entry with what bars it from drawings."""
    if enemies := corpus.enemies_of.get(item.id):
        entry = {**entry, "enemies": sorted(enemies)}
    return {**entry, "ownQuizOnly": True} if item.own_quiz_only else entry


def _confused_pairs(item: Item, key: Key) -> set[str]:
    """`97124-97140`, the smaller first, where one is right and the other is offered as wrong."""
    codes = codes_offered(item)
    right = [code for code in codes if code in key.right]
    return {
        "-".join(sorted((code, other)))
        for code in right
        for other in codes
        if other not in key.right
    }


@dataclass(frozen=True)
class PracticeMode:
    """A mode of practice: its words, and the script that runs it."""

    id: str
    title: str
    summary: str
    how: str
    script: str
    has_questions: bool = True

    @property
    def path(self) -> str:
        """The path of its page."""
        return f"practice/{self.id}.md"


MODES = tuple(
    PracticeMode(name, **words, script=SCRIPTS.get(name, "practice"), has_questions=name != "data")
    for name, words in PRACTICE_MODE.items()
)


@dataclass(frozen=True)
class PracticeTopic:
    """Something to practice: its words, its topics in the bank, and a quiz that has it."""

    text: str
    topics: tuple[str, ...]
    quiz: str
    questions: int


def practice_pages(
    corpus: Corpus,
    quizzes: tuple[Quiz, ...],
    roles: tuple[PracticeTopic, ...],
    payers: tuple[PracticeTopic, ...] = (),
    exams: tuple[PracticeTopic, ...] = (),
) -> Iterator[Page]:
    """A page for each mode.

    `roles` are what the placement quiz asks first, `payers` end Learn, `exams` are the roles of the
    practice exam.
    """
    nearby = practice_links()
    names, topics = (
        _names(corpus),
        {
            "check": roles,
            "learn": (*_objectives(corpus), *payers),
            "drill": _pairs(corpus),
            "exam": exams,
        },
    )
    for mode in MODES:
        view = {
            **bank_size(corpus),
            "mode": mode,
            "names": names | (_exam_names(corpus) if mode.id == "exam" else {}),
            "topics": topics.get(mode.id, ()),
            "quizzes": quizzes[:QUIZZES_SHOWN] if mode.has_questions else (),
        }
        yield Page(
            mode.path,
            "practice-mode",
            mode.title,
            mode.summary,
            view,
            nearby,
            "Ways to practice",
            element=mode.script,
        )


def practice_links() -> tuple[Link, ...]:
    """The ways to practice; flashcards before what is kept of the learner."""
    modes = [Link(mode.title, mode.path) for mode in MODES]
    place = next(at for at, mode in enumerate(MODES) if mode.id == FLASHCARDS_BEFORE)
    return (*modes[:place], Link(page_title(FLASHCARDS), FLASHCARDS), *modes[place:])


def _names(corpus: Corpus) -> dict[str, dict[str, str]]:
    return {
        "objectives": {name: objective.text for name, objective in corpus.objectives.items()},
        "codes": {name: code.plain_name for name, code in corpus.codes.items()},
    }


def _exam_names(corpus: Corpus) -> dict[str, dict[str, str]]:
    families = {name: family.title for name, family in corpus.families.items()}
    return {"areas": dict(TABLES["exam_area"]), "families": families}


def _objectives(corpus: Corpus) -> tuple[PracticeTopic, ...]:
    counted = Counter(str(name) for item in corpus.items.values() for name in item.objectives)
    return tuple(
        PracticeTopic(
            objective.text, (f"objective-{name}",), _quiz_with(corpus, name), counted[name]
        )
        for name, objective in corpus.objectives.items()
        if counted[name]
    )


def _quiz_with(corpus: Corpus, objective: str) -> str:
    return max(
        corpus.quizzes.values(),
        key=lambda quiz: sum(objective in item.objectives for item in quiz.items),
    ).id


def _pairs(corpus: Corpus) -> tuple[PracticeTopic, ...]:
    """Comparisons of three to five codes, then the pairs that most questions are about."""
    entries = bank_entries(corpus)
    counted = Counter(pair for entry in entries for pair in entry["pairs"])
    quiz = {pair: entry["quiz"] for entry in reversed(entries) for pair in entry["pairs"]}
    frequent = sorted(
        (pair for pair in counted if counted[pair] >= PAIR_QUESTIONS),
        key=lambda pair: (-counted[pair], pair),
    )
    pairs = (
        PracticeTopic(_pair_text(corpus, pair), (f"pair-{pair}",), quiz[pair], counted[pair])
        for pair in frequent[:PAIRS_SHOWN]
    )
    return (*_groups(corpus, counted, quiz), *pairs)


def _groups(
    corpus: Corpus, counted: Mapping[str, int], quiz: Mapping[str, str]
) -> Iterator[PracticeTopic]:
    for comparison in corpus.comparisons.values():
        codes = sorted(map(str, comparison.codes))
        pairs = [pair for pair in map("-".join, combinations(codes, 2)) if counted[pair]]
        if 3 <= len(codes) <= 5 and pairs:
            yield PracticeTopic(
                f"{join_and(codes)}: {comparison.title}",
                tuple(f"pair-{pair}" for pair in pairs),
                quiz[pairs[0]],
                sum(counted[pair] for pair in pairs),
            )


def _pair_text(corpus: Corpus, pair: str) -> str:
    codes = pair.split("-")
    names = ((corpus.codes.get(code) or corpus.other_codes[code]).plain_name for code in codes)
    return f"{' or '.join(codes)}: {' or '.join(names)}"
