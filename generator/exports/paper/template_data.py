"""What the Typst documents are given.

Plain data, all of it shown as text and none of it read as markup.
"""

from collections.abc import Sequence
from typing import assert_never

from generator.exports.paper.test_versions import LETTERS, Sheet, right_letters
from generator.exports.plain_text import explanation, mark_numbers, source_text
from generator.exports.plan import Plan
from generator.exports.portable_question import (
    ClaimForm,
    ClaimTable,
    ExportChoice,
    ExportQuestion,
    MultipleChoice,
    NumberEntry,
    SingleChoice,
    WordMarks,
)
from generator.pages.labels import count, day

TemplateData = dict[str, object]


def test_data(sheet: Sheet, plan: Plan) -> TemplateData:
    """One version of the test."""
    asked = [
        _asked(number, question, choices)
        for number, (question, choices) in enumerate(sheet.questions, 1)
    ]
    return {"kind": "test", "version": sheet.version, "questions": asked, **_head(plan, len(asked))}


def sheet_data(sheet: Sheet, plan: Plan) -> TemplateData:
    """The answer sheet of one version."""
    forms = [
        {"number": number, "form": _form(question, choices)}
        for number, (question, choices) in enumerate(sheet.questions, 1)
    ]
    return {
        "kind": "sheet",
        "version": sheet.version,
        "questions": forms,
        **_head(plan, len(forms)),
    }


def key_data(sheets: Sequence[Sheet], plan: Plan) -> TemplateData:
    """Once for all versions.

    Where each question stands in each of them and which letters are right, then the reasons.
    """
    placed = [
        {
            question.id: (number, right_letters(choices))
            for number, (question, choices) in enumerate(sheet.questions, 1)
        }
        for sheet in sheets
    ]
    entries = [
        _explained(question, choices, [places[question.id] for places in placed])
        for question, choices in sheets[0].questions
    ]
    return {
        "kind": "key",
        "version": "",
        "versions": [sheet.version for sheet in sheets],
        "questions": entries,
        **_head(plan, len(entries)),
    }


def _head(plan: Plan, number: int) -> TemplateData:
    terms = [count(number, "question")]
    terms += [f"{plan.time_limit_minutes} minutes"] if plan.time_limit_minutes else []
    terms += [f"pass mark {plan.pass_mark_percent} %"] if plan.pass_mark_percent is not None else []
    return {
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
        "date": day(question.date),
        "note": list(question.note),
        "marked": _marked(question),
        "statement": question.statement,
        "table": _table(question.table),
        "turn": question.turn,
        "asks": question.asks,
        "form": _form(question, choices),
    }


def _table(table: ClaimTable | None) -> TemplateData | None:
    return (
        {
            "caption": table.caption,
            "head": list(table.head),
            "rows": [list(row) for row in table.rows],
        }
        if table
        else None
    )


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
                "modifiers": list(modifiers),
            }
        case WordMarks():
            return {"kind": "marks", "numbers": list(mark_numbers(response).values())}
        case _:
            assert_never(response)


def _explained(
    question: ExportQuestion, choices: Sequence[ExportChoice], places: list[tuple[int, str]]
) -> TemplateData:
    return {
        "title": question.title,
        "id": question.id,
        "places": [{"number": number, "letters": letters} for number, letters in places],
        "right": _right(question),
        "reasons": list(explanation(question)),
        "feedback": _feedback(question, choices),
        "sources": [source_text(source) for source in question.sources],
    }


def _right(question: ExportQuestion) -> str:
    """In words; for words of a note with the numbers they have in it."""
    if not isinstance(question.response, WordMarks):
        return question.solution
    numbers = mark_numbers(question.response)
    return "; ".join(
        f"{numbers[choice.id]} {choice.text}"
        for choice in question.response.choices
        if choice.right
    )


def _feedback(question: ExportQuestion, choices: Sequence[ExportChoice]) -> list[dict[str, str]]:
    """On every answer, under its letter in version A where it has one."""
    match question.response:
        case NumberEntry(parts=parts):
            right = [{"label": part.text, "text": part.feedback} for part in parts]
            return right + [
                {"label": f"{part.id} × {wrong.value}", "text": wrong.feedback}
                for part in parts
                for wrong in part.wrong
            ]
        case ClaimForm(codes=codes):
            return [{"label": choice.text, "text": choice.feedback} for choice in codes]
        case WordMarks(choices=words):
            return [{"label": choice.text, "text": choice.feedback} for choice in words]
        case SingleChoice() | MultipleChoice():
            return [
                {"label": f"{letter} {choice.text}", "text": choice.feedback}
                for letter, choice in zip(LETTERS, choices, strict=False)
            ]
