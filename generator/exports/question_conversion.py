"""Items of the corpus as questions apart from the site.

The same corpus and items give the same questions.
"""

from collections.abc import Iterator, Sequence

from generator.exports.portable_question import (
    ClaimForm,
    ClaimTable,
    DerivationStep,
    ExportChoice,
    ExportLine,
    ExportQuestion,
    MultipleChoice,
    NotePiece,
    NumberEntry,
    NumberField,
    NumberMistake,
    Response,
    SingleChoice,
    WordMarks,
)
from generator.exports.question_sources import sources_of
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item, Quiz
from generator.facts.written_lines import MOST_UNITS
from generator.pages.page_context import link_text
from generator.pages.question_view import QuestionView, question_views
from generator.questions.assessed_codes import codes_of
from generator.questions.keys import derive_key
from generator.questions.kinds.choose_code.choose_code_model import ChooseCode
from generator.questions.kinds.claim.claim_model import FillClaim
from generator.questions.kinds.judge_claim.judge_claim_model import JudgeClaim
from generator.questions.kinds.mark_words.mark_words_model import MarkWords
from generator.questions.kinds.other_date.other_date_model import OtherDate
from generator.questions.kinds.other_payer.other_payer_model import OtherPayer
from generator.questions.kinds.spot_the_error.spot_the_error_model import SpotTheError
from generator.questions.kinds.units.units_model import Units

HEAD = ("Line", "Code", "Units", "Modifiers")


def questions(corpus: Corpus, items: Sequence[Item]) -> tuple[ExportQuestion, ...]:
    """Every item of every kind, in the order given.

    Raises `Underivable` for an item whose key the facts do not settle.
    """
    return tuple(
        _question(corpus, view, corpus.quiz_of[view.item.id])
        for view in question_views(corpus, items)
    )


def _question(corpus: Corpus, view: QuestionView, quiz: Quiz) -> ExportQuestion:
    item, table = view.item, _table(view)
    return ExportQuestion(
        item.id,
        item.version,
        view.digest,
        item.kind,
        item.title,
        quiz.id,
        quiz.title,
        tuple(codes_of(corpus, item, derive_key(corpus, item))),
        tuple(map(str, item.objectives)),
        item.difficulty,
        view.payer,
        item.date,
        () if view.note_inside else tuple(map(_line, view.scenario)),
        view.claim,
        table,
        _turn(view),
        view.prompt,
        _response(view),
        view.solution,
        item.reason,
        tuple(_because(corpus, view)),
        item.contested,
        sources_of(corpus, item, view.reasons),
    )


def _line(paragraph: str) -> str:
    """A paragraph without the line breaks of the file it was written in."""
    return " ".join(paragraph.split())


def _response(view: QuestionView) -> Response:
    item = view.item
    match item:
        case ChooseCode() | JudgeClaim():
            return SingleChoice(_choices(view))
        case Units():
            return _numbers(item, view)
        case FillClaim():
            return _claim(item, view)
        case MarkWords():
            return WordMarks(_pieces(view), _choices(view))
        case _:
            return MultipleChoice(_choices(view))


def _choices(view: QuestionView) -> tuple[ExportChoice, ...]:
    return tuple(
        ExportChoice(
            option.id, option.label, option.right, option.feedback, option.free, option.code
        )
        for option in view.options
    )


def _numbers(item: Units, view: QuestionView) -> NumberEntry:
    right_answers = tuple(tuple(way[row.code] for row in item.rows) for way in view.data["ways"])
    parts = []
    for place, (row, option) in enumerate(zip(item.rows, view.options, strict=True)):
        right = tuple(dict.fromkeys(way[place] for way in right_answers))
        wrong = tuple(NumberMistake(entry.units, entry.feedback) for entry in row.wrong)
        parts.append(NumberField(str(row.code), option.label, right, row.feedback, wrong))
    return NumberEntry(tuple(parts), right_answers, MOST_UNITS)


def _claim(item: FillClaim, view: QuestionView) -> ClaimForm:
    right_answers = tuple(
        tuple(ExportLine(str(line.code), line.units, tuple(sorted(line.modifiers))) for line in way)
        for way in view.body.claims
    )
    return ClaimForm(
        _choices(view), tuple(map(str, item.modifiers)), item.lines, MOST_UNITS, right_answers
    )


def _pieces(view: QuestionView) -> tuple[tuple[NotePiece, ...], ...]:
    return tuple(
        tuple(NotePiece(_inline(span.text), span.id) for span in paragraph)
        for paragraph in view.body.paragraphs
    )


def _inline(text: str) -> str:
    """Text without line breaks, its blanks at both ends kept."""
    return text.replace("\n", " ")


def _table(view: QuestionView) -> ClaimTable | None:
    item = view.item
    match item:
        case OtherPayer() | OtherDate():
            return ClaimTable(f"The claim: {view.body.before}", HEAD, _rows(view.body.claim))
        case SpotTheError():
            return ClaimTable("The claim as it was written", HEAD, _rows(item.claim))
        case _:
            return None


def _rows(lines: Sequence[object]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (str(number), str(line.code), str(line.units), " ".join(line.modifiers) or "none")
        for number, line in enumerate(lines, 1)
    )


def _turn(view: QuestionView) -> str | None:
    return (
        f"Now {view.body.after}. All else is the same."
        if isinstance(view.item, OtherPayer | OtherDate)
        else None
    )


def _because(corpus: Corpus, view: QuestionView) -> Iterator[DerivationStep]:
    for reason in view.reasons:
        yield DerivationStep(
            reason.text, tuple(link_text(corpus, *fact.split("/", 1)) for fact in reason.rests_on)
        )
