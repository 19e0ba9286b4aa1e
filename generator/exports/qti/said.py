"""What is said around a question, in paragraphs: before it is answered and after."""

from collections.abc import Iterator

from generator.exports.question import Question, Source
from generator.pages.words import day


def facts(question: Question) -> tuple[tuple[str, str], ...]:
    """Who pays, when, and how hard it is."""
    return (("Payer", question.payer), ("Date of service", day(question.date)), ("Level", f"{question.difficulty} of 3"))


def solution(question: Question) -> Iterator[tuple[str, str]]:
    """The answer with its reasons, each as a lead word, or none, and a sentence."""
    yield "Right:", question.solution
    yield "", question.reason
    if question.contested:
        yield "Contested:", question.contested
    for because in question.because:
        named = f" (See {', '.join(because.facts)}.)" if because.facts else ""
        yield "", f"{because.text}{named}"
    for source in question.sources:
        yield "Source:", source_text(source)


def source_text(source: Source) -> str:
    dated = f", as of {day(source.as_of)}" if source.as_of else ""
    return f"{source.publisher}: {source.title}{dated}. {source.address}"
