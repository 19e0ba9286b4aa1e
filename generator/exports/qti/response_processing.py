"""Response processing: 1 for a right answer and 0 for any other, and which feedback is shown."""

from collections.abc import Iterable, Iterator, Sequence

from generator.exports.portable_question import (
    ClaimForm,
    ExportChoice,
    MultipleChoice,
    NumberEntry,
    Response,
    SingleChoice,
    WordMarks,
)
from generator.exports.qti.claim_rows import FormRow, RowFilling, right_fillings, rows_of
from generator.exports.qti.dialect import Dialect
from generator.exports.qti.identifiers import (
    FEEDBACK,
    RESPONSE,
    SCORE,
    SOLUTION,
    choice_id,
    modifier_id,
    modifiers_id,
    part_id,
    wrong_id,
)
from generator.exports.xml_builder import Element


def processing(make: Dialect, response: Response) -> Element:
    """Score and feedback."""
    return make(
        "responseProcessing",
        {},
        _score(make, _is_right(make, response)),
        *_feedback(make, response),
    )


def _score(make: Dialect, right: Element) -> Element:
    def scored(value: str) -> Element:
        return make(
            "setOutcomeValue",
            {"identifier": SCORE},
            make("baseValue", {"baseType": "float"}, value),
        )

    return make(
        "responseCondition",
        {},
        make("responseIf", {}, right, scored("1")),
        make("responseElse", {}, scored("0")),
    )


def _is_right(make: Dialect, response: Response) -> Element:
    match response:
        case SingleChoice(choices):
            return _any(
                make,
                [
                    _equals(make, RESPONSE, "identifier", choice_id(choice.id))
                    for choice in choices
                    if choice.right
                ],
            )
        case MultipleChoice(choices) | WordMarks(_, choices):
            return _all_right(make, choices)
        case NumberEntry(parts, right_answers):
            return _any(
                make,
                [
                    _all(
                        make,
                        [
                            _equals(make, part_id(part.id), "integer", value)
                            for part, value in zip(parts, way, strict=True)
                        ],
                    )
                    for way in right_answers
                ],
            )
        case ClaimForm():
            rows = rows_of(response)
            return _any(
                make,
                [
                    _filled(make, rows, filled, bool(response.modifiers))
                    for filled in right_fillings(response)
                ],
            )


def _all_right(make: Dialect, choices: Sequence[ExportChoice]) -> Element:
    """The right ones and no wrong one; what counts neither way is not looked at."""
    if not any(choice.free for choice in choices):
        return make(
            "match", {}, _variable(make, RESPONSE), make("correct", {"identifier": RESPONSE})
        )
    right = [_member(make, choice) for choice in choices if choice.right]
    wrong = [
        make("not", {}, _member(make, choice))
        for choice in choices
        if not choice.right and not choice.free
    ]
    return _all(make, [*right, *wrong])


def _filled(make: Dialect, rows: Sequence[FormRow], filled: RowFilling, modified: bool) -> Element:
    found = []
    for row, line in zip(rows, filled, strict=True):
        if line is None:
            found.append(
                _any(
                    make,
                    [
                        make("isNull", {}, _variable(make, part_id(row.name))),
                        _equals(make, part_id(row.name), "integer", 0),
                    ],
                )
            )
            continue
        found.append(_equals(make, part_id(row.name), "integer", line.units))
        if modified:
            found.append(_modified(make, row, line.modifiers))
    return _all(make, found)


def _modified(make: Dialect, row: FormRow, modifiers: Sequence[str]) -> Element:
    given = _variable(make, modifiers_id(row.name))
    if not modifiers:
        return make("isNull", {}, given)
    return make(
        "match",
        {},
        given,
        make(
            "multiple",
            {},
            *(_named(make, modifier_id(row.name, modifier)) for modifier in modifiers),
        ),
    )


def _feedback(make: Dialect, response: Response) -> Iterator[Element]:
    """The solution always; of choices those taken and those that are right.

    Of numbers the word on each, and on a known mistake.
    """
    match response:
        case SingleChoice(choices) | MultipleChoice(choices) | WordMarks(_, choices):
            yield _show(
                make,
                [
                    _variable(make, RESPONSE),
                    *(_named(make, choice_id(choice.id)) for choice in choices if choice.right),
                ],
            )
        case NumberEntry(parts):
            yield _show(make, [_named(make, choice_id(part.id)) for part in parts])
            for part in parts:
                for wrong in part.wrong:
                    added = _show(
                        make,
                        [_variable(make, FEEDBACK), _named(make, wrong_id(part.id, wrong.value))],
                        solved=False,
                    )
                    yield make(
                        "responseCondition",
                        {},
                        make(
                            "responseIf",
                            {},
                            _equals(make, part_id(part.id), "integer", wrong.value),
                            added,
                        ),
                    )
        case ClaimForm(codes):
            yield _show(make, [_named(make, choice_id(code.id)) for code in codes])


def _show(make: Dialect, values: Iterable[Element], *, solved: bool = True) -> Element:
    solution = [_named(make, SOLUTION)] if solved else []
    return make(
        "setOutcomeValue", {"identifier": FEEDBACK}, make("multiple", {}, *values, *solution)
    )


def _named(make: Dialect, name: str) -> Element:
    return make("baseValue", {"baseType": "identifier"}, name)


def _variable(make: Dialect, name: str) -> Element:
    return make("variable", {"identifier": name})


def _equals(make: Dialect, name: str, kind: str, value: object) -> Element:
    return make(
        "match", {}, _variable(make, name), make("baseValue", {"baseType": kind}, str(value))
    )


def _member(make: Dialect, choice: ExportChoice) -> Element:
    return make("member", {}, _named(make, choice_id(choice.id)), _variable(make, RESPONSE))


def _any(make: Dialect, found: Sequence[Element]) -> Element:
    return found[0] if len(found) == 1 else make("or", {}, *found)


def _all(make: Dialect, found: Sequence[Element]) -> Element:
    return found[0] if len(found) == 1 else make("and", {}, *found)
