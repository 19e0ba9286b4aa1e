"""The quizzes and their list."""

from collections.abc import Iterable, Iterator, Mapping

from generator.facts.corpus import Corpus
from generator.facts.patient_cases import PatientCase
from generator.facts.quizzes import Quiz
from generator.pages.case_pages import CASES, case_line, case_links, case_list, patient_cases
from generator.pages.desk_page import DESK, has_desk
from generator.pages.exam_pool import exam_topics
from generator.pages.flashcard_pages import flashcard_page
from generator.pages.labels import page_text
from generator.pages.page import Card, Link, Page
from generator.pages.payer_topics import payer_topics
from generator.pages.placement_pool import placement_roles
from generator.pages.practice_pages import (
    FLASHCARDS,
    FLASHCARDS_BEFORE,
    MODES,
    bank_entries,
    bank_size,
    practice_pages,
)
from generator.pages.question_view import QuestionView, question_views
from generator.pages.track_pages import track_card, tracks_in_order


def quiz_pages(corpus: Corpus) -> Iterator[Page]:
    """The index of practice, the modes, and the quizzes."""
    cases = patient_cases(corpus)
    quizzes = tuple(quiz for quiz in in_order(corpus) if not quiz.has_chart)
    yield _index(corpus, quizzes)
    listed = bank_entries(corpus)
    exams = exam_topics(corpus, listed)
    topics = placement_roles(listed), payer_topics(corpus, listed), exams
    yield from practice_pages(corpus, quizzes, *topics)
    yield flashcard_page(corpus)
    nearby = tuple(Link(quiz.title, f"practice/{quiz.id}.md") for quiz in quizzes)
    for quiz in quizzes:
        yield _quiz_page(corpus, quiz, nearby, "Quizzes")
    if cases:
        yield case_list(cases)
    for case in cases:
        yield _quiz_page(corpus, case, case_links(cases), "Patient cases", _case_view(corpus, case))


def _quiz_page(
    corpus: Corpus,
    quiz: Quiz,
    nearby: tuple[Link, ...],
    nearby_title: str,
    more: Mapping[str, object] = {},
) -> Page:
    questions = question_views(corpus, quiz.items)
    used = dict.fromkeys(objective for item in quiz.items for objective in item.objectives)
    objectives = {name: corpus.objectives[name].text for name in used}
    return Page(
        f"practice/{quiz.id}.md",
        "quiz",
        quiz.title,
        quiz.summary,
        {"quiz": quiz, "shown": questions, "objectives": objectives, **more},
        nearby,
        nearby_title,
        element="quiz",
        structured=(_structured(quiz, questions),),
    )


def _case_view(corpus: Corpus, case: PatientCase) -> dict[str, object]:
    """What stands above the steps of a case."""
    plan = corpus.plans.get(case.plan) if case.plan else None
    return {"about": case_line(case), "plan": plan}


def in_order(corpus: Corpus) -> tuple[Quiz, ...]:
    """The quizzes in the order in which they are shown."""
    return tuple(sorted(corpus.quizzes.values(), key=lambda quiz: (quiz.order, quiz.id)))


def _index(corpus: Corpus, quizzes: tuple[Quiz, ...]) -> Page:
    path, items = "practice/index.md", sum(len(quiz.items) for quiz in quizzes)
    words = page_text(path, count=items, quizzes=len(quizzes))
    tracks = [track_card(track) for track in tracks_in_order(corpus)]
    view = {**bank_size(corpus), "modes": MODES, "quizzes": quizzes, "tracks": tracks}
    view["cases"] = Card.of(CASES) if patient_cases(corpus) else None
    view["desk"] = Card.of(DESK) if has_desk(corpus) else None
    view |= {"flashcards": Card.of(FLASHCARDS), "flashcards_before": FLASHCARDS_BEFORE}
    return Page(path, "practice", *words, view, element="practice-due")


def _structured(quiz: Quiz, questions: Iterable[QuestionView]) -> dict[str, object]:
    return {
        "@context": "https://schema.org",
        "@type": "Quiz",
        "name": quiz.title,
        "about": quiz.summary,
        "educationalUse": "practice",
        "hasPart": [_question(question) for question in questions],
    }


def _question(question: QuestionView) -> dict[str, object]:
    if question.fills:
        return _filled(question)
    text = " ".join((*question.scenario, question.answers.statement or "", question.prompt)).strip()
    right, wrong = [], []
    for option in question.options:
        answer = _answer(option.label, option.feedback)
        if option.right:
            right.append(answer)
        elif not option.free:
            wrong.append(answer)
    return {
        "@type": "Question",
        "eduQuestionType": "Multiple choice" if question.control == "radio" else "Checkbox",
        "name": question.item.title,
        "text": text,
        "acceptedAnswer": right if len(right) > 1 else right[0],
        "suggestedAnswer": wrong,
    }


def _filled(question: QuestionView) -> dict[str, object]:
    return {
        "@type": "Question",
        "eduQuestionType": "Short answer",
        "name": question.item.title,
        "text": " ".join((*question.scenario, question.prompt)),
        "acceptedAnswer": _answer(question.solution, question.item.reason),
    }


def _answer(text: str, comment: str) -> dict[str, object]:
    return {"@type": "Answer", "text": text, "comment": {"@type": "Comment", "text": comment}}
