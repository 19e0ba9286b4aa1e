"""A question as QTI asks it: fields to answer, what is right in them, and feedback.

QTI compares a response with what is expected of it and cannot sort lines first, so a claim becomes
a row for each code. A code that is on two lines has two rows, in either order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations, product

from generator.exports.portable_question import (
    ChoiceResponse,
    ClaimForm,
    ExportChoice,
    ExportLine,
    ExportQuestion,
    NumberEntry,
    NumberField,
    SingleChoice,
    WordMarks,
)
from generator.exports.qti.identifiers import (
    RESPONSE,
    choice_id,
    modifier_id,
    modifiers_id,
    part_id,
    wrong_id,
)
from generator.exports.question_text import mark_numbers

RowFilling = tuple["ExportLine | None", ...]
"""The line in each row, or None where the code is not on the claim."""


@dataclass(frozen=True)
class FormField:
    """`kind` is one, many, number or text; `label` is shown before it if there are several."""

    kind: str
    name: str
    label: str = ""
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Condition:
    """Whether a field has a value, does not have it ("not"), or has a number below it."""

    operator: str
    name: str
    value: str


ALWAYS = Condition("always", "", "")


@dataclass(frozen=True)
class ConditionalFeedback:
    """Feedback and when it is shown."""

    name: str
    lead: str
    text: str
    when: Condition = ALWAYS


@dataclass(frozen=True)
class ItemForm:
    """Any of `right_answers` is right when all its conditions hold.

    Of the kinds "blanks" and "pairs" they are instead, field by field, what earns its share.
    """

    kind: str
    fields: tuple[FormField, ...]
    right_answers: tuple[tuple[Condition, ...], ...]
    feedback: tuple[ConditionalFeedback, ...]
    instructions: tuple[str, ...] = ()


@dataclass(frozen=True)
class FormRow:
    """A row of a claim; `name` is unique where a code has two."""

    name: str
    code: str
    text: str


def form_of(question: ExportQuestion) -> ItemForm:
    """The question's own fields."""
    response = question.response
    match response:
        case ChoiceResponse():
            return choice_form(response)
        case NumberEntry():
            return _numbers(response)
        case ClaimForm():
            return _claim(response)


def choice_form(response: ChoiceResponse) -> ItemForm:
    """One field with the choices."""
    choices = response.choices
    single = isinstance(response, SingleChoice)
    numbers = mark_numbers(response) if isinstance(response, WordMarks) else {}
    shown = tuple(
        (choice_id(choice.id), f"{numbers[choice.id]}: {choice.text}" if numbers else choice.text)
        for choice in choices
    )
    field = FormField("one" if single else "many", RESPONSE, choices=shown)
    right_answers = (
        tuple((chosen(choice),) for choice in choices if choice.right)
        if single
        else (tuple(chosen(choice, choice.right) for choice in choices if not choice.free),)
    )
    return ItemForm(
        field.kind, (field,), right_answers, choice_feedback(choices, missed=not single)
    )


def chosen(choice: ExportChoice, right: bool = True) -> Condition:
    """That the choice was taken, or if not `right` was not."""
    return Condition("is" if right else "not", RESPONSE, choice_id(choice.id))


def choice_feedback(
    choices: Sequence[ExportChoice], *, missed: bool
) -> tuple[ConditionalFeedback, ...]:
    """On each choice that was taken, and where `missed` on each right one that was not."""
    return tuple(
        ConditionalFeedback(choice_id(choice.id), f"{choice.text}:", choice.feedback, when)
        for choice in choices
        for when in (chosen(choice), *([chosen(choice, False)] if missed and choice.right else []))
    )


def number_feedback(part: NumberField, field: str) -> tuple[ConditionalFeedback, ...]:
    """On the number, and on each likely mistake in `field`."""
    return (
        ConditionalFeedback(choice_id(part.id), f"{part.text}:", part.feedback),
        *(
            ConditionalFeedback(
                wrong_id(part.id, wrong.value),
                f"{part.id} × {wrong.value}:",
                wrong.feedback,
                Condition("is", field, str(wrong.value)),
            )
            for wrong in part.wrong
        ),
    )


def _numbers(numbers: NumberEntry) -> ItemForm:
    names = [part_id(part.id) for part in numbers.parts]
    return ItemForm(
        "number" if len(names) == 1 else "numbers",
        tuple(
            FormField("number", name, part.text)
            for name, part in zip(names, numbers.parts, strict=True)
        ),
        tuple(
            tuple(Condition("is", *pair) for pair in zip(names, map(str, values), strict=True))
            for values in numbers.right_answers
        ),
        tuple(entry for part in numbers.parts for entry in number_feedback(part, part_id(part.id))),
    )


def _claim(claim: ClaimForm) -> ItemForm:
    rows = rows_of(claim)
    return ItemForm(
        "numbers",
        tuple(field for row in rows for field in _row_fields(row, claim.modifiers)),
        tuple(_conditions(rows, filled, claim.modifiers) for filled in _fillings(claim, rows)),
        tuple(replace(entry, when=ALWAYS) for entry in choice_feedback(claim.codes, missed=False)),
        ("Write the units of each code, and 0 where it does not go on the claim.",),
    )


def _row_fields(row: FormRow, modifiers: Sequence[str]) -> Iterator[FormField]:
    yield FormField("number", part_id(row.name), row.text)
    if modifiers:
        offered = tuple((modifier_id(row.name, name), name) for name in modifiers)
        yield FormField("many", modifiers_id(row.name), f"Modifiers of {row.text}", offered)


def rows_of(claim: ClaimForm) -> tuple[FormRow, ...]:
    """As many rows for a code as the right claim with the most lines of it has; at least one."""
    found = []
    for choice in claim.codes:
        most = max(
            1, *(sum(line.code == choice.id for line in answer) for answer in claim.right_answers)
        )
        found += (
            [FormRow(choice.id, choice.id, choice.text)]
            if most == 1
            else [
                FormRow(f"{choice.id}-{number}", choice.id, f"{choice.text}, line {number}")
                for number in range(1, most + 1)
            ]
        )
    return tuple(found)


def _fillings(claim: ClaimForm, rows: Sequence[FormRow]) -> tuple[RowFilling, ...]:
    places = {choice.id: sum(row.code == choice.id for row in rows) for choice in claim.codes}
    found = (
        tuple(line for lines in arranged for line in lines)
        for answer in claim.right_answers
        for arranged in product(*(_arranged(answer, *place) for place in places.items()))
    )
    return tuple(dict.fromkeys(found))


def _arranged(answer: Sequence[ExportLine], code: str, places: int) -> tuple[RowFilling, ...]:
    lines = [line for line in answer if line.code == code]
    return tuple(dict.fromkeys(permutations((*lines, *[None] * (places - len(lines))))))


def _conditions(
    rows: Sequence[FormRow], filled: RowFilling, modifiers: Sequence[str]
) -> tuple[Condition, ...]:
    found = []
    for row, line in zip(rows, filled, strict=True):
        if line is None:
            found.append(Condition("below", part_id(row.name), "1"))
            continue
        found.append(Condition("is", part_id(row.name), str(line.units)))
        found += [
            Condition(
                "is" if name in line.modifiers else "not",
                modifiers_id(row.name),
                modifier_id(row.name, name),
            )
            for name in modifiers
        ]
    return tuple(found)
