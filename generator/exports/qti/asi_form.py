"""A question as QTI 1.2 asks it: fields to answer, ways that are right, words that are said."""

from dataclasses import dataclass

from generator.exports.plain_text import mark_numbers
from generator.exports.portable_question import (
    Choice,
    Claim,
    Marks,
    Numbers,
    Question,
    Several,
    Single,
)
from generator.exports.qti.claim_rows import Filled, Row, right_fillings, rows_of
from generator.exports.qti.identifiers import (
    RESPONSE,
    choice_id,
    modifier_id,
    modifiers_id,
    part_id,
    wrong_id,
)


@dataclass(frozen=True)
class Field:
    """`kind` is one, many, number or text; `label` stands before it where there are several."""

    kind: str
    name: str
    label: str = ""
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Test:
    """Whether a field has a value, has it not, or has a number below it."""

    sign: str
    name: str
    value: str


ALWAYS = Test("always", "", "")


@dataclass(frozen=True)
class Word:
    """Feedback and when it is said."""

    name: str
    lead: str
    text: str
    when: Test


@dataclass(frozen=True)
class Shape:
    """`kind` names the sort of question.

    Each of `ways` is right by itself when all its tests hold.
    """

    kind: str
    fields: tuple[Field, ...]
    ways: tuple[tuple[Test, ...], ...]
    words: tuple[Word, ...]
    told: str = ""


def shape_of(question: Question) -> Shape:
    """Every response by the means of QTI 1.2 itself."""
    response = question.response
    match response:
        case Single() | Several() | Marks():
            return chosen(response)
        case Numbers():
            return _numbers(response)
        case Claim():
            return _claim(response)


def chosen(response: Single | Several | Marks) -> Shape:
    choices = response.choices
    single = isinstance(response, Single)
    numbers = mark_numbers(response) if isinstance(response, Marks) else {}
    shown = tuple(
        (choice_id(choice.id), f"{numbers[choice.id]}: {choice.text}" if numbers else choice.text)
        for choice in choices
    )
    field = Field("one" if single else "many", RESPONSE, choices=shown)
    ways = (
        tuple((_is(choice),) for choice in choices if choice.right)
        if single
        else (tuple(map(_counts, counted(choices))),)
    )
    return Shape(
        field.kind,
        (field,),
        ways,
        tuple(word for choice in choices for word in words_on(choice, missed=not single)),
    )


def counted(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    return tuple(choice for choice in choices if not choice.free)


def words_on(choice: Choice, *, missed: bool) -> tuple[Word, ...]:
    """What is said of a choice that was taken.

    And, where several are right, of a right one that was not.
    """
    said = Word(choice_id(choice.id), f"{choice.text}:", choice.feedback, _is(choice))
    if not (missed and choice.right):
        return (said,)
    return (
        said,
        Word(said.name, said.lead, said.text, Test("not", RESPONSE, choice_id(choice.id))),
    )


def _is(choice: Choice) -> Test:
    return Test("is", RESPONSE, choice_id(choice.id))


def _counts(choice: Choice) -> Test:
    return Test("is" if choice.right else "not", RESPONSE, choice_id(choice.id))


def _numbers(numbers: Numbers) -> Shape:
    fields = tuple(Field("number", part_id(part.id), part.text) for part in numbers.parts)
    ways = tuple(
        tuple(
            Test("is", part_id(part.id), str(value))
            for part, value in zip(numbers.parts, way, strict=True)
        )
        for way in numbers.ways
    )
    words = []
    for part in numbers.parts:
        words.append(Word(choice_id(part.id), f"{part.text}:", part.feedback, ALWAYS))
        for wrong in part.wrong:
            when = Test("is", part_id(part.id), str(wrong.value))
            words.append(
                Word(
                    wrong_id(part.id, wrong.value),
                    f"{part.id} × {wrong.value}:",
                    wrong.feedback,
                    when,
                )
            )
    return Shape("number" if len(fields) == 1 else "numbers", fields, ways, tuple(words))


def _claim(claim: Claim) -> Shape:
    rows = rows_of(claim)
    fields = []
    for row in rows:
        fields.append(Field("number", part_id(row.name), row.text))
        if claim.modifiers:
            offered = tuple((modifier_id(row.name, name), name) for name in claim.modifiers)
            fields.append(
                Field("many", modifiers_id(row.name), f"Modifiers of {row.text}", offered)
            )
    ways = tuple(_filling(rows, filled, claim.modifiers) for filled in right_fillings(claim))
    words = tuple(
        Word(choice_id(code.id), f"{code.text}:", code.feedback, ALWAYS) for code in claim.codes
    )
    return Shape(
        "numbers",
        tuple(fields),
        ways,
        words,
        "Write the units of each code, and 0 where it does not go on the claim.",
    )


def _filling(rows: tuple[Row, ...], filled: Filled, modifiers: tuple[str, ...]) -> tuple[Test, ...]:
    tests = []
    for row, line in zip(rows, filled, strict=True):
        if line is None:
            tests.append(Test("below", part_id(row.name), "1"))
            continue
        tests.append(Test("is", part_id(row.name), str(line.units)))
        tests += [
            Test(
                "is" if name in line.modifiers else "not",
                modifiers_id(row.name),
                modifier_id(row.name, name),
            )
            for name in modifiers
        ]
    return tuple(tests)
