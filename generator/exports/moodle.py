"""Moodle XML: categories, tags, feedback for every option; numbers and pairs as Moodle's own types.

Elements as in Moodle's question/format/xml (https://docs.moodle.org/en/Moodle_XML_format).
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import assert_never

from lxml import etree

from generator.exports.limitations import (
    as_entries,
    as_list,
    as_matching,
    claim_feedback,
    collect,
    first_alone,
    numbers_as_pairs,
)
from generator.exports.matching import Matching, matching, number_pairs
from generator.exports.plan import Plan
from generator.exports.portable_question import (
    ChoiceResponse,
    ClaimForm,
    ExportChoice,
    ExportQuestion,
    NumberEntry,
    NumberField,
    Questions,
    SingleChoice,
)
from generator.exports.question_text import general_feedback_html, inline, stem_html
from generator.exports.text_pieces import TextPiece, combine
from generator.exports.xml_builder import Element, XmlBuilder

START, END = "<?xml version='1.0' encoding='UTF-8'?>\n<quiz>\n", "\n</quiz>"
WHOLE = 100.0
ANSWER, TAGS = "\n    <answer ", "\n    <tags"
"""Where an answer and the tags begin within a question: text has no `<` of its own."""
make = XmlBuilder()


def export(questions: Questions, plan: Plan) -> dict[str, bytes]:
    """`ID-moodle.xml`."""
    pieces = (moodle_piece(question, plan.category_of(question)) for question in questions)
    return {f"{plan.id}-moodle.xml": combine(pieces, START, "\n", END).encode()}


limitations = partial(
    collect, rules=(first_alone, as_matching, numbers_as_pairs, as_list, as_entries, claim_feedback)
)


def moodle_piece(question: ExportQuestion, category: str | None = None) -> TextPiece:
    """The question below its category, or another; of choices the answers are apart."""
    inner = (category or question.category).replace("/", "//")  # one slash opens a subcategory
    name = _text("category", f"$course$/top/RightCode/{inner}")
    section = _indented(make.question(name, type="category"))
    xml = _indented(_question(question))
    if isinstance(question.response, NumberEntry | ClaimForm):
        return TextPiece(section, xml)
    before, *answers = xml.split(ANSWER)
    answers[-1], tags = answers[-1].split(TAGS)
    return TextPiece(section, before, tuple(ANSWER + one for one in answers), TAGS + tags)


def _indented(element: Element) -> str:
    etree.indent(element, "  ", level=1)
    return f"  {etree.tostring(element, encoding='unicode')}"


def _question(question: ExportQuestion) -> Element:
    stem, response = stem_html(question), question.response
    match response:
        case NumberEntry(parts=(part,)):
            kind, answers = "numerical", _numerical(part)
        case NumberEntry():
            kind, answers = "matching", _pairs(number_pairs(response))
        case ClaimForm():
            kind, answers = "matching", _pairs(matching(response))
        case ChoiceResponse():
            single = isinstance(response, SingleChoice)
            kind = "multichoice"
            answers = _choices(response.choices, single, mixed=not question.fixed_order)
        case _:
            assert_never(response)
    return make.question(
        _text("name", question.title[:255]),
        _text("questiontext", stem, "html"),
        _text("generalfeedback", general_feedback_html(question), "html"),
        make.defaultgrade("1"),
        make.penalty("0.3333333"),
        make.hidden("0"),
        make.idnumber(question.id),
        *answers,
        make.tags(*(_text("tag", tag) for tag in question.tags)),
        type=kind,
    )


def _choices(choices: Sequence[ExportChoice], single: bool, *, mixed: bool) -> Iterator[Element]:
    yield make.single(str(single).lower())
    yield make.shuffleanswers(str(mixed).lower())
    yield make.answernumbering("abc")
    for choice in choices:
        yield _answer(inline(choice.text), fraction(choice, choices, single), choice.feedback)


def fraction(choice: ExportChoice, choices: Sequence[ExportChoice], single: bool) -> float:
    """Percent of the points: right choices share them, wrong ones take away.

    A wrong one takes a share, or more where all wrong ones together would leave points to somebody
    who ticks everything.
    """
    if choice.free:
        return 0
    if single:
        return WHOLE if choice.right else 0
    share = WHOLE / sum(other.right and not other.free for other in choices)
    wrong = sum(not other.right and not other.free for other in choices)
    return share if choice.right else -max(share, WHOLE / wrong)


def percent(worth: float) -> str:
    """At most five digits after the point."""
    return f"{worth:.5f}".rstrip("0").rstrip(".")


def _numerical(part: NumberField) -> Iterator[Element]:
    answers = [
        *((str(value), WHOLE, part.feedback) for value in part.right),
        *((str(wrong.value), 0, wrong.feedback) for wrong in part.wrong),
        ("*", 0, part.feedback),
    ]
    return (_answer(*answer, make.tolerance("0")) for answer in answers)


def _pairs(pairs: Matching) -> Iterator[Element]:
    sides = [(inline(pair.text), pair.right) for pair in pairs.pairs]
    yield make.shuffleanswers("true")
    for left, right in (*sides, *(("", wrong) for wrong in pairs.wrong)):
        yield make.subquestion(make.text(left), _text("answer", right), format="html")


def _answer(text: str, worth: float, feedback: str, *more: Element) -> Element:
    return make.answer(
        make.text(text),
        _text("feedback", inline(feedback), "html"),
        *more,
        fraction=percent(worth),
        format="html",
    )


def _text(name: str, value: str, form: str | None = None) -> Element:
    return make(name, make.text(value), format=form)
