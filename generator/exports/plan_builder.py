"""Questions and plan of an assignment, of one quiz, or of the whole bank."""

from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion
from generator.exports.question_conversion import questions
from generator.facts.assignments import Assignment
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Quiz
from generator.questions.assignment_draw import chosen_items

QuestionsAndPlan = tuple[tuple[ExportQuestion, ...], Plan]


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
    )
    return questions(corpus, chosen_items(corpus, assignment)), plan


def quiz_export(corpus: Corpus, quiz: Quiz) -> QuestionsAndPlan:
    """A quiz's questions."""
    return questions(corpus, quiz.items), Plan(quiz.id, quiz.title, corpus.judged_on, quiz.summary)


def bank_export(corpus: Corpus) -> QuestionsAndPlan:
    """Every question there is, those held back too: exports are for instructors."""
    quizzes = sorted(corpus.quizzes.values(), key=lambda quiz: (quiz.order, quiz.id))
    found = tuple(question for quiz in quizzes for question in questions(corpus, quiz.items))
    return found, Plan("rightcode", "RightCode", corpus.judged_on)
