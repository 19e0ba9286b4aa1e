"""Typst makes the pages.

PDF 1.7 with tags by PDF/UA-1, its date that of the facts, its fonts those it brings along.
"""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import files

import typst

from generator.exports import common_limitations
from generator.exports.limitations import Limitation
from generator.exports.markup import xml_text
from generator.exports.paper.template_data import TemplateData, key_data, sheet_data, test_data
from generator.exports.paper.test_versions import LETTERS, versions
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion, MultipleChoice, SingleChoice

PROBE = '#set document(title: [p])\n#set text(lang: "en")\n#sys.inputs.sign'
STANDIN = "\N{REPLACEMENT CHARACTER}"


def export(questions: Sequence[ExportQuestion], plan: Plan) -> dict[str, bytes]:
    """Test and answer sheet of each version, and one key for all of them."""
    sheets = versions(questions, plan)
    made = {
        f"{plan.id}-test-{sheet.version}.pdf": pdf(test_data(sheet, plan), plan) for sheet in sheets
    }
    made |= {
        f"{plan.id}-answers-{sheet.version}.pdf": pdf(sheet_data(sheet, plan), plan)
        for sheet in sheets
    }
    return {**made, f"{plan.id}-key.pdf": pdf(key_data(sheets, plan), plan)}


def limitations(questions: Sequence[ExportQuestion], plan: Plan) -> tuple[Limitation, ...]:
    """Signs that no font has, and more answers than letters."""
    carried = ("pass mark", "time limit")
    return common_limitations.collect(questions, plan, (_limitations,), carried)


def _limitations(question: ExportQuestion) -> list[Limitation]:
    absent = sorted(unprintable(repr(question)))
    found = (
        [
            Limitation(
                question.id,
                f"the fonts of the paper lack {', '.join(f'U+{ord(sign):04X}' for sign in absent)};"
                " each is replaced",
            )
        ]
        if absent
        else []
    )
    if isinstance(question.response, SingleChoice | MultipleChoice) and len(
        question.response.choices
    ) > len(LETTERS):
        found.append(
            Limitation(question.id, f"only the first {len(LETTERS)} answers have a letter")
        )
    return found


def pdf(data: TemplateData, plan: Plan) -> bytes:
    """The document as tagged PDF."""
    return typst.compile(
        _document(),
        format="pdf",
        sys_inputs={"data": _printable(data)},
        ignore_system_fonts=True,
        pdf_standards=["1.7", "ua-1"],
        timestamp=datetime.combine(plan.as_of, time(), UTC),
    )


def pictures(data: TemplateData, ppi: float) -> tuple[bytes, ...]:
    """Each page as PNG."""
    pages: bytes | list[bytes] = typst.compile(
        _document(),
        format="png",
        sys_inputs={"data": _printable(data)},
        ignore_system_fonts=True,
        ppi=ppi,
    )
    return (pages,) if isinstance(pages, bytes) else tuple(pages)


@cache
def _document() -> bytes:
    return files("generator.exports.paper").joinpath("paper.typ").read_bytes()


def _printable(data: TemplateData) -> str:
    """As JSON, with what no font can show replaced."""
    text = json.dumps(_clean(data), ensure_ascii=False, sort_keys=True)
    return text.translate({ord(sign): STANDIN for sign in unprintable(text)})


def _clean(value: object) -> object:
    match value:
        case str():
            return xml_text(value)
        case list():
            return [_clean(entry) for entry in value]
        case dict():
            return {name: _clean(entry) for name, entry in value.items()}
        case _:
            return value


def unprintable(text: str) -> frozenset[str]:
    """The signs that no font of the paper has."""
    return frozenset(
        sign for sign in set(xml_text(text)) if not sign.isascii() and not _can_be_shown(sign)
    )


@cache
def _can_be_shown(sign: str) -> bool:
    """PDF/UA-1 refuses a sign that no font has, which tells of it."""
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
