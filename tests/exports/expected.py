"""What must be read back from any format.

Answers by their texts, whether they are right, and what is said of each.
"""

from generator.exports.matching import matching
from generator.exports.portable_question import (
    ClaimForm,
    ExportQuestion,
    NumberEntry,
    SingleChoice,
    WordMarks,
)
from generator.exports.question_text import explanation, xml_text

Answers = dict[str, tuple[bool, str]]


def squeezed(text: str) -> str:
    """Text as it looks when markup is gone: blanks of any sort and number are one."""
    return " ".join(xml_text(text).split())


def answers(question: ExportQuestion) -> Answers:
    """Of choices their text, of numbers `code=number`.

    Of a claim its pairs, right by their being there.
    """
    match question.response:
        case NumberEntry(parts=parts):
            right = {
                f"{part.id}={value}": (True, squeezed(part.feedback))
                for part in parts
                for value in part.right
            }
            return right | {
                f"{part.id}={wrong.value}": (False, squeezed(wrong.feedback))
                for part in parts
                for wrong in part.wrong
            }
        case ClaimForm():
            return {
                f"{squeezed(pair.text)} -> {pair.right}": (True, squeezed(pair.feedback))
                for pair in matching(question.response).pairs
            }
        case response:
            return {
                squeezed(choice.text): (choice.right, squeezed(choice.feedback))
                for choice in response.choices
            }


def pairs(question: ExportQuestion) -> set[str]:
    """A claim or several numbers as pairs."""
    match question.response:
        case NumberEntry(parts, right_answers):
            numbered = zip(parts, right_answers[0], strict=True)
            return {f"{squeezed(part.text)} -> {value}" for part, value in numbered}
        case _:
            return set(answers(question))


def read_before(question: ExportQuestion) -> list[str]:
    """Every text that stands before the answers."""
    words = (
        [piece.text for paragraph in question.response.paragraphs for piece in paragraph]
        if isinstance(question.response, WordMarks)
        else []
    )
    cells = [cell for row in question.table.rows for cell in row] if question.table else []
    exhibited = [
        text
        for table in question.exhibits
        for text in (
            table.caption,
            *(cell for row in table.rows for cell in row),
            *(word for source in table.sources for word in (source.publisher, source.title)),
        )
    ]
    texts = [
        *question.note,
        *exhibited,
        question.statement,
        question.turn,
        question.asks,
        question.payer,
        *words,
        *cells,
    ]
    return [squeezed(text) for text in texts if text and text.strip()]


def read_after(question: ExportQuestion) -> list[str]:
    sources = [text for source in question.sources for text in (source.publisher, source.title)]
    return [squeezed(text) for text in (*explanation(question), *sources)]


def is_single(question: ExportQuestion) -> bool:
    return isinstance(question.response, SingleChoice)
