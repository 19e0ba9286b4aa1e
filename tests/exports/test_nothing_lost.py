"""The contract of a format: what of a question is not in its files, its report names as lost."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from generator.exports.format_registry import FORMATS, Format
from generator.exports.limitations import Limitation
from generator.exports.plan import Plan
from generator.exports.player_assets import render_player_assets
from generator.exports.portable_question import (
    ChoiceResponse,
    ClaimForm,
    ExportChoice,
    ExportQuestion,
    NumberEntry,
    Questions,
    Response,
    choices_of,
)
from generator.exports.question_text import explanation
from generator.facts.corpus import Corpus
from generator.questions.kinds.registry import KINDS
from tests.exports import expected
from tests.exports.reading_words import words, written_words

PLAYED = {name for name, form in FORMATS.items() if form.needs_player}
"""The site's own player has the site's keys; `tests/exports/test_lms_packages.py` tests it."""


@pytest.fixture(scope="module")
def each(asked: tuple[ExportQuestion, ...]) -> tuple[ExportQuestion, ...]:
    """A question of each kind."""
    found = tuple({question.kind: question for question in asked}.values())
    assert len(found) == len(KINDS)
    return found


@pytest.fixture(scope="module")
def plan(corpus: Corpus, each: tuple[ExportQuestion, ...]) -> Plan:
    items = tuple(corpus.items[question.id] for question in each)
    player = render_player_assets(corpus, items, {"assets/player.js": b"play()"})
    return Plan("bank", "The bank", date(2026, 11, 21), player_assets=player)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_format_carries_every_text_or_names_what_is_lost(
    name: str, each: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    assert list(unnamed_losses(FORMATS[name], each, plan)) == []


@pytest.mark.parametrize("name", sorted(set(FORMATS) - PLAYED))
def test_another_key_makes_another_file(
    name: str, each: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    shapes = {type(question.response): question for question in each}.values()
    assert [question.kind for question in shapes if keyless(FORMATS[name], question, plan)] == []


def titles(questions: Questions, plan: Plan) -> dict[str, bytes]:
    return {f"{plan.id}.txt": "\n".join(question.title for question in questions).encode()}


def test_a_format_that_writes_only_titles_fails(
    each: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    handout = Format("Handout", titles, lambda _questions, _plan: ())
    losses = set(unnamed_losses(handout, each, plan))
    for question in each:
        assert {(question.id, "note"), (question.id, "prompt")} <= losses
        assert {(question.id, "options"), (question.id, "feedback")} & losses
        assert keyless(handout, question, plan)


def test_a_format_may_lose_what_it_names(each: tuple[ExportQuestion, ...], plan: Plan) -> None:
    lost = "the note, prompt, options, key, feedback and reasons are not in the handout"
    named = Format("Handout", titles, lambda asked, _: tuple(Limitation(q.id, lost) for q in asked))
    assert list(unnamed_losses(named, each, plan)) == []
    assert not any(keyless(named, question, plan) for question in each)


def unnamed_losses(form: Format, questions: Questions, plan: Plan) -> Iterator[tuple[str, str]]:
    """Question and part of which a text is missing, where no limitation names that part."""
    written = written_words(form.export(questions, plan))
    for question in questions:
        for part, texts in parts_of(question).items():
            missing = any(words(text) not in written for text in texts)
            if missing and not is_named(form, question, plan, part):
                yield question.id, part


def keyless(form: Format, question: ExportQuestion, plan: Plan) -> bool:
    """Whether the file is the same with another key, and no limitation names the key."""
    other = replace(question, solution="Another answer", response=with_other_key(question.response))
    same = form.export((question,), plan) == form.export((other,), plan)
    return same and not is_named(form, question, plan, "key")


def with_other_key(response: Response) -> Response:
    """What was wrong is right; each number, and each line of a claim, has a unit more."""
    match response:
        case NumberEntry(parts, right_answers):
            more = tuple(
                replace(part, right=tuple(number + 1 for number in part.right)) for part in parts
            )
            raised = tuple(tuple(number + 1 for number in answer) for answer in right_answers)
            return replace(response, parts=more, right_answers=raised)
        case ClaimForm(codes, right_answers=right):
            lines = tuple(
                tuple(replace(line, units=line.units + 1) for line in one) for one in right
            )
            return replace(response, codes=turned(codes), right_answers=lines)
        case ChoiceResponse(choices):
            return replace(response, choices=turned(choices))


def turned(choices: tuple[ExportChoice, ...]) -> tuple[ExportChoice, ...]:
    return tuple(replace(choice, right=not choice.right) for choice in choices)


def is_named(form: Format, question: ExportQuestion, plan: Plan, part: str) -> bool:
    return any(
        limit.item == question.id and part in limit.sentence
        for limit in form.limitations((question,), plan)
    )


def parts_of(question: ExportQuestion) -> dict[str, Iterable[str]]:
    """The texts of a question by the word that a limitation names them with."""
    response = question.response
    prompt = expected.squeezed(question.asks)
    options, feedback = (
        ([part.text for part in response.parts], [text for _, text in response.feedback])
        if isinstance(response, NumberEntry)
        else zip(*((choice.text, choice.feedback) for choice in choices_of(response)), strict=True)
    )
    return {
        "note": [text for text in expected.read_before(question) if text != prompt],
        "prompt": [prompt],
        "options": options,
        "feedback": feedback,
        "key": [question.solution] if isinstance(response, NumberEntry | ClaimForm) else [],
        "reasons": explanation(question),
    }
