"""Answers to questions in the terms of QTI: for each response its values."""

from collections.abc import Iterator

from generator.exports.portable_question import (
    ClaimForm,
    ExportLine,
    ExportQuestion,
    NumberEntry,
    SingleChoice,
    choices_of,
)
from generator.exports.qti.identifiers import (
    RESPONSE,
    choice_id,
    modifier_id,
    modifiers_id,
    part_id,
)
from generator.exports.qti.item_form import rows_of

Answers = dict[str, list[str]]


def right_answers(question: ExportQuestion) -> Iterator[Answers]:
    """Every way that is right; what counts neither way may be chosen too."""
    response = question.response
    match response:
        case SingleChoice(choices):
            yield from ({RESPONSE: [choice_id(choice.id)]} for choice in choices if choice.right)
        case NumberEntry(parts, right_answers):
            yield from (
                {part_id(part.id): [str(value)] for part, value in zip(parts, way, strict=True)}
                for way in right_answers
            )
        case ClaimForm(right_answers=right_answers):
            for way in right_answers:
                yield claimed(response, way)
                yield claimed(response, tuple(reversed(way)))
        case _:
            right = [choice_id(choice.id) for choice in response.choices if choice.right]
            yield {RESPONSE: right}
            yield from (
                {RESPONSE: [*right, choice_id(choice.id)]}
                for choice in response.choices
                if choice.free and not choice.right
            )


def wrong_answers(question: ExportQuestion) -> Iterator[Answers]:
    """Answers that are wrong in one thing each, and none at all."""
    response = question.response
    match response:
        case SingleChoice(choices):
            yield from (
                {RESPONSE: [choice_id(choice.id)]} for choice in choices if not choice.right
            )
        case NumberEntry(parts, right_answers):
            for place, value in (
                (place, value)
                for place in range(len(parts))
                for value in range(response.maximum + 1)
            ):
                way = (*right_answers[0][:place], value, *right_answers[0][place + 1 :])
                if way not in right_answers:
                    yield {
                        part_id(part.id): [str(units)]
                        for part, units in zip(parts, way, strict=True)
                    }
        case ClaimForm(right_answers=right_answers):
            yield from (
                claimed(response, way) for way in _spoilt(response) if way not in right_answers
            )
            yield {}
        case _:
            right = [choice.id for choice in response.choices if choice.right]
            for choice in response.choices:
                if not choice.free:
                    yield {RESPONSE: [choice_id(name) for name in {*right} ^ {choice.id}]}


def _spoilt(claim: ClaimForm) -> Iterator[tuple[ExportLine, ...]]:
    first = claim.right_answers[0]
    for place, line in enumerate(first):
        others = (*first[:place], *first[place + 1 :])
        yield others
        yield tuple(
            sorted((*others, ExportLine(line.code, line.units + 1, line.modifiers)), key=first_code)
        )
        for modifier in claim.modifiers:
            yield tuple(
                sorted(
                    (
                        *others,
                        ExportLine(
                            line.code, line.units, tuple(sorted({*line.modifiers} ^ {modifier}))
                        ),
                    ),
                    key=first_code,
                )
            )
    used = {line.code for line in first}
    yield from (
        (*first, ExportLine(choice.id, 1, ()))
        for choice in choices_of(claim)
        if choice.id not in used
    )


def first_code(line: ExportLine) -> str:
    return line.code


def claimed(claim: ClaimForm, way: tuple[ExportLine, ...]) -> Answers:
    """The lines in the rows of their codes; a row without a line is left empty.

    Of a claim with nothing on it the first row has a 0: an empty form is no answer.
    """
    rows = rows_of(claim)
    found: Answers = {} if way else {part_id(rows[0].name): ["0"]}
    left = list(way)
    for row in rows:
        line = next((line for line in left if line.code == row.code), None)
        if line:
            left.remove(line)
            found[part_id(row.name)] = [str(line.units)]
            found[modifiers_id(row.name)] = [modifier_id(row.name, name) for name in line.modifiers]
    assert not left, "a way has more lines of a code than rows"
    return found
