"""A question as programs read QTI 1.2: choices, one number, blanks in a sentence, or pairs.

They name a blank by what stands in brackets, and give each blank and pair its share of the points
(https://github.com/instructure/qti, lib/qti/v1/models/interactions).
"""

from collections.abc import Iterable
from dataclasses import replace

from generator.exports.matching import matching
from generator.exports.portable_question import (
    ChoiceResponse,
    ClaimForm,
    ExportQuestion,
    NumberEntry,
    NumberField,
)
from generator.exports.qti.identifiers import choice_id, part_id
from generator.exports.qti.item_form import (
    ALWAYS,
    Condition,
    ConditionalFeedback,
    FormField,
    ItemForm,
    choice_feedback,
    choice_form,
    number_feedback,
)


def asi_form(question: ExportQuestion) -> ItemForm:
    """The question's fields; of the kind "blanks" or "pairs" each field has its share."""
    response = question.response
    match response:
        case ChoiceResponse():
            return choice_form(response)
        case NumberEntry(parts=(part,)):
            return _number(part)
        case NumberEntry():
            return _blanks(response)
        case ClaimForm():
            return _pairs(response)


def _number(part: NumberField) -> ItemForm:
    name = part_id(part.id)
    return ItemForm(
        "number",
        (FormField("number", name, part.text),),
        tuple((Condition("is", name, str(value)),) for value in part.right),
        number_feedback(part, name),
    )


def _blanks(numbers: NumberEntry) -> ItemForm:
    """A blank takes any number that is in one of the right answers."""
    blanks = {f"units{place}": part for place, part in enumerate(numbers.parts, 1)}
    fields = tuple(
        FormField("one", f"response_{name}", name, _accepted(part)) for name, part in blanks.items()
    )
    return ItemForm(
        "blanks",
        fields,
        tuple(
            tuple(Condition("is", field.name, value) for value, _ in field.choices)
            for field in fields
        ),
        always(entry for part in numbers.parts for entry in number_feedback(part, "")),
        tuple(f"{part.text}: [{name}]" for name, part in blanks.items()),
    )


def _accepted(part: NumberField) -> tuple[tuple[str, str], ...]:
    return tuple((choice_id(f"{part.id}-{value}"), str(value)) for value in part.right)


def _pairs(claim: ClaimForm) -> ItemForm:
    pairs = matching(claim)
    answers = {text: choice_id(f"line-{place}") for place, text in enumerate(pairs.answers, 1)}
    offered = tuple((name, text) for text, name in answers.items())
    fields = {f"response_code{place}": pair for place, pair in enumerate(pairs.pairs, 1)}
    return ItemForm(
        "pairs",
        tuple(FormField("one", name, pair.text, offered) for name, pair in fields.items()),
        tuple((Condition("is", name, answers[pair.right]),) for name, pair in fields.items()),
        always(choice_feedback(claim.codes, missed=False)),
        ("Match each code with its line on the claim.",),
    )


def always(feedback: Iterable[ConditionalFeedback]) -> tuple[ConditionalFeedback, ...]:
    """The feedback whatever the answer, for programs that show none of a blank or a pair."""
    return tuple(replace(entry, when=ALWAYS) for entry in feedback)
