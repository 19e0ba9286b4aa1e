"""GIFT, Moodle's plain text (https://docs.moodle.org/en/GIFT_format).

Ids and tags stand in the comment before each question.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.exports import common_limitations
from generator.exports.limitations import Limitation
from generator.exports.markup import explanation_html, inline, paragraphs, stem_html, xml_text
from generator.exports.matching import matching
from generator.exports.moodle import by_category, fraction
from generator.exports.plan import Plan
from generator.exports.portable_question import (
    ClaimForm,
    ExportChoice,
    ExportQuestion,
    NumberEntry,
    NumberField,
    SingleChoice,
)

SPECIAL = {ord(sign): f"\\{sign}" for sign in "~=#{}:"} | {
    ord("\n"): "\\n",
    ord("\r"): " ",
    ord("\\"): "\\\\",
}


def export(questions: Sequence[ExportQuestion], plan: Plan) -> dict[str, bytes]:
    blocks = []
    for category, group in groupby(by_category(questions), key=lambda question: question.category):
        blocks.append(f"$CATEGORY: $course$/top/RightCode/{_one_line(category).replace('/', '//')}")
        blocks += [block for question in group for block in _blocks(question)]
    return {f"{plan.id}-gift.txt": ("\n\n".join(blocks) + "\n").encode()}


def limitations(questions: Sequence[ExportQuestion], plan: Plan) -> tuple[Limitation, ...]:
    parts = (
        common_limitations.ties,
        common_limitations.as_matching,
        common_limitations.as_list,
        _split,
        _claim_feedback,
    )
    return (
        *common_limitations.terms(plan),
        *(loss for question in questions for part in parts for loss in part(question)),
    )


def _split(question: ExportQuestion) -> Iterator[Limitation]:
    if isinstance(question.response, NumberEntry) and len(question.response.parts) > 1:
        yield Limitation(
            question.id,
            f"asked as {len(question.response.parts)} questions, one for each code, since GIFT has"
            " one number to a question",
        )


def _claim_feedback(question: ExportQuestion) -> Iterator[Limitation]:
    if isinstance(question.response, ClaimForm):
        yield Limitation(
            question.id,
            "feedback on each code stands in the general feedback, since pairs have none of"
            " their own",
        )
        if any("->" in choice.text for choice in question.response.codes):
            yield Limitation(
                question.id,
                "an arrow of two signs beside a code is shown as one, since it parts pairs here",
            )


def _blocks(question: ExportQuestion) -> Iterator[str]:
    match question.response:
        case NumberEntry(parts=(part,)):
            yield _block(question, question.id, stem_html(question), _numerical(part))
        case NumberEntry(parts=parts):
            for part in parts:
                stem = f"{stem_html(question)}<p>{inline(part.text)}</p>"
                yield _block(question, f"{question.id}-{part.id}", stem, _numerical(part))
        case ClaimForm():
            yield _block(question, question.id, stem_html(question), _pairs(question.response))
        case response:
            yield _block(
                question,
                question.id,
                stem_html(question),
                _choices(response.choices, isinstance(response, SingleChoice)),
            )


def _block(question: ExportQuestion, name: str, stem: str, answers: Sequence[str]) -> str:
    tags = "".join(f" [tag:{tag}]" for tag in question.tags)
    own = (
        [f"{choice.text}: {choice.feedback}" for choice in question.response.codes]
        if isinstance(question.response, ClaimForm)
        else []
    )
    general = f"{paragraphs([f'Right: {question.solution}.', *own])}{explanation_html(question)}"
    numeric = "#" if isinstance(question.response, NumberEntry) else ""
    lines = "".join(f"  {answer}\n" for answer in answers)
    return (
        f"// [id:{name}]{tags}\n::{_escaped(_one_line(f'{question.title} ({name})'))}::[html]{_escaped(stem)}{{{numeric}\n{lines}"
        f"  ####{_escaped(general)}\n}}"
    )


def _choices(choices: Sequence[ExportChoice], single: bool) -> tuple[str, ...]:
    return tuple(
        f"{_weight(choice, choices, single)}{_escaped(inline(choice.text))}#{_escaped(inline(choice.feedback))}"
        for choice in choices
    )


def _weight(choice: ExportChoice, choices: Sequence[ExportChoice], single: bool) -> str:
    if single:
        return "=" if choice.right else "~"
    return f"~%{fraction(choice, choices, single):.5f}".rstrip("0").rstrip(".") + "%"


def _numerical(part: NumberField) -> tuple[str, ...]:
    right = (f"={value}:0#{_escaped(inline(part.feedback))}" for value in part.right)
    wrong = (f"=%0%{entry.value}:0#{_escaped(inline(entry.feedback))}" for entry in part.wrong)
    return (*right, *wrong)


def _pairs(claim: ClaimForm) -> tuple[str, ...]:
    pairs = matching(claim)
    right = (f"={_side(pair.text)} -> {_side(pair.right)}" for pair in pairs.pairs)
    return (*right, *(f"= -> {_side(wrong)}" for wrong in pairs.wrong))


def _side(text: str) -> str:
    """One side of a pair: the arrow between them has no escape, so a text's own becomes a sign."""
    return _escaped(inline(text.replace("->", "→")))


def _escaped(text: str) -> str:
    return xml_text(text).translate(SPECIAL)


def _one_line(text: str) -> str:
    return " ".join(xml_text(text).split())
