"""One question as an assessment item of QTI 2.1 or 3.0."""

from collections.abc import Iterator

from generator.exports.portable_question import (
    ClaimForm,
    ExportQuestion,
    MultipleChoice,
    NumberEntry,
    SingleChoice,
    WordMarks,
)
from generator.exports.qti.declarations import declarations
from generator.exports.qti.dialect import Dialect
from generator.exports.qti.identifiers import FEEDBACK, SOLUTION, choice_id, item_id, wrong_id
from generator.exports.qti.item_body import body
from generator.exports.qti.response_processing import processing
from generator.exports.qti.rubric import solution
from generator.exports.xml_builder import Element


def item(make: Dialect, question: ExportQuestion, *, shuffled: bool) -> Element:
    """The whole item.

    Its label carries version and digest, by which a later answer is told from an earlier one.
    """
    named = {
        "identifier": item_id(question.id),
        "title": question.title,
        "label": f"version {question.version}, facts {question.digest}",
        "adaptive": "false",
        "timeDependent": "false",
        "xml:lang": "en",
        **make.where,
    }
    return make(
        "assessmentItem",
        named,
        *declarations(make, question.response),
        body(make, question, shuffled=shuffled),
        processing(make, question.response),
        *_feedback(make, question),
    )


def _feedback(make: Dialect, question: ExportQuestion) -> Iterator[Element]:
    match question.response:
        case (
            SingleChoice(choices)
            | MultipleChoice(choices)
            | WordMarks(_, choices)
            | ClaimForm(choices)
        ):
            for choice in choices:
                yield _modal(
                    make, choice_id(choice.id), make.lead(f"{choice.text}:", choice.feedback)
                )
        case NumberEntry(parts):
            for part in parts:
                yield _modal(make, choice_id(part.id), make.lead(f"{part.text}:", part.feedback))
                for wrong in part.wrong:
                    yield _modal(
                        make,
                        wrong_id(part.id, wrong.value),
                        make.lead(f"{part.id} × {wrong.value}:", wrong.feedback),
                    )
    yield _modal(make, SOLUTION, *solution(make, question))


def _modal(make: Dialect, name: str, *paragraphs: Element) -> Element:
    rules = {"outcomeIdentifier": FEEDBACK, "identifier": name, "showHide": "show"}
    return make("modalFeedback", rules, *make.content(*paragraphs))
