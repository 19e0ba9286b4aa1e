"""Questions that come to the desk: eligibility, authorization, notices, remittances, drafts."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.build.desk.desk_visits import is_recent
from generator.exports.portable_question import ChoiceResponse, ExportQuestion, WordMarks
from generator.exports.question_conversion import questions
from generator.facts.corpus import Corpus
from generator.facts.patient_cases import PatientCase
from generator.facts.quizzes import Item, Quiz
from generator.questions.kinds.claim_form.claim_form_kind import FillForm
from generator.questions.kinds.registry import kind_of

LATER = ("remittance", "letter", "message", "policy", "authorization", "eligibility", "claim")
"""What a question is about, where its step reads one: the first that is named here."""
OF_OBJECTIVE = {"work-a-denial": "remittance", "check-authorization": "authorization"}
NOTICE = "ABN"


@dataclass(frozen=True)
class DeskQuestion:
    """A question with what arrived: a remittance, a letter, a question about a notice."""

    quiz: Quiz
    item: Item
    asked: ExportQuestion
    arrived: str
    level: int
    discipline: str | None


def desk_questions(corpus: Corpus) -> Iterator[DeskQuestion]:
    """The steps of cases that are chosen from options, and single questions of the front desk."""
    chosen = [
        (quiz, item)
        for quiz in corpus.quizzes.values()
        for item in quiz.items
        if not item.contested
        and is_recent(corpus, item.date)
        and (isinstance(quiz, PatientCase) or _of_front_desk(item))
    ]
    asked = questions(corpus, [item for _, item in chosen])
    for (quiz, item), question in zip(chosen, asked, strict=True):
        if isinstance(question.response, ChoiceResponse) and _is_chosen(item, question):
            yield _question(quiz, item, question)


def _is_chosen(item: Item, question: ExportQuestion) -> bool:
    return not isinstance(question.response, WordMarks) and not isinstance(item, FillForm)


def _of_front_desk(item: Item) -> bool:
    """An authorization to check, or a notice to give, with the discipline of its visit."""
    if not hasattr(item, "visit") or kind_of(item).own_text:
        return False
    return "check-authorization" in item.objectives or NOTICE in getattr(item, "note", "")


def _question(quiz: Quiz, item: Item, question: ExportQuestion) -> DeskQuestion:
    if isinstance(quiz, PatientCase):
        return DeskQuestion(quiz, item, question, _arrived(quiz, item), quiz.level, quiz.discipline)
    visit = getattr(item, "visit", None)
    arrived = "notice" if NOTICE in getattr(item, "note", "") else "authorization"
    discipline = visit.discipline if visit else None
    return DeskQuestion(quiz, item, question, arrived, item.difficulty, discipline)


def _arrived(case: PatientCase, item: Item) -> str:
    """By the records that the step is about, and by what it practices."""
    kinds = {one.id: one.kind for one in case.chart}
    read = {kinds[name] for name in item.reads}
    text = " ".join(one.text for one in case.chart if one.id in item.reads)
    if NOTICE in text and "remittance" not in read:
        return "notice"
    of = (kind for name, kind in OF_OBJECTIVE.items() if name in item.objectives)
    if found := next((kind for kind in of if kind in read or kind == "authorization"), None):
        return found
    return next((kind for kind in LATER if kind in read), "note")
