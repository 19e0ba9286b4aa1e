"""Moodle XML: categories, tags, feedback for every option; numbers and pairs as Moodle's own types.

Elements as in Moodle's question/format/xml (https://docs.moodle.org/en/Moodle_XML_format).
"""

from collections.abc import Sequence
from itertools import groupby

from lxml import etree

from generator.exports import common_limitations
from generator.exports.cloze import cloze_html
from generator.exports.limitations import Limitation
from generator.exports.markup import explanation_html, inline, paragraphs, stem_html, xml_text
from generator.exports.matching import matching
from generator.exports.plan import Plan
from generator.exports.portable_question import (
    ClaimForm,
    ExportChoice,
    ExportQuestion,
    NumberEntry,
    NumberField,
    SingleChoice,
)

WHOLE = 100.0


def export(questions: Sequence[ExportQuestion], plan: Plan) -> dict[str, bytes]:
    root = etree.Element("quiz")
    for category, group in groupby(by_category(questions), key=lambda question: question.category):
        _category(root, category)
        for question in group:
            _question(root, question)
    etree.indent(root, "  ")
    return {f"{plan.id}-moodle.xml": etree.tostring(root, encoding="UTF-8", xml_declaration=True)}


def limitations(questions: Sequence[ExportQuestion], plan: Plan) -> tuple[Limitation, ...]:
    told = [
        loss
        for question in questions
        for part in (
            common_limitations.ties,
            common_limitations.as_matching,
            common_limitations.as_list,
            _claim_feedback,
        )
        for loss in part(question)
    ]
    return (*common_limitations.terms(plan), *told)


def _claim_feedback(question: ExportQuestion) -> tuple[Limitation, ...]:
    lost = (
        "feedback on each code stands in the general feedback, since pairs have none of their own"
    )
    return (Limitation(question.id, lost),) if isinstance(question.response, ClaimForm) else ()


def by_category(questions: Sequence[ExportQuestion]) -> list[ExportQuestion]:
    """Questions of one category together, categories in the order of their first question."""
    order = {
        name: place
        for place, name in enumerate(dict.fromkeys(question.category for question in questions))
    }
    return sorted(questions, key=lambda question: order[question.category])


def _category(root: etree._Element, name: str) -> None:
    """A slash in a name is doubled, since a single one opens a subcategory."""
    element = etree.SubElement(root, "question", type="category")
    _text(element, "category", f"$course$/top/RightCode/{name.replace('/', '//')}")


def _question(root: etree._Element, question: ExportQuestion) -> None:
    kind, stem = _type(question), stem_html(question)
    element = etree.SubElement(root, "question", type=kind)
    _text(element, "name", question.title[:255])
    html = stem if kind != "cloze" else cloze_html(stem, question.response)
    _text(element, "questiontext", html, "html")
    _text(element, "generalfeedback", _general(question), "html")
    if kind != "cloze":  # a cloze counts its own points
        _plain(element, "defaultgrade", "1")
    for name, value in (("penalty", "0.3333333"), ("hidden", "0"), ("idnumber", question.id)):
        _plain(element, name, value)
    _answers(element, question)
    tags = etree.SubElement(element, "tags")
    for tag in question.tags:
        _text(tags, "tag", tag)


def _type(question: ExportQuestion) -> str:
    match question.response:
        case NumberEntry(parts=parts):
            return "numerical" if len(parts) == 1 else "cloze"
        case ClaimForm():
            return "matching"
        case _:
            return "multichoice"


def _general(question: ExportQuestion) -> str:
    own = (
        [f"{choice.text}: {choice.feedback}" for choice in question.response.codes]
        if isinstance(question.response, ClaimForm)
        else []
    )
    return f"{paragraphs([f'Right: {question.solution}.', *own])}{explanation_html(question)}"


def _answers(element: etree._Element, question: ExportQuestion) -> None:
    match question.response:
        case NumberEntry(parts=(part,)):
            _numerical(element, part)
        case NumberEntry():
            return
        case ClaimForm():
            _pairs(element, question.response)
        case response:
            _choices(element, response.choices, isinstance(response, SingleChoice))


def _choices(element: etree._Element, choices: Sequence[ExportChoice], single: bool) -> None:
    for name, value in (
        ("single", str(single).lower()),
        ("shuffleanswers", "true"),
        ("answernumbering", "abc"),
    ):
        _plain(element, name, value)
    for choice in choices:
        _answer(element, inline(choice.text), fraction(choice, choices, single), choice.feedback)


def fraction(choice: ExportChoice, choices: Sequence[ExportChoice], single: bool) -> float:
    """Percent of the points.

    Of several right choices each has its share, and a wrong one takes as much away.
    """
    if choice.free:
        return 0
    if single:
        return WHOLE if choice.right else 0
    share = WHOLE / sum(other.right for other in choices)
    return share if choice.right else -share


def _numerical(element: etree._Element, part: NumberField) -> None:
    for value in part.right:
        _plain(_answer(element, str(value), WHOLE, part.feedback), "tolerance", "0")
    for wrong in part.wrong:
        _plain(_answer(element, str(wrong.value), 0, wrong.feedback), "tolerance", "0")
    _plain(_answer(element, "*", 0, part.feedback), "tolerance", "0")


def _pairs(element: etree._Element, claim: ClaimForm) -> None:
    _plain(element, "shuffleanswers", "true")
    pairs = matching(claim)
    for left, right in (
        *((inline(pair.text), pair.right) for pair in pairs.pairs),
        *(("", wrong) for wrong in pairs.wrong),
    ):
        part = etree.SubElement(element, "subquestion", format="html")
        _plain(part, "text", left)
        _text(part, "answer", right)


def _answer(element: etree._Element, text: str, worth: float, feedback: str) -> etree._Element:
    answer = etree.SubElement(
        element, "answer", fraction=f"{worth:.5f}".rstrip("0").rstrip("."), format="html"
    )
    _plain(answer, "text", text)
    _text(answer, "feedback", inline(feedback), "html")
    return answer


def _text(parent: etree._Element, name: str, value: str, form: str | None = None) -> None:
    element = etree.SubElement(parent, name, **({"format": form} if form else {}))
    _plain(element, "text", value)


def _plain(parent: etree._Element, name: str, value: str) -> None:
    etree.SubElement(parent, name).text = xml_text(value)
