"""Items of the corpus as questions apart from the site.

The same corpus and items give the same questions.
"""

from collections.abc import Iterator, Sequence

from generator.exports.portable_question import ClaimTable, DerivationStep, ExportQuestion
from generator.exports.question_sources import sources_of
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item, Quiz
from generator.pages.page_context import link_text
from generator.pages.question_view import QuestionView, question_views
from generator.questions.assessed_codes import assessed_codes
from generator.questions.keys import derive_key
from generator.questions.kinds.answer_view import ClaimShown

HEAD = ("Line", "Code", "Units", "Modifiers")


def questions(corpus: Corpus, items: Sequence[Item]) -> tuple[ExportQuestion, ...]:
    """Every item of every kind, in the order given.

    Raises `Underivable` for an item whose key the facts do not settle.
    """
    return tuple(
        _question(corpus, view, corpus.quiz_of[view.item.id])
        for view in question_views(corpus, tuple(items))
    )


def _question(corpus: Corpus, view: QuestionView, quiz: Quiz) -> ExportQuestion:
    item, answers = view.item, view.answers
    return ExportQuestion(
        item.id,
        item.version,
        view.digest,
        item.kind,
        item.title,
        quiz.id,
        quiz.title,
        tuple(assessed_codes(corpus, item, derive_key(corpus, item))),
        tuple(map(str, item.objectives)),
        item.difficulty,
        view.payer,
        item.date,
        () if answers.note_inside else tuple(map(_line, view.scenario)),
        answers.statement,
        _table(answers.claim) if answers.claim else None,
        f"Now {answers.now}. All else is the same." if answers.now else None,
        view.prompt,
        view.kind.response(item, answers),
        view.solution,
        item.reason,
        tuple(_because(corpus, view)),
        item.contested,
        sources_of(corpus, item, view.reasons),
        view.kind.fixed_order,
    )


def _line(paragraph: str) -> str:
    """A paragraph without the line breaks of the file it was written in."""
    return " ".join(paragraph.split())


def _table(shown: ClaimShown) -> ClaimTable:
    rows = (
        (str(number), str(line.code), str(line.units), " ".join(line.modifiers) or "none")
        for number, line in enumerate(shown.lines, 1)
    )
    return ClaimTable(shown.caption, HEAD, tuple(rows))


def _because(corpus: Corpus, view: QuestionView) -> Iterator[DerivationStep]:
    for reason in view.reasons:
        yield DerivationStep(
            reason.text, tuple(link_text(corpus, *fact.split("/", 1)) for fact in reason.rests_on)
        )
