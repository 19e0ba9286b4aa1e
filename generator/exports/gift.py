"""GIFT, Moodle's plain text (https://docs.moodle.org/en/GIFT_format).

Ids and tags are in the comment before each question.
"""

from collections.abc import Sequence
from functools import partial
from typing import assert_never

from generator.exports.limitations import (
    as_entries,
    as_list,
    as_matching,
    claim_feedback,
    collect,
    first_alone,
    mixed_answers,
    numbers_as_pairs,
)
from generator.exports.matching import Matching, matching, number_pairs
from generator.exports.moodle import fraction, percent
from generator.exports.plan import Plan
from generator.exports.portable_question import (
    ChoiceResponse,
    ClaimForm,
    ExportChoice,
    ExportQuestion,
    NumberEntry,
    NumberField,
    Questions,
    SingleChoice,
)
from generator.exports.question_text import general_feedback_html, inline, stem_html, xml_text
from generator.exports.text_pieces import TextPiece, combine

SPECIAL = {ord(sign): f"\\{sign}" for sign in "~=#{}:"} | {
    ord("\n"): "\\n",
    ord("\r"): " ",
    ord("\\"): "\\\\",
}


def export(questions: Questions, plan: Plan) -> dict[str, bytes]:
    """`ID-gift.txt`."""
    pieces = (gift_piece(question, plan.category_of(question)) for question in questions)
    text = combine(pieces, between="\n\n", end="\n")
    return {f"{plan.id}-gift.txt": text.encode()}


def _arrows(question: ExportQuestion) -> str | None:
    claim = question.response
    if isinstance(claim, ClaimForm) and any("->" in choice.text for choice in claim.codes):
        return "an arrow of two signs beside a code is shown as one, since it parts pairs here"
    return None


limitations = partial(
    collect,
    rules=(
        first_alone,
        as_matching,
        as_list,
        as_entries,
        mixed_answers,
        numbers_as_pairs,
        claim_feedback,
        _arrows,
    ),
)


def gift_piece(question: ExportQuestion, category: str | None = None) -> TextPiece:
    """The question below its category, or another."""
    inner = _one_line(category or question.category).replace("/", "//")
    section = f"$CATEGORY: $course$/top/RightCode/{inner}"
    stem, response = stem_html(question), question.response
    match response:
        case NumberEntry(parts=(part,)):
            answers = _numerical(part)
        case NumberEntry():
            answers = _pairs(number_pairs(response))
        case ClaimForm():
            answers = _pairs(matching(response))
        case ChoiceResponse():
            answers = _choices(response.choices, isinstance(response, SingleChoice))
        case _:
            assert_never(response)
    before, after = _around(question, stem)
    return TextPiece(section, before, answers, after)


def _around(question: ExportQuestion, stem: str) -> tuple[str, str]:
    tags = "".join(f" [tag:{tag}]" for tag in question.tags)
    title = _escaped(_one_line(question.title))
    one_number = isinstance(question.response, NumberEntry) and len(question.response.parts) == 1
    numeric = "#" if one_number else ""
    return (
        f"// [id:{question.id}]{tags}\n::{title}::[html]{_escaped(stem)}{{{numeric}\n",
        f"  ####{_escaped(general_feedback_html(question))}\n}}",
    )


def _choices(choices: Sequence[ExportChoice], single: bool) -> tuple[str, ...]:
    return tuple(
        _line(_weight(choice, choices, single) + _escaped(inline(choice.text)), choice.feedback)
        for choice in choices
    )


def _weight(choice: ExportChoice, choices: Sequence[ExportChoice], single: bool) -> str:
    if single:
        return "=" if choice.right else "~"
    return f"~%{percent(fraction(choice, choices, single))}%"


def _numerical(part: NumberField) -> tuple[str, ...]:
    right = (_line(f"={value}:0", part.feedback) for value in part.right)
    wrong = (_line(f"=%0%{entry.value}:0", entry.feedback) for entry in part.wrong)
    return (*right, *wrong)


def _line(answer: str, feedback: str) -> str:
    return f"  {answer}#{_escaped(inline(feedback))}\n"


def _pairs(pairs: Matching) -> tuple[str, ...]:
    right = (f"  ={_side(pair.text)} -> {_side(pair.right)}\n" for pair in pairs.pairs)
    return (*right, *(f"  = -> {_side(wrong)}\n" for wrong in pairs.wrong))


def _side(text: str) -> str:
    """One side of a pair: the arrow between them has no escape, so a text's own becomes a sign."""
    return _escaped(inline(text.replace("->", "→")))


def _escaped(text: str) -> str:
    return xml_text(text).translate(SPECIAL)


def _one_line(text: str) -> str:
    return " ".join(xml_text(text).split())
