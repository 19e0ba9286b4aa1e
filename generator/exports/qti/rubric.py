"""What is said around a question of QTI 2.1 and 3.0, in paragraphs.

Before it is answered and after.
"""

from collections.abc import Iterator

from generator.exports.plain_text import explanation, source_text
from generator.exports.portable_question import ExportQuestion, ExportSource
from generator.exports.qti.dialect import Dialect
from generator.exports.xml_builder import Element
from generator.pages.labels import day


def facts(question: ExportQuestion) -> tuple[tuple[str, str], ...]:
    """Who pays, when, and how hard it is."""
    return (
        ("Payer", question.payer),
        ("Date of service", day(question.date)),
        ("Level", f"{question.difficulty} of 3"),
    )


def solution(make: Dialect, question: ExportQuestion) -> Iterator[Element]:
    """The answer, its reasons, and who says so."""
    yield make.lead("Right:", question.solution)
    yield from (make("p", {}, text) for text in explanation(question))
    yield from (make("p", {}, "Source: ", _source(make, source)) for source in question.sources)


def _source(make: Dialect, source: ExportSource) -> Element | str:
    """Only addresses of the web become links."""
    text = source_text(source)
    return (
        make("a", {"href": source.address}, text) if source.address.startswith("https://") else text
    )
