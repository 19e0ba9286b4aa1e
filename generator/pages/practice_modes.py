"""The ways of practising, each a page that says what it does and, without script, where the questions are."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.facts.corpus import Corpus
from generator.facts.quizzes import Quiz
from generator.pages.page import Link, Page
from generator.pages.practice_data import bank_entries, shard_count

PAIRS_SHOWN = 24
PAIR_QUESTIONS = 2


@dataclass(frozen=True)
class PracticeMode:
    """A way of practising.

    Its address, its name, what it is in one sentence, how it goes, and the script that has it.
    """

    id: str
    title: str
    summary: str
    how: str
    script: str = "practice"


MODES = (
    PracticeMode(
        "check",
        "Find where you stand",
        "Six questions, about two minutes, and a proposal for what to do next.",
        "The questions differ in what they ask and how hard they are: after a right answer a harder"
        " one comes, after a wrong one an easier one. At the end you see where you stand and where"
        " to go on.",
    ),
    PracticeMode(
        "learn",
        "Learn",
        "One thing at a time, with hints when you are stuck and the reason after each answer.",
        "Choose what you want to be able to do. Each question offers hints in steps: what is asked"
        " for, what sets the candidates apart, and at last one wrong option struck out.",
        "practice-learn",
    ),
    PracticeMode(
        "drill",
        "Drill a pair",
        "Two codes that are taken for one another, until they no longer are.",
        "Choose a pair, or take the one that your own answers propose. Every question has one of"
        " the two as its right answer and offers the other.",
        "practice-drill",
    ),
    PracticeMode(
        "mixed",
        "Mixed practice",
        "Ten questions from everywhere, as a working day brings them.",
        "Questions on different things in turn are harder than blocks of one kind, and what is"
        " learned so lasts longer.",
    ),
    PracticeMode(
        "review",
        "Review what is due",
        "Questions you have answered come back when you are about to forget them.",
        "Each answer moves the day on which a question comes back: later after a right one, sooner"
        " after a wrong one or a guess. Give the day of an exam, and everything comes back once"
        " more before it.",
        "practice-review",
    ),
    PracticeMode(
        "missed",
        "Retry what was missed",
        "Only the questions whose last answer was wrong, or whose facts have changed since.",
        "A question leaves this list when you answer it rightly.",
        "practice-review",
    ),
    PracticeMode(
        "exam",
        "Exam",
        "Timed, with flags and an answer sheet; the result comes at the end.",
        "You choose how many questions and how long. You may flag questions, come back to them, and"
        " take more time whenever you need it. Closing the page stops nothing: the clock runs on,"
        " and your answers are there when you come back.",
    ),
    PracticeMode(
        "progress",
        "Your progress",
        "What you can do by code and objective, what you take for what, and what is due.",
        "All of it is worked out in your browser from the answers it keeps.",
        "practice-progress",
    ),
    PracticeMode(
        "data",
        "Your data",
        "What is kept in this browser; take it with you, bring it in, or delete it.",
        "Your answers, when you gave them and how sure you said you were, the order of options in"
        " each quiz, the day of your exam, an exam, a check or a round in progress, and which pages"
        " of a track you ticked as read. Of an instructor's assignment, your attempts and your name"
        " as you typed it, and what an instructor last built. Nothing else, and nothing leaves this"
        " browser unless you save it as a file yourself or do an assignment that says where it"
        " sends your answers.",
    ),
)


@dataclass(frozen=True)
class PracticeTopic:
    """Something to practise.

    Its words, the topics in the bank, and a quiz that has it, for those without script.
    """

    text: str
    topics: tuple[str, ...]
    quiz: str
    questions: int


@dataclass(frozen=True)
class ModeView:
    way: PracticeMode
    items: int
    shards: int
    names: dict[str, dict[str, str]]
    choices: tuple[PracticeTopic, ...]
    quizzes: tuple[Quiz, ...]


def practice_pages(corpus: Corpus, quizzes: tuple[Quiz, ...]) -> Iterator[Page]:
    nearby = tuple(Link(way.title, f"practise/{way.id}.md") for way in MODES)
    names, choices = _names(corpus), {"learn": _objectives(corpus), "drill": _pairs(corpus)}
    for way in MODES:
        view = ModeView(
            way,
            len(corpus.items),
            shard_count(len(corpus.items)),
            names,
            choices.get(way.id, ()),
            quizzes,
        )
        yield Page(
            f"practise/{way.id}.md",
            "practice.md.jinja",
            way.title,
            way.summary,
            view,
            "practise",
            nearby,
            "Ways to practise",
            element=way.script,
        )


def _names(corpus: Corpus) -> dict[str, dict[str, str]]:
    """What the script calls objectives and codes."""
    objectives = {name: objective.text for name, objective in corpus.objectives.items()}
    return {
        "objectives": objectives,
        "codes": {name: code.plain_name for name, code in corpus.codes.items()},
    }


def _objectives(corpus: Corpus) -> tuple[PracticeTopic, ...]:
    counted: Counter[str] = Counter(
        str(name) for item in corpus.items.values() for name in item.objectives
    )
    return tuple(
        PracticeTopic(
            objective.text, (f"objective-{name}",), _quiz_with(corpus, name), counted[name]
        )
        for name, objective in corpus.objectives.items()
        if counted[name]
    )


def _quiz_with(corpus: Corpus, objective: str) -> str:
    """The quiz that trains the objective most."""
    return max(
        corpus.quizzes.values(),
        key=lambda quiz: sum(objective in item.objectives for item in quiz.items),
    ).id


def _pairs(corpus: Corpus) -> tuple[PracticeTopic, ...]:
    """The pairs that most questions set against one another, and before them the comparisons of three to five codes."""
    listed = bank_entries(corpus)
    counted = Counter(pair for entry in listed for pair in entry["pairs"])
    quiz = {pair: entry["quiz"] for entry in reversed(listed) for pair in entry["pairs"]}
    often = sorted(
        (pair for pair in counted if counted[pair] >= PAIR_QUESTIONS),
        key=lambda pair: (-counted[pair], pair),
    )[:PAIRS_SHOWN]
    return (
        *_groups(corpus, counted, quiz),
        *(
            PracticeTopic(
                _said(corpus, pair.split("-")), (f"pair-{pair}",), quiz[pair], counted[pair]
            )
            for pair in often
        ),
    )


def _groups(corpus: Corpus, counted: Counter[str], quiz: dict[str, str]) -> Iterator[PracticeTopic]:
    for comparison in corpus.comparisons.values():
        codes = sorted(map(str, comparison.codes))
        pairs = [
            pair
            for place, code in enumerate(codes)
            for other in codes[place + 1 :]
            if counted[pair := f"{code}-{other}"]
        ]
        if 3 <= len(codes) <= 5 and pairs:
            text = f"{', '.join(codes[:-1])} and {codes[-1]}: {comparison.title}"
            yield PracticeTopic(
                text,
                tuple(f"pair-{pair}" for pair in pairs),
                quiz[pairs[0]],
                sum(counted[pair] for pair in pairs),
            )


def _said(corpus: Corpus, codes: list[str]) -> str:
    names = ((corpus.codes.get(code) or corpus.other_codes[code]).plain_name for code in codes)
    return f"{codes[0]} or {codes[1]}: {' or '.join(names)}"
