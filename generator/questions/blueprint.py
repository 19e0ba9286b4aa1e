"""What the questions cover."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.questions.assessed_codes import assessed_codes
from generator.questions.key_digest import facts_of
from generator.questions.keys import derive_key, mistakes

LEVELS = (1, 2, 3)
FEWEST = {"code": 4, "misconception": 2, "items": 400}
"""Questions that a taught code, a misconception and the whole must have."""


HOLES = {
    "code": f"codes with fewer than {FEWEST['code']} questions",
    "misconception": f"misconceptions with fewer than {FEWEST['misconception']}",
    "objective": "objectives without a question of some difficulty",
}


@dataclass(frozen=True)
class Cell:
    """How many questions of one sort there are."""

    objective: str
    code: str
    difficulty: int
    kind: str
    questions: int


@dataclass(frozen=True)
class Hole:
    """Something with too few questions."""

    sort: str
    name: str
    found: int
    wanted: int


@dataclass(frozen=True)
class Blueprint:
    """What the questions cover, and the holes."""

    items: int
    cells: tuple[Cell, ...]
    kinds: Mapping[str, int]
    levels: Mapping[int, int]
    objectives: Mapping[str, Mapping[int, int]]
    codes: Mapping[str, Mapping[int, int]]
    misconceptions: Mapping[str, int]
    holes: tuple[Hole, ...]


def codes_asked(corpus: Corpus, item: Item) -> tuple[str, ...]:
    """The taught codes that a question is about: right in it, named by it, or under its key."""
    key = derive_key(corpus, item)
    under = {fact.partition("/")[2] for fact in facts_of(item, key) if fact.startswith("codes/")}
    return tuple(sorted((under & set(corpus.codes)) | set(assessed_codes(corpus, item, key))))


def blueprint(corpus: Corpus) -> Blueprint:
    """The blueprint of a corpus without errors."""
    items = corpus.items.values()
    about = [(item, codes_asked(corpus, item)) for item in items]
    cells = Counter(
        (objective, code, item.difficulty, item.kind)
        for item, codes in about
        for objective in item.objectives
        for code in codes or ("",)
    )
    objectives = _by(
        corpus.objectives, ((name, item) for item in items for name in item.objectives)
    )
    codes = _by(sorted(corpus.codes), ((code, item) for item, codes in about for code in codes))
    named = Counter(name for item in items for name in mistakes(item))
    levels = Counter[int](item.difficulty for item in items)
    misconceptions = {name: named[name] for name in corpus.misconceptions}
    return Blueprint(
        len(about),
        tuple(Cell(*at, count) for at, count in sorted(cells.items())),
        dict(sorted(Counter(item.kind for item in items).items())),
        {level: levels[level] for level in LEVELS},
        objectives,
        codes,
        misconceptions,
        tuple(_holes(objectives, codes, misconceptions)),
    )


def _by(names: Iterable[str], found: Iterable[tuple[str, Item]]) -> dict[str, dict[int, int]]:
    counted = Counter[tuple[str, int]]((str(name), item.difficulty) for name, item in found)
    return {str(name): {level: counted[str(name), level] for level in LEVELS} for name in names}


def _holes(
    objectives: Mapping[str, Mapping[int, int]],
    codes: Mapping[str, Mapping[int, int]],
    misconceptions: Mapping[str, int],
) -> Iterator[Hole]:
    for name, levels in codes.items():
        if sum(levels.values()) < FEWEST["code"]:
            yield Hole("code", name, sum(levels.values()), FEWEST["code"])
    for name, count in misconceptions.items():
        if count < FEWEST["misconception"]:
            yield Hole("misconception", name, count, FEWEST["misconception"])
    for name, levels in objectives.items():
        yield from (
            Hole("objective", f"{name}, difficulty {level}", 0, 1)
            for level in LEVELS
            if not levels[level]
        )


def in_short(found: Blueprint) -> str:
    """What `rightcode build` says: counts, and how many holes of each sort there are."""
    kinds = ", ".join(f"{count} {kind}" for kind, count in found.kinds.items())
    levels = ", ".join(f"{count} of difficulty {level}" for level, count in found.levels.items())
    holes = Counter(hole.sort for hole in found.holes)
    holes_text = (
        ", ".join(f"{holes[sort]} {words}" for sort, words in HOLES.items())
        + "; `rightcode blueprint` names them"
        if found.holes
        else "none"
    )
    return f"Blueprint: {found.items} questions ({kinds}); {levels}.\nHoles: {holes_text}."
