"""A question as a Common Cartridge takes it.

One field, and no alternatives within a condition (Common Cartridge 1.3, QTI profile).
"""

from generator.exports import limitations
from generator.exports.portable_question import Choice, Claim, Marks, Numbers, Question, Single
from generator.exports.qti.asi_form import ALWAYS, Field, Shape, Test, Word, chosen, words_on
from generator.exports.qti.identifiers import RESPONSE, choice_id, wrong_id

ORDERED = (
    "the numbers of {} are asked in one field, parted by commas; feedback to a single wrong number"
    " is not shown"
)
CODES = "only the codes of the claim are asked; its units and modifiers stand in the feedback"
TAGS = "codes, objectives, level, version and digest are not carried as tags"
NOTHING = Choice("nothing", "Nothing goes on the claim", False, "")


def cartridge_shape(question: Question) -> Shape:
    response = question.response
    match response:
        case Numbers():
            return _typed(response)
        case Claim():
            return _codes(response)
        case _:
            return chosen(response)


def profile(shape: Shape) -> str:
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


def lost(question: Question) -> tuple[str, ...]:
    response = question.response
    match response:
        case Numbers(parts) if len(parts) > 1:
            return (TAGS, ORDERED.format(", ".join(part.id for part in parts)))
        case Claim():
            return (TAGS, CODES)
        case Marks():
            return (TAGS, limitations.MARKS)
        case Single(choices) if sum(choice.right for choice in choices) > 1:
            return (TAGS, "two answers are right; a program may take the first alone")
        case _:
            return (TAGS,)


def _typed(numbers: Numbers) -> Shape:
    """One box: the numbers in the order of the parts."""
    names = tuple(part.id for part in numbers.parts)
    single = len(names) == 1
    told = (
        f"Write the units of {names[0]}."
        if single
        else (
            "Write the numbers in this order, parted by commas:"
            f" {', '.join(part.text for part in numbers.parts)}."
        )
    )
    words = [
        Word(choice_id(part.id), f"{part.text}:", part.feedback, ALWAYS) for part in numbers.parts
    ]
    if single:
        (part,) = numbers.parts
        words += [_on(part.id, wrong.value, wrong.feedback) for wrong in part.wrong]
    ways = tuple((Test("is", RESPONSE, text),) for way in numbers.ways for text in _written(way))
    return Shape("text", (Field("text", RESPONSE),), ways, tuple(words), told)


def _written(way: tuple[int, ...]) -> tuple[str, ...]:
    """With blanks after the commas and without."""
    return tuple(dict.fromkeys(sign.join(map(str, way)) for sign in (",", ", ")))


def _on(part: str, value: int, feedback: str) -> Word:
    return Word(
        wrong_id(part, value), f"{part} × {value}:", feedback, Test("is", RESPONSE, str(value))
    )


def _codes(claim: Claim) -> Shape:
    """Which of the codes go on the claim; or nothing."""
    choices = (*claim.codes, NOTHING)
    field = Field(
        "many", RESPONSE, choices=tuple((choice_id(choice.id), choice.text) for choice in choices)
    )
    sets = tuple(
        dict.fromkeys(
            frozenset(line.code for line in way) or frozenset({NOTHING.id}) for way in claim.ways
        )
    )
    ways = tuple(
        tuple(
            Test("is" if choice.id in right else "not", RESPONSE, choice_id(choice.id))
            for choice in choices
        )
        for right in sets
    )
    words = tuple(word for choice in claim.codes for word in words_on(choice, missed=True))
    return Shape(
        "many",
        (field,),
        ways,
        words,
        "Choose every code that goes on the claim. Units and modifiers are in the answer.",
    )
