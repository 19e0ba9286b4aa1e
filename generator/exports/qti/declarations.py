"""What an item asks for, and what is right: response and outcome declarations."""

from collections.abc import Iterable, Iterator

from generator.exports.portable_question import (
    ClaimForm,
    MultipleChoice,
    NumberEntry,
    Response,
    SingleChoice,
    WordMarks,
)
from generator.exports.qti.claim_rows import right_fillings, rows_of
from generator.exports.qti.dialect import Dialect
from generator.exports.qti.identifiers import (
    FEEDBACK,
    RESPONSE,
    SCORE,
    choice_id,
    modifier_id,
    modifiers_id,
    part_id,
)
from generator.exports.xml_builder import Element


def declarations(make: Dialect, response: Response) -> Iterator[Element]:
    """Responses with one right answer each, then the outcomes."""
    yield from _responses(make, response)
    zero = make("defaultValue", {}, make("value", {}, "0"))
    yield make(
        "outcomeDeclaration",
        {"identifier": SCORE, "cardinality": "single", "baseType": "float"},
        zero,
    )
    one = make("defaultValue", {}, make("value", {}, "1"))
    yield make(
        "outcomeDeclaration",
        {"identifier": "MAXSCORE", "cardinality": "single", "baseType": "float"},
        one,
    )
    yield make(
        "outcomeDeclaration",
        {"identifier": FEEDBACK, "cardinality": "multiple", "baseType": "identifier"},
    )


def _responses(make: Dialect, response: Response) -> Iterator[Element]:
    match response:
        case SingleChoice(choices):
            right = next(choice.id for choice in choices if choice.right)
            yield _response(make, RESPONSE, "single", "identifier", [choice_id(right)])
        case MultipleChoice(choices) | WordMarks(_, choices):
            yield _response(
                make,
                RESPONSE,
                "multiple",
                "identifier",
                [choice_id(choice.id) for choice in choices if choice.right],
            )
        case NumberEntry(parts, right_answers):
            for part, value in zip(parts, right_answers[0], strict=True):
                yield _response(make, part_id(part.id), "single", "integer", [value])
        case ClaimForm():
            yield from _claim(make, response)


def _claim(make: Dialect, claim: ClaimForm) -> Iterator[Element]:
    for row, line in zip(rows_of(claim), right_fillings(claim)[0], strict=True):
        yield _response(make, part_id(row.name), "single", "integer", [line.units if line else 0])
        if claim.modifiers:
            right = [modifier_id(row.name, name) for name in line.modifiers] if line else []
            yield _response(make, modifiers_id(row.name), "multiple", "identifier", right)


def _response(
    make: Dialect, name: str, cardinality: str, kind: str, right: Iterable[object]
) -> Element:
    values = [make("value", {}, str(value)) for value in right]
    correct = make("correctResponse", {}, *values) if values else None
    return make(
        "responseDeclaration",
        {"identifier": name, "cardinality": cardinality, "baseType": kind},
        correct,
    )
