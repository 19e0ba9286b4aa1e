"""A question as QTI 1.2 asks it: fields to answer, ways that are right, words that are said."""

from dataclasses import dataclass

from generator.exports.plain_text import mark_numbers
from generator.exports.portable_question import (
    ClaimForm,
    ExportChoice,
    ExportQuestion,
    MultipleChoice,
    NumberEntry,
    SingleChoice,
    WordMarks,
)
from generator.exports.qti.claim_rows import FormRow, RowFilling, right_fillings, rows_of
from generator.exports.qti.identifiers import (
    RESPONSE,
    choice_id,
    modifier_id,
    modifiers_id,
    part_id,
    wrong_id,
)


@dataclass(frozen=True)
class FormField:
    """`kind` is one, many, number or text; `label` stands before it where there are several."""

    kind: str
    name: str
    label: str = ""
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Condition:
    """Whether a field has a value, has it not, or has a number below it."""

    sign: str
    name: str
    value: str


ALWAYS = Condition("always", "", "")


@dataclass(frozen=True)
class ConditionalFeedback:
    """Feedback and when it is said."""

    name: str
    lead: str
    text: str
    when: Condition


@dataclass(frozen=True)
class ItemForm:
    """`kind` names the sort of question.

    Each of `ways` is right by itself when all its tests hold.
    """

    kind: str
    fields: tuple[FormField, ...]
    right_answers: tuple[tuple[Condition, ...], ...]
    words: tuple[ConditionalFeedback, ...]
    instructions: str = ""


def form_of(question: ExportQuestion) -> ItemForm:
    """Every response by the means of QTI 1.2 itself."""
    response = question.response
    match response:
        case SingleChoice() | MultipleChoice() | WordMarks():
            return choice_form(response)
        case NumberEntry():
            return _numbers(response)
        case ClaimForm():
            return _claim(response)


def choice_form(response: SingleChoice | MultipleChoice | WordMarks) -> ItemForm:
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
        tuple((_is(choice),) for choice in choices if choice.right)
        if single
        else (tuple(map(_counts, counted(choices))),)
    )
    return ItemForm(
        field.kind,
        (field,),
        right_answers,
        tuple(word for choice in choices for word in feedback_on(choice, missed=not single)),
    )


def counted(choices: tuple[ExportChoice, ...]) -> tuple[ExportChoice, ...]:
    """The choices that are right or wrong."""
    return tuple(choice for choice in choices if not choice.free)


def feedback_on(choice: ExportChoice, *, missed: bool) -> tuple[ConditionalFeedback, ...]:
    """What is said of a choice that was taken.

    And, where several are right, of a right one that was not.
    """
    taken = ConditionalFeedback(
        choice_id(choice.id), f"{choice.text}:", choice.feedback, _is(choice)
    )
    if not (missed and choice.right):
        return (taken,)
    return (
        taken,
        ConditionalFeedback(
            taken.name, taken.lead, taken.text, Condition("not", RESPONSE, choice_id(choice.id))
        ),
    )


def _is(choice: ExportChoice) -> Condition:
    return Condition("is", RESPONSE, choice_id(choice.id))


def _counts(choice: ExportChoice) -> Condition:
    return Condition("is" if choice.right else "not", RESPONSE, choice_id(choice.id))


def _numbers(numbers: NumberEntry) -> ItemForm:
    fields = tuple(FormField("number", part_id(part.id), part.text) for part in numbers.parts)
    right_answers = tuple(
        tuple(
            Condition("is", part_id(part.id), str(value))
            for part, value in zip(numbers.parts, way, strict=True)
        )
        for way in numbers.right_answers
    )
    words = []
    for part in numbers.parts:
        words.append(
            ConditionalFeedback(choice_id(part.id), f"{part.text}:", part.feedback, ALWAYS)
        )
        for wrong in part.wrong:
            when = Condition("is", part_id(part.id), str(wrong.value))
            words.append(
                ConditionalFeedback(
                    wrong_id(part.id, wrong.value),
                    f"{part.id} × {wrong.value}:",
                    wrong.feedback,
                    when,
                )
            )
    return ItemForm(
        "number" if len(fields) == 1 else "numbers", fields, right_answers, tuple(words)
    )


def _claim(claim: ClaimForm) -> ItemForm:
    rows = rows_of(claim)
    fields = []
    for row in rows:
        fields.append(FormField("number", part_id(row.name), row.text))
        if claim.modifiers:
            offered = tuple((modifier_id(row.name, name), name) for name in claim.modifiers)
            fields.append(
                FormField("many", modifiers_id(row.name), f"Modifiers of {row.text}", offered)
            )
    right_answers = tuple(
        _filling(rows, filled, claim.modifiers) for filled in right_fillings(claim)
    )
    words = tuple(
        ConditionalFeedback(choice_id(code.id), f"{code.text}:", code.feedback, ALWAYS)
        for code in claim.codes
    )
    return ItemForm(
        "numbers",
        tuple(fields),
        right_answers,
        words,
        "Write the units of each code, and 0 where it does not go on the claim.",
    )


def _filling(
    rows: tuple[FormRow, ...], filled: RowFilling, modifiers: tuple[str, ...]
) -> tuple[Condition, ...]:
    tests = []
    for row, line in zip(rows, filled, strict=True):
        if line is None:
            tests.append(Condition("below", part_id(row.name), "1"))
            continue
        tests.append(Condition("is", part_id(row.name), str(line.units)))
        tests += [
            Condition(
                "is" if name in line.modifiers else "not",
                modifiers_id(row.name),
                modifier_id(row.name, name),
            )
            for name in modifiers
        ]
    return tuple(tests)
