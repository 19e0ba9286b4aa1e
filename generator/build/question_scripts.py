"""Questions as the assignment builder loads them, for its paper and its downloads."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from typing import Literal, assert_never

from generator.build.question_bank import bank_script
from generator.cache.build_cache import NO_CACHE, BuildCache
from generator.exports.csv_files import answers_piece, question_piece
from generator.exports.gift import gift_piece
from generator.exports.moodle import moodle_piece
from generator.exports.portable_question import (
    ClaimForm,
    ClaimTable,
    ExportChoice,
    ExportQuestion,
    MultipleChoice,
    NumberEntry,
    Response,
    SingleChoice,
    WordMarks,
)
from generator.exports.question_conversion import questions
from generator.exports.question_text import (
    exhibit_sources,
    explanation,
    facts,
    mark_numbers,
    source_text,
)
from generator.exports.text_pieces import TextPiece
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Quiz

PIECES = {
    "moodle": moodle_piece,
    "gift": gift_piece,
    "questions": question_piece,
    "answers": answers_piece,
}


@dataclass(frozen=True)
class PaperChoice:
    """`label` is the number of a word in its note, else null: a letter by its place."""

    text: str
    right: bool
    label: int | None = None


@dataclass(frozen=True)
class ChoicePaper:
    """Options to tick; of words to mark the note's paragraphs, each piece with its number."""

    type: Literal["single", "several", "marks"]
    choices: tuple[PaperChoice, ...]
    paragraphs: tuple[tuple[tuple[str, int | None], ...], ...] = ()


@dataclass(frozen=True)
class NumberPaper:
    """Numbers to write."""

    parts: tuple[str, ...]
    type: Literal["numbers"] = "numbers"


@dataclass(frozen=True)
class ClaimPaper:
    """A claim with so many lines to fill in."""

    codes: tuple[str, ...]
    modifiers: tuple[str, ...]
    lines: int
    type: Literal["claim"] = "claim"


@dataclass(frozen=True)
class ExhibitPaper:
    """A table of values and, in words, who publishes them."""

    table: ClaimTable
    sources: str


@dataclass(frozen=True)
class BuilderQuestion:
    """A question as the builder's page reads it; `pieces` by the format they are of."""

    id: str
    kind: str
    title: str
    facts: str
    note: tuple[str, ...]
    exhibits: tuple[ExhibitPaper, ...]
    statement: str | None
    table: ClaimTable | None
    turn: str | None
    asks: str
    response: ChoicePaper | NumberPaper | ClaimPaper
    solution: str
    explanation: tuple[str, ...]
    sources: tuple[str, ...]
    pieces: dict[str, TextPiece]


def question_files(corpus: Corpus, cache: BuildCache = NO_CACHE) -> dict[str, bytes]:
    """`bank/questions/….js` by path, for every question of a corpus without those held back."""
    found: dict[str, bytes] = {}
    for quiz in corpus.quizzes.values():
        found |= cache.get_or_build(("questions", quiz.id), quiz, corpus, partial(_of_quiz, quiz))
    return found


def _of_quiz(quiz: Quiz, corpus: Corpus) -> dict[str, bytes]:
    return {
        f"bank/questions/{question.id}.js": bank_script(
            f"questions/{question.id}", asdict(builder_question(question))
        )
        for question in questions(corpus, quiz.items)
    }


def builder_question(question: ExportQuestion) -> BuilderQuestion:
    """The question for paper and downloads."""
    return BuilderQuestion(
        id=question.id,
        kind=question.kind,
        title=question.title,
        facts=facts(question),
        note=question.note,
        exhibits=tuple(
            ExhibitPaper(ClaimTable(table.caption, table.head, table.rows), exhibit_sources(table))
            for table in question.exhibits
        ),
        statement=question.statement,
        table=question.table,
        turn=question.turn,
        asks=question.asks,
        response=_paper(question.response),
        solution=question.solution,
        explanation=explanation(question),
        sources=tuple(map(source_text, question.sources)),
        pieces={name: piece(question) for name, piece in PIECES.items()},
    )


def _paper(response: Response) -> ChoicePaper | NumberPaper | ClaimPaper:
    match response:
        case NumberEntry(parts):
            return NumberPaper(tuple(part.text for part in parts))
        case ClaimForm(codes, modifiers, lines):
            return ClaimPaper(tuple(choice.text for choice in codes), modifiers, lines)
        case WordMarks(choices, paragraphs):
            numbers = mark_numbers(response)
            noted = tuple(
                tuple((piece.text, numbers.get(piece.choice or "")) for piece in paragraph)
                for paragraph in paragraphs
            )
            return ChoicePaper("marks", _choices(choices, numbers), noted)
        case SingleChoice(choices):
            return ChoicePaper("single", _choices(choices))
        case MultipleChoice(choices):
            return ChoicePaper("several", _choices(choices))
        case _:
            assert_never(response)


def _choices(
    choices: Iterable[ExportChoice], numbers: Mapping[str, int] = {}
) -> tuple[PaperChoice, ...]:
    return tuple(
        PaperChoice(choice.text, choice.right, numbers.get(choice.id)) for choice in choices
    )
