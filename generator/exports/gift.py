"""GIFT, Moodle's plain text (https://docs.moodle.org/en/GIFT_format).

Ids and tags are in the comment before each question.
"""

from collections.abc import Sequence
from functools import partial
from typing import assert_never

from generator.exports.limitations import (
    as_list,
    as_matching,
    claim_feedback,
    collect,
    mixed_answers,
    ties,
)
from generator.exports.matching import matching
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
    text = combine(map(gift_piece, questions), between="\n\n", end="\n")
    return {f"{plan.id}-gift.txt": text.encode()}


def _split(question: ExportQuestion) -> str | None:
    if not isinstance(question.response, NumberEntry) or len(question.response.parts) == 1:
        return None
    return (
        f"asked as {len(question.response.parts)} questions, one for each code, since GIFT has"
        " one number to a question"
    )


def _arrows(question: ExportQuestion) -> str | None:
    claim = question.response
    if isinstance(claim, ClaimForm) and any("->" in choice.text for choice in claim.codes):
        return "an arrow of two signs beside a code is shown as one, since it parts pairs here"
    return None


limitations = partial(
    collect,
    rules=(ties, as_matching, as_list, mixed_answers, _split, claim_feedback, _arrows),
)


def gift_piece(question: ExportQuestion) -> TextPiece:
    """The question below its category; several numbers are several questions."""
    section = f"$CATEGORY: $course$/top/RightCode/{_one_line(question.category).replace('/', '//')}"
    stem, response = stem_html(question), question.response
    match response:
        case NumberEntry(parts=parts) if len(parts) > 1:
            blocks = (_part_block(question, part) for part in parts)
            return TextPiece(section, "\n\n".join(blocks))
        case NumberEntry(parts=parts):
            answers = _numerical(parts[0])
        case ClaimForm():
            answers = _pairs(response)
        case ChoiceResponse():
            answers = _choices(response.choices, isinstance(response, SingleChoice))
        case _:
            assert_never(response)
    before, after = _around(question, question.id, stem)
    return TextPiece(section, before, answers, after)


def _part_block(question: ExportQuestion, part: NumberField) -> str:
    stem = f"{stem_html(question)}<p>{inline(part.text)}</p>"
    before, after = _around(question, f"{question.id}-{part.id}", stem)
    return "".join((before, *_numerical(part), after))


def _around(question: ExportQuestion, name: str, stem: str) -> tuple[str, str]:
    tags = "".join(f" [tag:{tag}]" for tag in question.tags)
    title = _escaped(_one_line(f"{question.title} ({name})"))
    numeric = "#" if isinstance(question.response, NumberEntry) else ""
    return (
        f"// [id:{name}]{tags}\n::{title}::[html]{_escaped(stem)}{{{numeric}\n",
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


def _pairs(claim: ClaimForm) -> tuple[str, ...]:
    pairs = matching(claim)
    right = (f"  ={_side(pair.text)} -> {_side(pair.right)}\n" for pair in pairs.pairs)
    return (*right, *(f"  = -> {_side(wrong)}\n" for wrong in pairs.wrong))


def _side(text: str) -> str:
    """One side of a pair: the arrow between them has no escape, so a text's own becomes a sign."""
    return _escaped(inline(text.replace("->", "→")))


def _escaped(text: str) -> str:
    return xml_text(text).translate(SPECIAL)


def _one_line(text: str) -> str:
    return " ".join(xml_text(text).split())
