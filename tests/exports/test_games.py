"""Quiz games and cards, read back by the rules of the programs' own templates."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from generator.exports.format_registry import FORMATS
from generator.exports.games import google_forms
from generator.exports.games.game_layout import NOT_THERE, GameLayout, asked_text, length
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion, NumberEntry, SingleChoice
from generator.facts.corpus import Corpus
from generator.pages.download_page import GAMES
from tests.exports import expected
from tests.exports.hostile import ALL, question_with
from tests.exports.tools import run

Questions = tuple[ExportQuestion, ...]
STUB = Path(__file__).with_name("stub_form_app.mjs")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


@dataclass(frozen=True)
class Played:
    """A question as the program has it: the answers by their text, and whether they are right."""

    asked: str
    answers: dict[str, bool]
    seconds: int = 0
    sort: str = ""
    told: str = ""


@pytest.fixture(scope="module")
def plan(corpus: Corpus) -> Plan:
    return Plan("bank", "The bank", corpus.judged_on)


def written(name: str, questions: Questions, plan: Plan) -> bytes:
    (content,) = FORMATS[name].export(questions, plan).values()
    return content


def sheet(content: bytes) -> list[tuple[Any, ...]]:
    (only,) = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    types = {cell.data_type for row in only.iter_rows() for cell in row if cell.value is not None}
    assert types <= {"s", "n"}
    return [tuple(only_or_empty(row)) for row in only.values]


def only_or_empty(row: tuple[Any, ...]) -> Iterator[Any]:
    return ("" if cell is None else cell for cell in row)


def commas(content: bytes, wide: int) -> list[list[str]]:
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    assert {len(row) for row in rows} <= {wide}
    assert not [cell for row in rows for cell in row if cell.startswith(FORMULA)]
    return rows


def numbered(texts: tuple[str, ...], right: object) -> dict[str, bool]:
    """Answers and the places of the right ones, none of them empty."""
    filled = [text for text in map(str, texts) if text]
    places = {int(place) for place in str(right).split(",")}
    assert len(filled) >= 2 and [*map(str, texts)][: len(filled)] == filled
    assert places and max(places) <= len(filled)
    return {text: place in places for place, text in enumerate(filled, 1)}


def read_kahoot(content: bytes) -> list[Played]:
    rows = sheet(content)
    assert rows[7][1:3] == ("Question - max 120 characters", "Answer 1 - max 75 characters")
    assert [row[0] for row in rows[8:]] == list(range(1, len(rows) - 7))
    assert all(0 < length(row[1]) <= 120 for row in rows[8:])
    assert all(length(cell) <= 75 for row in rows[8:] for cell in row[2:6])
    assert {row[6] for row in rows[8:]} <= {5, 10, 20, 30, 60, 90, 120, 240}
    return [Played(row[1], numbered(row[2:6], row[7]), row[6]) for row in rows[8:]]


def read_wayground(content: bytes) -> list[Played]:
    rows = sheet(content)
    assert rows[0][0] == "Question Text" and rows[0][10] == "Answer explanation"
    found = []
    for asked, sort, *options, right, seconds, image, why in rows[2:]:
        assert sort in ("Multiple Choice", "Checkbox", "Fill-in-the-Blank") and image == ""
        if sort == "Fill-in-the-Blank":
            answers = {text: True for text in options if text}
            assert answers and right == ""
        else:
            answers = numbered(tuple(options), right)
            assert sort == "Checkbox" or sum(answers.values()) == 1
        found.append(Played(asked, answers, seconds, sort, why))
    return found


def read_blooket(content: bytes) -> list[Played]:
    first, head, *rows = commas(content, 8)
    assert first[0] == "Blooket\nImport Template" and head[1:4] == [
        "Question Text",
        "Answer 1",
        "Answer 2",
    ]
    assert [int(row[0]) for row in rows] == list(range(1, len(rows) + 1))
    assert all(0 < int(row[6]) <= 300 for row in rows)
    return [Played(row[1], numbered(tuple(row[2:6]), row[7]), int(row[6])) for row in rows]


def read_gimkit(content: bytes) -> list[Played]:
    first, head, *rows = commas(content, 5)
    assert first[0] == "Gimkit Spreadsheet Import Template" and head[0] == "Question"
    assert all(row[1] and row[2] for row in rows)
    return [
        Played(asked, {right: True} | {text: False for text in wrong if text})
        for asked, right, *wrong in rows
    ]


READERS: dict[str, Callable[[bytes], list[Played]]] = {
    "kahoot": read_kahoot,
    "wayground": read_wayground,
    "blooket": read_blooket,
    "gimkit": read_gimkit,
}


def right_of(question: ExportQuestion) -> dict[str, bool]:
    response = question.response
    if isinstance(response, NumberEntry):
        return {str(number): True for number in response.parts[0].right}
    return {text: right for text, (right, _) in expected.answers(question).items()}


def before(question: ExportQuestion) -> list[str]:
    """What is read before answering; a claim's line without modifiers says so in its own words."""
    return [text for text in expected.read_before(question) if text != "none"]


def same(name: str, questions: Questions, plan: Plan) -> None:
    """What is in the file is whole, and what is not in it is named."""
    inside = FORMATS[name].fitting(questions)
    found = READERS[name](written(name, questions, plan))
    assert len(found) == len(inside)
    for question, played in zip(inside, found, strict=True):
        assert played.answers == right_of(question)
        assert not [text for text in before(question) if text not in played.asked]
    named = {
        loss.item
        for loss in FORMATS[name].limitations(questions, plan)
        if loss.sentence.startswith(NOT_THERE)
    }
    ids = {question.id for question in inside}
    assert named | ids == {question.id for question in questions} and not named & ids


