"""CSV and spreadsheets.

Read back, they hold the same questions, keys and feedback, and no cell is a formula.
"""

import csv
import io
from collections.abc import Mapping
from itertools import zip_longest

import openpyxl
import pytest

from generator.exports import csv_files, spreadsheets
from generator.exports.archives import unpacked
from generator.exports.csv_files import ANSWERS, QUESTIONS
from generator.exports.plan import Plan
from generator.exports.portable_question import ClaimForm, ExportLine, ExportQuestion, NumberEntry
from generator.exports.question_text import xml_text
from generator.facts.corpus import Corpus
from generator.questions.keys import derive_key
from tests.exports import expected
from tests.exports.hostile import ALL, question_with

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def plan(corpus: Corpus) -> Plan:
    return Plan("bank", "The bank", corpus.judged_on)


def comma_rows(content: bytes) -> Rows:
    """As a program reads them that knows of the apostrophe."""
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    return [
        {name: cell[1:] if cell.startswith("'") else cell for name, cell in row.items()}
        for row in rows
    ]


def sheet_rows(content: bytes, name: str) -> Rows:
    head, *rows = openpyxl.load_workbook(io.BytesIO(content))[name].values
    return [dict(zip_longest(head, (cell or "" for cell in row), fillvalue="")) for row in rows]


def both(questions: tuple[ExportQuestion, ...], plan: Plan) -> list[tuple[Rows, Rows]]:
    text, book = (
        csv_files.export(questions, plan),
        spreadsheets.export(questions, plan)["bank.xlsx"],
    )
    return [
        (comma_rows(text["bank-questions.csv"]), comma_rows(text["bank-answers.csv"])),
        (sheet_rows(book, "Items"), sheet_rows(book, "Answers")),
    ]


def ways_of(question: ExportQuestion) -> object:
    match question.response:
        case NumberEntry(parts, right_answers):
            return [
                {part.id: number for part, number in zip(parts, way, strict=True)}
                for way in right_answers
            ]
        case ClaimForm(right_answers=right_answers):
            return [list(way) for way in right_answers]
        case response:
            return {choice.id for choice in response.choices if choice.right}


def ways_read(question: ExportQuestion, key: str) -> object:
    """The key as somebody reads it who knows what the kind of question asks for."""
    match question.response:
        case NumberEntry():
            return [
                {part.split("=")[0]: int(part.split("=")[1]) for part in way.split(" ")}
                for way in key.split(" | ")
            ]
        case ClaimForm():
            return [
                [] if way == "nothing" else [line(part.split("/")) for part in way.split(" ")]
                for way in key.split(" | ")
            ]
        case _:
            return set(key.split(" "))


def line(parts: list[str]) -> ExportLine:
    code, units, *modifiers = parts
    return ExportLine(code, int(units), tuple(modifiers))


def same(question: ExportQuestion, row: Mapping[str, str], answers: Rows) -> None:
    assert ways_read(question, row["key"]) == ways_of(question)
    assert (
        row["version"] == str(question.version)
        and row["facts"] == question.digest
        and row["codes"].split() == list(question.codes)
    )
    assert expected.squeezed(row["title"]) == expected.squeezed(question.title)
    told = expected.squeezed(" ".join((row["scenario"], row["asked"])))
    assert not [
        text
        for text in [*question.note, question.statement or "", question.asks]
        if expected.squeezed(text) not in told
    ]
    assert not [
        text
        for text in expected.read_after(question)
        if text not in expected.squeezed(" ".join((row["reason"], row["sources"])))
    ]
    said = {(answer["answer"], expected.squeezed(answer["feedback"])) for answer in answers}
    match question.response:
        case NumberEntry(parts=parts):
            wanted = {
                (f"{part.id}={value}", part.feedback) for part in parts for value in part.right
            }
            wanted |= {
                (f"{part.id}={wrong.value}", wrong.feedback)
                for part in parts
                for wrong in part.wrong
            }
        case ClaimForm(codes=choices):
            wanted = {(choice.id, choice.feedback) for choice in choices}
        case response:
            wanted = {(choice.id, choice.feedback) for choice in response.choices}
            right = {
                choice.id: "either" if choice.free else "yes" if choice.right else "no"
                for choice in response.choices
            }
            assert {answer["answer"]: answer["right"] for answer in answers} == right
    assert said == {(name, expected.squeezed(feedback)) for name, feedback in wanted}


def all_same(questions: tuple[ExportQuestion, ...], plan: Plan) -> None:
    for rows, answers in both(questions, plan):
        assert [row["question"] for row in rows] == [question.id for question in questions]
        by_question: dict[str, Rows] = {}
        for answer in answers:
            by_question.setdefault(answer["question"], []).append(answer)
        for question, row in zip(questions, rows, strict=True):
            same(question, row, by_question[question.id])


def test_every_question_is_read_back_as_it_was(
    asked: tuple[ExportQuestion, ...], odd: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    all_same(asked, plan)
    all_same(odd, plan)


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_hostile_texts_come_out_whole(
    odd: tuple[ExportQuestion, ...], plan: Plan, text: str
) -> None:
    all_same(tuple(question_with(question, xml_text(text)) for question in odd), plan)


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_no_cell_is_a_formula(odd: tuple[ExportQuestion, ...], plan: Plan, text: str) -> None:
    questions = tuple(question_with(question, text) for question in odd)
    for content in csv_files.export(questions, plan).values():
        cells = [
            cell
            for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
            for cell in row
        ]
        assert len(cells) > 50 and not [cell for cell in cells if cell.startswith(DANGEROUS)]
    for content in spreadsheets.export(questions, plan).values():
        assert b"<f>" not in b"".join(unpacked(content).values())
        cells = [
            cell
            for sheet in openpyxl.load_workbook(io.BytesIO(content))
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        ]
        assert len(cells) > 50 and {cell.data_type for cell in cells} == {"s"}


def test_the_key_of_a_cell_is_the_derived_one(
    corpus: Corpus, asked: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    rows = {
        row["question"]: row["key"]
        for row in comma_rows(csv_files.export(asked, plan)["bank-questions.csv"])
    }
    chosen = [question for question in asked if question.kind == "choose-code"]
    assert {question.id: set(rows[question.id].split()) for question in chosen} == {
        question.id: set(derive_key(corpus, corpus.items[question.id]).right) for question in chosen
    }


def test_a_sheet_has_heads_that_stay_in_sight(odd: tuple[ExportQuestion, ...], plan: Plan) -> None:
    book = openpyxl.load_workbook(io.BytesIO(spreadsheets.export(odd, plan)["bank.xlsx"]))
    assert book.sheetnames == ["Items", "Key", "Answers"]
    assert [cell.value for cell in book["Items"][1]] == list(QUESTIONS) and [
        cell.value for cell in book["Answers"][1]
    ] == list(ANSWERS)
    assert all(sheet.freeze_panes == "B2" and sheet["A1"].font.bold for sheet in book)
