"""What the Typst documents are given: plain data, none of it read as markup.

The same questions are in four orders: A as they are given, B to D mixed by the seed, options too.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import assert_never

from generator.exports.plan import Plan
from generator.exports.portable_question import (
    ClaimForm,
    ExportChoice,
    ExportQuestion,
    MultipleChoice,
    NumberEntry,
    Questions,
    SingleChoice,
    WordMarks,
    choices_of,
)
from generator.exports.question_text import (
    exhibit_sources,
    explanation,
    mark_numbers,
    scenario,
    source_text,
)
from generator.pages.labels import count, day, service_date

TemplateData = dict[str, object]
VERSIONS = ("A", "B", "C", "D")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LONG = 1_800
"""Characters of a question that may go on over the end of a page."""
SEVERAL = "right marks minus wrong marks, divided by the number of right ones, and not below 0"
POINTS = {
    SingleChoice: "One letter: the point or nothing.",
    MultipleChoice: f"All that apply: {SEVERAL}.",
    WordMarks: f"Numbers of words: {SEVERAL}.",
    NumberEntry: "Units: each right number earns its share of the point.",
    ClaimForm: (
        "Claim: each right code, unit count and set of modifiers earns its share of the point; a"
        " missing or extra line counts as wrong."
    ),
}
"""A question is worth one point. Partial credit as on the site (quiz/kinds in the frontend)."""


@dataclass(frozen=True)
class Sheet:
    """One version: its letter and its questions in order, each with its choices in order."""

    version: str
    questions: tuple[tuple[ExportQuestion, tuple[ExportChoice, ...]], ...]


def versions(questions: Questions, plan: Plan) -> tuple[Sheet, ...]:
    """The versions A to D."""
    return tuple(_sheet(questions, plan.seed, version) for version in VERSIONS)


def _sheet(questions: Questions, seed: int, version: str) -> Sheet:
    if version == "A":
        return Sheet(version, tuple((question, _choices(question)) for question in questions))
    mixed = sorted(questions, key=lambda question: _digest(f"{seed}/{version}/{question.id}"))
    return Sheet(
        version, tuple((question, _mixed(question, f"{seed}/{version}")) for question in mixed)
    )


def _choices(question: ExportQuestion) -> tuple[ExportChoice, ...]:
    return (
        question.response.choices
        if isinstance(question.response, SingleChoice | MultipleChoice)
        else ()
    )


def _mixed(question: ExportQuestion, seed: str) -> tuple[ExportChoice, ...]:
    choices = _choices(question)
    if question.fixed_order:
        return choices
    return tuple(sorted(choices, key=lambda choice: _digest(f"{seed}/{question.id}/{choice.id}")))


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def right_letters(choices: Sequence[ExportChoice]) -> str:
    """The letters of the right choices."""
    return " ".join(
        letter for letter, choice in zip(LETTERS, choices, strict=False) if choice.right
    )


def test_data(sheet: Sheet, plan: Plan) -> TemplateData:
    """One version of the test."""
    asked = [
        _asked(number, question, choices)
        for number, (question, choices) in enumerate(sheet.questions, 1)
    ]
    return _document("test", sheet.version, asked, plan)


def sheet_data(sheet: Sheet, plan: Plan) -> TemplateData:
    """The answer sheet of one version."""
    forms = [
        {"number": number, "form": _form(question, choices)}
        for number, (question, choices) in enumerate(sheet.questions, 1)
    ]
    return _document("sheet", sheet.version, forms, plan)


def key_data(sheets: Sequence[Sheet], plan: Plan) -> TemplateData:
    """Once for all versions: place and right answer of each question in each, and the reasons."""
    placed = [
        {
            question.id: {"number": number, "letters": right_letters(choices)}
            for number, (question, choices) in enumerate(sheet.questions, 1)
        }
        for sheet in sheets
    ]
    entries = [
        _explained(question, [places[question.id] for places in placed])
        for question, _ in sheets[0].questions
    ]
    used = {type(question.response) for question, _ in sheets[0].questions}
    return {
        **_document("key", "", entries, plan),
        "versions": [sheet.version for sheet in sheets],
        "points": [rule for kind, rule in POINTS.items() if kind in used],
    }


def _document(kind: str, version: str, questions: list[TemplateData], plan: Plan) -> TemplateData:
    terms = [count(len(questions), "question")]
    terms += [f"{plan.time_limit_minutes} minutes"] if plan.time_limit_minutes else []
    terms += [f"pass mark {plan.pass_mark_percent}%"] if plan.pass_mark_percent is not None else []
    return {
        "kind": kind,
        "version": version,
        "questions": questions,
        "title": plan.title,
        "instructions": plan.instructions,
        "terms": ", ".join(terms),
        "as_of": day(plan.as_of),
    }


def _asked(number: int, question: ExportQuestion, choices: Sequence[ExportChoice]) -> TemplateData:
    return {
        "number": number,
        "title": question.title,
        "payer": question.payer,
        "date": service_date(question.date),
        "note": question.note,
        "marked": _marked(question),
        "exhibits": [
            {**asdict(table), "sources": exhibit_sources(table)} for table in question.exhibits
        ],
        "statement": question.statement,
        "table": asdict(question.table) if question.table else None,
        "turn": question.turn,
        "asks": question.asks,
        "form": _form(question, choices),
        "long": sum(map(len, scenario(question))) > LONG,
    }


def _marked(question: ExportQuestion) -> list[list[TemplateData]]:
    if not isinstance(question.response, WordMarks):
        return []
    numbers = mark_numbers(question.response)
    return [
        [{"text": piece.text, "number": numbers.get(piece.choice or "")} for piece in paragraph]
        for paragraph in question.response.paragraphs
    ]


def _form(question: ExportQuestion, choices: Sequence[ExportChoice]) -> TemplateData:
    response = question.response
    match response:
        case SingleChoice() | MultipleChoice():
            options = [
                {"letter": letter, "text": choice.text}
                for letter, choice in zip(LETTERS, choices, strict=False)
            ]
            return {
                "kind": "choices",
                "several": isinstance(response, MultipleChoice),
                "options": options,
            }
        case NumberEntry(parts=parts):
            return {"kind": "numbers", "rows": [part.text for part in parts]}
        case ClaimForm(codes=codes, modifiers=modifiers, lines=lines):
            return {
                "kind": "claim",
                "lines": lines,
                "codes": [choice.text for choice in codes],
                "modifiers": modifiers,
            }
        case WordMarks():
            return {"kind": "marks", "numbers": list(mark_numbers(response).values())}
        case _:
            assert_never(response)


def _explained(question: ExportQuestion, places: list[TemplateData]) -> TemplateData:
    return {
        "title": question.title,
        "id": question.id,
        "places": places,
        "right": _right(question),
        "filled": _filled(question),
        "reasons": explanation(question),
        "feedback": [{"label": label, "text": text} for label, text in _feedback(question)],
        "sources": [source_text(source) for source in question.sources],
    }


def _right(question: ExportQuestion) -> str:
    if not isinstance(question.response, WordMarks):
        return question.solution
    numbers = mark_numbers(question.response)
    return "; ".join(
        f"{numbers[choice.id]} {choice.text}"
        for choice in question.response.choices
        if choice.right
    )


def _filled(question: ExportQuestion) -> str:
    """The right answer of a question without letters, which is the same in all versions."""
    response = question.response
    match response:
        case NumberEntry(parts, right_answers):
            answers = (
                ", ".join(f"{part.id}: {value}" for part, value in zip(parts, values, strict=True))
                for values in right_answers
            )
            return " or ".join(answers)
        case ClaimForm():
            return question.solution
        case WordMarks():
            numbers = mark_numbers(response)
            return " ".join(str(numbers[choice.id]) for choice in response.choices if choice.right)
        case _:
            return ""


def _feedback(question: ExportQuestion) -> list[tuple[str, str]]:
    """On every answer by its text: its letter is another one in each version."""
    response = question.response
    if isinstance(response, NumberEntry):
        return response.feedback
    return [(choice.text, choice.feedback) for choice in choices_of(response)]