@pytest.mark.parametrize("name", READERS)
def test_a_game_has_the_questions_that_fit_and_the_others_are_named(
    name: str, asked: Questions, odd: Questions, plan: Plan
) -> None:
    same(name, asked, plan)
    same(name, odd, plan)
    assert FORMATS[name].fitting(asked)


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_hostile_texts_stay_texts_or_are_left_out(
    name: str, text: str, odd: Questions, plan: Plan
) -> None:
    same(name, tuple(question_with(question, text) for question in odd), plan)


def test_what_each_program_takes_of_a_kind(asked: Questions, plan: Plan) -> None:
    sorts = {
        kind: {type(question.response).__name__ for question in FORMATS[kind].fitting(asked)}
        for kind in READERS
    }
    one = {"SingleChoice"}
    assert sorts["kahoot"] == sorts["blooket"] == sorts["gimkit"] == one
    assert sorts["wayground"] == {*one, "MultipleChoice", "WordMarks", "NumberEntry"}


def test_an_explanation_has_the_feedback_on_every_answer(asked: Questions, plan: Plan) -> None:
    inside = FORMATS["wayground"].fitting(asked)
    found = read_wayground(written("wayground", asked, plan))
    for question, played in zip(inside, found, strict=True):
        told = expected.squeezed(played.told)
        assert not [text for _, text in expected.answers(question).values() if text not in told]
        assert expected.squeezed(question.reason) in told


def test_right_answers_do_not_stand_in_one_place(asked: Questions, plan: Plan) -> None:
    for name in ("kahoot", "blooket"):
        found = READERS[name](written(name, asked, plan))
        places = {[*one.answers.values()].index(True) for one in found}
        assert len(places) > 1


def test_a_limit_counts_as_the_web_does(asked: Questions) -> None:
    one = next(q for q in asked if isinstance(q.response, SingleChoice))
    layout = GameLayout("Game", question_length=length(asked_text(one)))
    assert layout.unfit(one) is None
    assert layout.unfit(question_with(one, "😀")) and length("😀") == 2


@pytest.mark.parametrize("text", [None, *ALL.values()], ids=["plain", *ALL])
def test_a_card_has_two_sides(text: str | None, odd: Questions, plan: Plan) -> None:
    questions = tuple(question_with(question, text) for question in odd) if text else odd
    lines = written("quizlet", questions, plan).decode().split("\n")
    assert lines.pop() == "" and len(lines) == len(questions)
    for question, line in zip(questions, lines, strict=True):
        front, back = line.split("\t")
        assert expected.squeezed(question.asks) in front
        assert expected.squeezed(question.solution) in back
    inside = FORMATS["flashcards"].fitting(questions)
    cards = commas(written("flashcards", questions, plan), 2)
    assert len(cards) == len(inside) and (text or len(inside) == len(questions))
    for question, (front, back) in zip(inside, cards, strict=True):
        assert expected.squeezed(question.asks) in expected.squeezed(front)
        assert expected.squeezed(question.reason) in expected.squeezed(back)


def built(questions: Questions, plan: Plan, folder: Path) -> list[dict[str, Any]]:
    """The forms that the scripts build in a stand-in for Google's FormApp."""
    forms = []
    for name, content in FORMATS["google-forms"].export(questions, plan).items():
        (folder / name).write_bytes(content)
        done = run(STUB, folder / name)
        assert done.returncode == 0, done.stderr[-2000:]
        (form,) = json.loads(done.stdout)
        forms.append(form)
    return forms


def same_items(questions: Questions, forms: list[dict[str, Any]]) -> None:
    inside = FORMATS["google-forms"].fitting(questions)
    items = [item for form in forms for item in form["items"]]
    assert all(form["IsQuiz"] is True for form in forms) and len(items) == len(inside)
    for question, item in zip(inside, items, strict=True):
        response = question.response
        several = not isinstance(response, SingleChoice | NumberEntry)
        sort = "list" if isinstance(response, NumberEntry) else "choice"
        assert item["sort"] == ("checkbox" if several else sort) and item["Points"] == 1
        right = {choice["value"] for choice in item["Choices"] if choice["right"]}
        assert right == {text for text, is_right in right_of(question).items() if is_right}
        shown = expected.squeezed(f"{item['HelpText']} {item['Title']}")
        unnumbered = shown.replace("[", "").replace("]", "")
        for part in before(question):
            assert part.replace("[", "").replace("]", "") in unnumbered
        assert item["FeedbackForCorrect"] == item["FeedbackForIncorrect"]
        told = expected.squeezed(item["FeedbackForIncorrect"]["Text"])
        assert not [text for _, text in expected.answers(question).values() if text not in told]


def test_the_script_builds_every_item_with_points_key_and_feedback(
    asked: Questions, plan: Plan, tmp_path: Path
) -> None:
    forms = built(asked, plan, tmp_path)
    assert {len(form["items"]) for form in forms[:-1]} == {google_forms.PER_FORM}
    same_items(asked, forms)


def test_hostile_texts_do_not_run_in_the_script(odd: Questions, plan: Plan, tmp_path: Path) -> None:
    questions = tuple(question_with(question, " ".join(ALL.values())) for question in odd)
    forms = built(questions, plan, tmp_path)
    same_items(questions, forms)
    assert all(content.isascii() for content in FORMATS["google-forms"].export(odd, plan).values())


def test_each_game_says_how_many_fit(asked: Questions, plan: Plan) -> None:
    for name in set(GAMES) - {"quizlet", "flashcards"}:
        number = len(FORMATS[name].fitting(asked))
        told = {loss.sentence for loss in FORMATS[name].limitations(asked, plan) if not loss.item}
        assert [text for text in told if text.startswith(f"{number} of {len(asked)} questions fit")]
