"""Typst makes the pages.

PDF 1.7 with tags by PDF/UA-1, its date that of the facts, its fonts those it brings along.
"""

import json
from datetime import UTC, datetime, time
from functools import cache, partial
from importlib.resources import files
from typing import Any

import typst

from generator.exports.limitations import as_entries, collect
from generator.exports.paper.template_data import (
    LETTERS,
    TemplateData,
    key_data,
    sheet_data,
    test_data,
    versions,
)
from generator.exports.plan import Plan
from generator.exports.portable_question import (
    ExportQuestion,
    MultipleChoice,
    Questions,
    SingleChoice,
)
from generator.exports.question_text import xml_text

PROBE = '#set document(title: [p])\n#set text(lang: "en")\n#sys.inputs.sign'
STANDIN = "\N{REPLACEMENT CHARACTER}"


def export(questions: Questions, plan: Plan) -> dict[str, bytes]:
    """Test and answer sheet of each version, and one key for all of them."""
    sheets = versions(questions, plan)
    tests = {f"test-{sheet.version}": test_data(sheet, plan) for sheet in sheets}
    answers = {f"answers-{sheet.version}": sheet_data(sheet, plan) for sheet in sheets}
    made = {**tests, **answers, "key": key_data(sheets, plan)}
    return {f"{plan.id}-{name}.pdf": _pdf(data, plan) for name, data in made.items()}


def _unprintable(question: ExportQuestion) -> str | None:
    absent = ", ".join(f"U+{ord(sign):04X}" for sign in sorted(unprintable(repr(question))))
    return f"the fonts of the paper lack {absent}; each is replaced" if absent else None


def _unlettered(question: ExportQuestion) -> str | None:
    response = question.response
    if isinstance(response, SingleChoice | MultipleChoice) and len(response.choices) > len(LETTERS):
        return f"only the first {len(LETTERS)} answers have a letter"
    return None


limitations = partial(
    collect, rules=(_unprintable, _unlettered, as_entries), carried=("pass mark", "time limit")
)


def _pdf(data: TemplateData, plan: Plan) -> bytes:
    moment = datetime.combine(plan.as_of, time(), UTC)
    made: bytes = _compiled(data, format="pdf", pdf_standards=["1.7", "ua-1"], timestamp=moment)
    return made


def pictures(data: TemplateData, ppi: float) -> tuple[bytes, ...]:
    """Each page as PNG."""
    pages: bytes | list[bytes] = _compiled(data, format="png", ppi=ppi)
    return (pages,) if isinstance(pages, bytes) else tuple(pages)


def _compiled(data: TemplateData, **options: Any) -> Any:
    inputs = {"data": _printable(data)}
    return typst.compile(_document(), sys_inputs=inputs, ignore_system_fonts=True, **options)


@cache
def _document() -> bytes:
    return files("generator.exports.paper").joinpath("paper.typ").read_bytes()


def _printable(data: TemplateData) -> str:
    text = json.dumps(_clean(data), ensure_ascii=False, sort_keys=True)
    return text.translate({ord(sign): STANDIN for sign in unprintable(text)})


def _clean(value: object) -> object:
    match value:
        case str():
            return xml_text(value)
        case list() | tuple():
            return [_clean(entry) for entry in value]
        case dict():
            return {name: _clean(entry) for name, entry in value.items()}
        case _:
            return value


def unprintable(text: str) -> frozenset[str]:
    """The characters that no font of the paper has."""
    return frozenset(
        sign for sign in set(xml_text(text)) if not sign.isascii() and not _can_be_shown(sign)
    )


@cache
def _can_be_shown(sign: str) -> bool:
    """PDF/UA-1 refuses a character that no font has."""
    try:
        typst.compile(
            PROBE.encode(),
            sys_inputs={"sign": sign},
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
        )
    except typst.TypstError:
        return False
    return True
