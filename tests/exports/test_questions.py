"""The neutral form holds all that the site shows of a question."""

import json

import pytest

from generator.exports.portable_question import (
    ClaimForm,
    ExportQuestion,
    FormEntries,
    MultipleChoice,
    NumberEntry,
    NumberField,
    SingleChoice,
    WordMarks,
    choices_of,
)
from generator.facts.corpus import Corpus
from generator.questions.key_digest import item_digest
from generator.questions.keys import derive_key
from generator.questions.kinds.registry import KINDS
from tests.conftest import ROOT

SHAPES = {
    "choose-code": SingleChoice,
    "judge-claim": SingleChoice,
    "choose-all": MultipleChoice,
    "what-is-missing": MultipleChoice,
    "spot-the-error": MultipleChoice,
    "other-payer": MultipleChoice,
    "other-date": MultipleChoice,
    "units": NumberEntry,
    "claim": ClaimForm,
    "claim-form": FormEntries,
    "mark-words": WordMarks,
}


def test_every_item_becomes_a_question_with_its_own_name_and_digest(
    corpus: Corpus, asked: tuple[ExportQuestion, ...]
) -> None:
    assert [question.id for question in asked] == list(corpus.items)
    assert [question.digest for question in asked] == [
        item_digest(corpus, item) for item in corpus.items.values()
    ]


def test_every_kind_has_a_response(asked: tuple[ExportQuestion, ...]) -> None:
    assert {question.kind for question in asked} == set(KINDS) == set(SHAPES)
    assert [
        question.id
        for question in asked
        if not isinstance(question.response, SHAPES[question.kind])
    ] == []


def test_the_key_of_choices_is_the_derived_one(
    corpus: Corpus, asked: tuple[ExportQuestion, ...]
) -> None:
    for question in asked:
        key = derive_key(corpus, corpus.items[question.id])
        match question.response:
            case NumberEntry(parts, right_answers):
                written = {
                    f"{part.id}.{units}"
                    for way in right_answers
                    for part, units in zip(parts, way, strict=True)
                }
                assert written == key.right, question.id
            case ClaimForm(right_answers=right_answers):
                written = {
                    ".".join((line.code, str(line.units), *line.modifiers))
                    for way in right_answers
                    for line in way
                }
                assert written == key.right - {"nothing"}, question.id
            case response:
                assert {
                    choice.id for choice in choices_of(response) if choice.right
                } == key.right, question.id
                free = set() if isinstance(response, FormEntries) else key.free - key.right
                assert {choice.id for choice in choices_of(response) if choice.free} == free, (
                    question.id
                )


def test_every_question_says_what_is_asked_why_and_who_says_so(
    asked: tuple[ExportQuestion, ...],
) -> None:
    for question in asked:
        assert (
            question.asks
            and question.reason
            and question.solution
            and question.because
            and question.sources
        ), question.id
        assert question.note or question.statement or isinstance(question.response, WordMarks), (
            question.id
        )
        assert all(choice.text and choice.feedback for choice in choices_of(question.response)), (
            question.id
        )


def test_texts_are_plain(asked: tuple[ExportQuestion, ...]) -> None:
    for question in asked:
        texts = (
            *question.note,
            question.asks,
            question.reason,
            *(choice.text for choice in choices_of(question.response)),
        )
        assert not [text for text in texts if "[[" in text or "\n" in text or "<" in text], (
            question.id
        )


def test_marked_words_stand_in_their_note(asked: tuple[ExportQuestion, ...]) -> None:
    for question in asked:
        if isinstance(question.response, WordMarks):
            pieces = [piece for paragraph in question.response.paragraphs for piece in paragraph]
            marked = {piece.choice: piece.text for piece in pieces if piece.choice}
            assert marked == {
                choice.id: " ".join(choice.text.split()) for choice in question.response.choices
            }
            assert "".join(piece.text for piece in pieces).count("[[") == 0


def test_a_tie_keeps_all_its_ways(odd: tuple[ExportQuestion, ...]) -> None:
    tie = next(question for question in odd if question.id == "kinds-tie").response
    assert set(tie.right_answers) == {(2, 1), (1, 2)}
    assert tie.parts[0].right in ((2, 1), (1, 2))


def test_a_wrong_number_keeps_its_feedback(odd: tuple[ExportQuestion, ...]) -> None:
    presses: NumberField = next(
        question for question in odd if question.id == "kinds-units"
    ).response.parts[0]
    assert [(wrong.value, wrong.feedback) for wrong in presses.wrong] == [
        (3, "The whole session was counted into one code.")
    ]


def test_nothing_on_the_claim_is_a_way_without_lines(odd: tuple[ExportQuestion, ...]) -> None:
    assert next(
        question for question in odd if question.id == "kinds-nothing"
    ).response.right_answers == ((),)


def test_a_changed_claim_shows_the_first_one_and_the_turn(
    asked: tuple[ExportQuestion, ...],
) -> None:
    for question in asked:
        if question.kind in ("other-payer", "other-date"):
            assert question.table.rows and question.turn.startswith("Change: "), question.id
        if question.kind == "spot-the-error":
            assert len(
                [choice for choice in question.response.choices if choice.id.endswith(".code")]
            ) == len(question.table.rows)


def test_tags_have_no_blanks(asked: tuple[ExportQuestion, ...]) -> None:
    assert not [tag for question in asked for tag in question.tags if " " in tag or "," in tag]


@pytest.mark.parametrize("name", ["portable_question", "question_conversion"])
def test_the_neutral_form_knows_no_format(name: str) -> None:
    text = (ROOT / "generator" / "exports" / f"{name}.py").read_text(encoding="utf-8")
    assert not [word for word in ("html", "xml", "json") if f"import {word}" in text]


def test_a_question_is_made_of_plain_values(odd: tuple[ExportQuestion, ...]) -> None:
    assert json.dumps(
        [question.__dict__ for question in odd],
        default=lambda value: getattr(value, "__dict__", str(value)),
    )
