"""Items of the corpus as questions apart from the site, and the plan they are given by."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.billing.reasons import Reason
from generator.exports.plan import Plan
from generator.exports.portable_question import (
    ClaimTable,
    DerivationStep,
    ExportQuestion,
    ExportSource,
)
from generator.facts.adjustments import Adjustment
from generator.facts.assignments import Assignment
from generator.facts.base import Sourced
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item, Quiz
from generator.facts.registers import Rule
from generator.pages.page_context import link_text
from generator.pages.question_view import QuestionView, question_views
from generator.questions.assessed_codes import assessed_codes
from generator.questions.assignment_draw import chosen_items
from generator.questions.exhibits import export_source
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import ClaimShown

QuestionsAndPlan = tuple[tuple[ExportQuestion, ...], Plan]
Citation = tuple[str, date | None]
HEAD = ("Line", "Code", "Units", "Modifiers")


def questions(
    corpus: Corpus, items: Sequence[Item], code_names: bool = False
) -> tuple[ExportQuestion, ...]:
    """Every item of every kind, in the order given; `code_names`: beside the codes to choose from.

    Raises `Underivable` for an item whose key the facts do not settle.
    """
    return tuple(
        _question(corpus, view, corpus.quiz_of[view.item.id], code_names)
        for view in question_views(corpus, tuple(items))
    )


def assignment_export(corpus: Corpus, assignment: Assignment) -> QuestionsAndPlan:
    """An assignment's questions and terms."""
    plan = Plan(
        assignment.id,
        assignment.title,
        corpus.judged_on,
        assignment.instructions or "",
        assignment.seed,
        assignment.order == "shuffled",
        assignment.pass_mark_percent,
        assignment.time_limit_minutes,
        assignment.attempts,
        assignment.feedback,
        assignment.opens,
        assignment.due,
        is_assignment=True,
    )
    return questions(corpus, chosen_items(corpus, assignment), assignment.code_names), plan


def quiz_export(corpus: Corpus, quiz: Quiz) -> QuestionsAndPlan:
    """A quiz's questions."""
    return questions(corpus, quiz.items), Plan(quiz.id, quiz.title, corpus.judged_on, quiz.summary)


def bank_export(corpus: Corpus) -> QuestionsAndPlan:
    """Every question there is, those held back too: exports are for instructors."""
    quizzes = sorted(corpus.quizzes.values(), key=lambda quiz: (quiz.order, quiz.id))
    found = tuple(question for quiz in quizzes for question in questions(corpus, quiz.items))
    return found, Plan("rightcode", "RightCode", corpus.judged_on)


def _question(corpus: Corpus, view: QuestionView, quiz: Quiz, code_names: bool) -> ExportQuestion:
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
        () if answers.note else tuple(map(_line, view.scenario)),
        view.exhibits,
        answers.statement,
        _table(answers.claim) if answers.claim else None,
        f"Change: {answers.now}. Everything else is the same." if answers.now else None,
        view.prompt,
        view.kind.response(item, answers if code_names else answers.without_names()),
        view.solution,
        item.reason,
        tuple(_because(corpus, view)),
        item.contested,
        _sources(corpus, item, view.reasons),
        view.kind.fixed_order,
    )


def _line(paragraph: str) -> str:
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


def _sources(corpus: Corpus, item: Item, reasons: tuple[Reason, ...]) -> tuple[ExportSource, ...]:
    """Each publication once, with the latest day as of which it is cited."""
    latest: dict[str, date | None] = {}
    for name, as_of in _citations(corpus, item, reasons):
        known = latest.get(name)
        latest[name] = max(known, as_of) if known and as_of else known or as_of
    return tuple(export_source(corpus, name, as_of) for name, as_of in latest.items())


def _citations(corpus: Corpus, item: Item, reasons: tuple[Reason, ...]) -> Iterator[Citation]:
    """What each reason names itself, or else what its facts name."""
    for reason in reasons:
        own = [(name, reason.as_of) for name in reason.sources]
        yield from own or _of_facts(corpus, reason.rests_on)
    named = {fact for reason in reasons for fact in reason.rests_on}
    yield from _of_facts(corpus, tuple(str(fact) for fact in item.rests_on if fact not in named))


def _of_facts(corpus: Corpus, facts: tuple[str, ...]) -> Iterator[Citation]:
    for fact in facts:
        cited = [
            (str(name), part.as_of) for part in _parts(corpus.fact(fact)) for name in part.sources
        ]
        first_hand = [
            (name, as_of) for name, as_of in cited if corpus.sources[name].reliability == "primary"
        ]
        yield from first_hand or cited


def _parts(fact: object) -> tuple[Sourced, ...]:
    """What carries the sources of a fact."""
    match fact:
        case Sourced():
            return (fact,)
        case Code():
            return (fact.meaning, fact.unit)
        case Rule():
            return tuple(fact.statements)
        case Adjustment():
            return (fact.meaning, *fact.causes)
        case _:
            return ()
