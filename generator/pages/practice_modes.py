"""The modes of practice: a page each, which without script says where the questions are."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from generator.facts.corpus import Corpus
from generator.facts.quizzes import Quiz
from generator.pages.labels import PRACTICE_MODE, join_and
from generator.pages.page import Link, Page
from generator.pages.practice_data import bank_entries, bank_size

PAIRS_SHOWN = 24
PAIR_QUESTIONS = 2
QUIZZES_SHOWN = 12
SCRIPTS = {
    "learn": "practice-learn",
    "drill": "practice-drill",
    "review": "practice-review",
    "missed": "practice-review",
    "progress": "practice-progress",
    "data": "practice-progress",
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
        return f"practise/{self.id}.md"


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


def practice_pages(corpus: Corpus, quizzes: tuple[Quiz, ...]) -> Iterator[Page]:
    """A page for each mode."""
    nearby = tuple(Link(mode.title, mode.path) for mode in MODES)
    names, topics = _names(corpus), {"learn": _objectives(corpus), "drill": _pairs(corpus)}
    for mode in MODES:
        view = {
            **bank_size(corpus),
            "mode": mode,
            "names": names,
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
            "Ways to practise",
            element=mode.script,
        )


def _names(corpus: Corpus) -> dict[str, dict[str, str]]:
    return {
        "objectives": {name: objective.text for name, objective in corpus.objectives.items()},
        "codes": {name: code.plain_name for name, code in corpus.codes.items()},
    }


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
