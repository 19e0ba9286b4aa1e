"""All formats: same input, same bytes; answers in their order; the report of what is lost."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from generator.exports import question_conversion
from generator.exports.format_registry import FORMATS
from generator.exports.limitations import Limitation, report_text
from generator.exports.plan import Plan
from generator.exports.player_assets import PlayerAssets
from generator.exports.portable_question import ExportQuestion
from generator.exports.question_conversion import questions
from generator.facts.corpus import Corpus


class Anything(dict[str, str]):
    """Stands for the rendered questions: each shows its own name."""

    def __missing__(self, name: str) -> str:
        return f'<section data-item="{name}"></section>'


WANTED = {
    "moodle",
    "gift",
    "csv",
    "xlsx",
    "anki",
    "h5p",
    "paper",
    "qti12",
    "qti21",
    "qti30",
    "cartridge",
    "scorm12",
    "scorm2004",
    "cmi5",
    "kahoot",
    "wayground",
    "blooket",
    "gimkit",
    "google-forms",
    "quizlet",
    "flashcards",
}
PLAN = Plan(
    "bank",
    "The bank",
    date(2026, 11, 21),
    player_assets=PlayerAssets(Anything(), {}, {"assets/player.js": b"play()"}),
)


def test_the_formats_are_those_of_the_table() -> None:
    assert set(FORMATS) >= WANTED


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_the_same_questions_give_the_same_bytes(
    name: str, odd: tuple[ExportQuestion, ...], corpus: Corpus
) -> None:
    assert FORMATS[name].export(odd, PLAN) == FORMATS[name].export(odd, PLAN)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_files_are_called_after_the_plan(name: str, odd: tuple[ExportQuestion, ...]) -> None:
    files = FORMATS[name].export(odd, PLAN)
    assert files and all(
        path.startswith("bank") and "/" not in path and content for path, content in files.items()
    )


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_what_is_lost_is_lost_of_a_question_that_is_there(
    name: str, asked: tuple[ExportQuestion, ...]
) -> None:
    limitations = FORMATS[name].limitations(asked, replace(PLAN, time_limit_minutes=30))
    assert {loss.item for loss in limitations} <= {"", *(question.id for question in asked)}
    assert all(loss.sentence and not loss.sentence.endswith(".") for loss in limitations)


SHUFFLES = {
    "moodle": ("<shuffleanswers>true<", "<shuffleanswers>false<"),
    "h5p": ('"randomAnswers": true', '"randomAnswers": false'),
    "qti12": ('shuffle="Yes"', 'shuffle="No"'),
    "qti21": ('shuffle="true" max', 'shuffle="false" max'),
    "qti30": ('shuffle="true" max', 'shuffle="false" max'),
    "cartridge": ('shuffle="Yes"', 'shuffle="No"'),
}
"""How a format says that answers are shuffled, and that they are not."""
SAYS_NOTHING = {"gift"}
"""Programs shuffle after the import; the report says so."""


@pytest.mark.parametrize("name", sorted({*SHUFFLES, *SAYS_NOTHING}))
def test_answers_in_an_order_of_their_own_stay_in_it(
    name: str, asked: tuple[ExportQuestion, ...]
) -> None:
    kinds = ("judge-claim", "choose-code")
    fixed, free = (next(one for one in asked if one.kind == kind) for kind in kinds)
    plan = replace(PLAN, shuffled=True)
    if name in SAYS_NOTHING:
        named = {limit.item for limit in FORMATS[name].limitations((fixed, free), plan)}
        assert named == {fixed.id}
        return
    yes, no = SHUFFLES[name]
    for question, said, unsaid in ((fixed, no, yes), (free, yes, no)):
        text = _text(FORMATS[name].export((question,), plan))
        assert said in text
        assert unsaid not in text


def _text(files: Mapping[str, bytes]) -> str:
    """All that files hold, those of archives too."""
    texts = []
    for content in files.values():
        if content.startswith(b"PK"):
            with ZipFile(BytesIO(content)) as archive:
                texts += [archive.read(name) for name in archive.namelist()]
        else:
            texts.append(content)
    return b"".join(texts).decode("utf-8", "replace")


def test_what_is_held_back_is_in_an_instructors_exports(corpus: Corpus) -> None:
    held = {item.id for item in corpus.items.values() if item.held_back}
    asked, plan = question_conversion.bank_export(corpus)
    assert held <= {question.id for question in asked}
    exported = FORMATS["moodle"].export(asked, plan)["rightcode-moodle.xml"]
    assert [name for name in held if name.encode() not in exported] == []
    terms = corpus.assignments["end-of-term"]
    drawn, _ = question_conversion.assignment_export(corpus, terms)
    wanted = sum(rule.count for rule in terms.draw if rule.held_back == "only")
    assert wanted and len(held & {question.id for question in drawn}) == wanted


def test_a_plan_says_what_its_assignment_says(corpus: Corpus) -> None:
    assignment = corpus.assignments["end-of-term"]
    asked, plan = question_conversion.assignment_export(corpus, assignment)
    assert (
        plan.id,
        plan.title,
        plan.pass_mark_percent,
        plan.time_limit_minutes,
        plan.attempts,
    ) == ("end-of-term", "End of term", 75, 45, 1)
    assert (plan.due, plan.feedback, plan.shuffled, plan.as_of) == (
        assignment.due,
        "after-due",
        True,
        corpus.judged_on,
    )
    assert len(asked) == 20


def test_a_quiz_has_the_questions_of_its_page_in_their_order(corpus: Corpus) -> None:
    quiz = corpus.quizzes["massage-vs-similar"]
    asked, plan = question_conversion.quiz_export(corpus, quiz)
    assert asked == questions(corpus, quiz.items) and plan.title == quiz.title


def test_a_report_names_every_loss_once() -> None:
    told = report_text(
        "GIFT",
        3,
        [
            Limitation("b", "second"),
            Limitation("a", "first"),
            Limitation("a", "first"),
            Limitation("", "the terms"),
        ],
    )
    assert (
        told
        == "GIFT: 3 questions. Of 2 of them something is lost or shown otherwise.\n  The whole set:"
        " the terms\n  a: first\n  b: second\n"
    )


def test_a_report_says_when_nothing_is_lost() -> None:
    assert report_text("CSV", 3, []) == "CSV: 3 questions. Nothing of them is lost.\n"
