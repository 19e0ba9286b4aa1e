"""A question as a Common Cartridge takes it.

One field, and no alternatives within a condition (Common Cartridge 1.3, QTI profile).
"""

from generator.exports import common_limitations
from generator.exports.portable_question import (
    ClaimForm,
    ExportChoice,
    ExportQuestion,
    MultipleChoice,
    NumberEntry,
    SingleChoice,
    WordMarks,
)
from generator.exports.qti.asi_form import (
    ALWAYS,
    Condition,
    ConditionalFeedback,
    FormField,
    ItemForm,
    choice_form,
    feedback_on,
)
from generator.exports.qti.identifiers import RESPONSE, choice_id, wrong_id

ORDERED = (
    "the numbers of {} are asked in one field, parted by commas; feedback to a single wrong number"
    " is not shown"
)
CODES = "only the codes of the claim are asked; its units and modifiers stand in the feedback"
TAGS = "codes, objectives, level, version and digest are not carried as tags"
NOTHING = ExportChoice("nothing", "Nothing goes on the claim", False, "")


def cartridge_form(question: ExportQuestion) -> ItemForm:
    """The question by what the profile allows."""
    response = question.response
    match response:
        case NumberEntry():
            return _typed(response)
        case ClaimForm():
            return _codes(response)
        case SingleChoice() | MultipleChoice() | WordMarks():
            return choice_form(response)


def profile(shape: ItemForm) -> str:
    """The sort of question by the profile's own names; true or false are two choices."""
    match shape.kind:
        case "one":
            return (
                "cc.true_false.v0p1"
                if len(shape.fields[0].choices) == 2
                else "cc.multiple_choice.v0p1"
            )
        case "many":
            return "cc.multiple_response.v0p1"
        case _:
            return "cc.fib.v0p1"


def cartridge_limitations(question: ExportQuestion) -> tuple[str, ...]:
    """What the profile does not carry of a question."""
    response = question.response
    match response:
        case NumberEntry(parts) if len(parts) > 1:
            return (TAGS, ORDERED.format(", ".join(part.id for part in parts)))
        case ClaimForm():
            return (TAGS, CODES)
        case WordMarks():
            return (TAGS, common_limitations.MARKS)
        case SingleChoice(choices) if sum(choice.right for choice in choices) > 1:
            return (TAGS, "two answers are right; a program may take the first alone")
        case _:
            return (TAGS,)


def _typed(numbers: NumberEntry) -> ItemForm:
    """One box: the numbers in the order of the parts."""
    names = tuple(part.id for part in numbers.parts)
    single = len(names) == 1
    instructions = (
        f"Write the units of {names[0]}."
        if single
        else (
            "Write the numbers in this order, parted by commas:"
            f" {', '.join(part.text for part in numbers.parts)}."
        )
    )
    words = [
        ConditionalFeedback(choice_id(part.id), f"{part.text}:", part.feedback, ALWAYS)
        for part in numbers.parts
    ]
    if single:
        (part,) = numbers.parts
        words += [_on(part.id, wrong.value, wrong.feedback) for wrong in part.wrong]
    right_answers = tuple(
        (Condition("is", RESPONSE, text),)
        for way in numbers.right_answers
        for text in _written(way)
    )
    return ItemForm(
        "text", (FormField("text", RESPONSE),), right_answers, tuple(words), instructions
    )


def _written(way: tuple[int, ...]) -> tuple[str, ...]:
    """With blanks after the commas and without."""
    return tuple(dict.fromkeys(sign.join(map(str, way)) for sign in (",", ", ")))


def _on(part: str, value: int, feedback: str) -> ConditionalFeedback:
    return ConditionalFeedback(
        wrong_id(part, value), f"{part} × {value}:", feedback, Condition("is", RESPONSE, str(value))
    )


def _codes(claim: ClaimForm) -> ItemForm:
    """Which of the codes go on the claim; or nothing."""
    choices = (*claim.codes, NOTHING)
    field = FormField(
        "many", RESPONSE, choices=tuple((choice_id(choice.id), choice.text) for choice in choices)
    )
    sets = tuple(
        dict.fromkeys(
            frozenset(line.code for line in way) or frozenset({NOTHING.id})
            for way in claim.right_answers
        )
    )
    right_answers = tuple(
        tuple(
            Condition("is" if choice.id in right else "not", RESPONSE, choice_id(choice.id))
            for choice in choices
        )
        for right in sets
    )
    words = tuple(word for choice in claim.codes for word in feedback_on(choice, missed=True))
    return ItemForm(
        "many",
        (field,),
        right_answers,
        words,
        "Choose every code that goes on the claim. Units and modifiers are in the answer.",
    )
