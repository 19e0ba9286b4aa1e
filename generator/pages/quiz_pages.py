"""The quizzes and their list."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.facts.corpus import Corpus
from generator.facts.quizzes import Quiz
from generator.facts.tracks import Track
from generator.pages.page import Link, Page
from generator.pages.practice_modes import MODES, PracticeMode, practice_pages
from generator.pages.question_view import QuestionView, question_views
from generator.pages.track_pages import in_order as tracks_in_order


@dataclass(frozen=True)
class QuizView:
    quiz: Quiz
    questions: tuple[QuestionView, ...]
    objectives: dict[str, str]


@dataclass(frozen=True)
class PracticeView:
    ways: tuple[PracticeMode, ...]
    quizzes: tuple[Quiz, ...]
    tracks: tuple[Track, ...]


def quiz_pages(corpus: Corpus) -> Iterator[Page]:
    quizzes = in_order(corpus)
    yield _index(corpus, quizzes)
    yield from practice_pages(corpus, quizzes)
    nearby = tuple(Link(quiz.title, f"practise/{quiz.id}.md") for quiz in quizzes)
    for quiz in quizzes:
        view = quiz_view(corpus, quiz)
        yield Page(
            f"practise/{quiz.id}.md",
            "quiz.md.jinja",
            quiz.title,
            quiz.summary,
            view,
            "practise",
            nearby,
            "Quizzes",
            element="quiz",
            structured=(_structured(view),),
        )


def in_order(corpus: Corpus) -> tuple[Quiz, ...]:
    return tuple(sorted(corpus.quizzes.values(), key=lambda quiz: (quiz.order, quiz.id)))


def quiz_view(corpus: Corpus, quiz: Quiz) -> QuizView:
    used = dict.fromkeys(objective for item in quiz.items for objective in item.objectives)
    return QuizView(
        quiz,
        question_views(corpus, quiz.items),
        {name: corpus.objectives[name].text for name in used},
    )


def _index(corpus: Corpus, quizzes: tuple[Quiz, ...]) -> Page:
    items = sum(len(quiz.items) for quiz in quizzes)
    described = (
        f"{items} scenarios in {len(quizzes)} quizzes: pick the right code, see the mistake behind"
        " each wrong one."
    )
    return Page(
        "practise/index.md",
        "practise.md.jinja",
        "Practise",
        described,
        PracticeView(MODES, quizzes, tracks_in_order(corpus)),
        "practise",
    )


def _structured(view: QuizView) -> dict[str, object]:
    return {
        "@context": "https://schema.org",
        "@type": "Quiz",
        "name": view.quiz.title,
        "about": view.quiz.summary,
        "educationalUse": "practice",
        "hasPart": [_question(question) for question in view.questions],
    }


def _question(question: QuestionView) -> dict[str, object]:
    if question.fills:
        return _filled(question)
    text = " ".join((*question.scenario, question.claim or "", question.prompt)).strip()
    answers = [
        {
            "@type": "Answer",
            "text": option.label,
            "comment": {"@type": "Comment", "text": option.feedback},
        }
        for option in question.options
    ]
    right = [
        answer for answer, option in zip(answers, question.options, strict=True) if option.right
    ]
    wrong = [
        answer
        for answer, option in zip(answers, question.options, strict=True)
        if not (option.right or option.free)
    ]
    return {
        "@type": "Question",
        "eduQuestionType": "Multiple choice" if question.control == "radio" else "Checkbox",
        "name": question.item.title,
        "text": text,
        "acceptedAnswer": right if len(right) > 1 else right[0],
        "suggestedAnswer": wrong,
    }


def _filled(question: QuestionView) -> dict[str, object]:
    """A question with one answer to fill in and nothing to choose from."""
    answer = {
        "@type": "Answer",
        "text": question.solution,
        "comment": {"@type": "Comment", "text": question.item.reason},
    }
    text = " ".join((*question.scenario, question.prompt))
    return {
        "@type": "Question",
        "eduQuestionType": "Short answer",
        "name": question.item.title,
        "text": text,
        "acceptedAnswer": answer,
    }
