"""An Anki deck by genanki.

A note for each question, known by the question's id, so that a second import updates and doubles
nothing.
"""

from collections.abc import Iterable
from functools import partial

import genanki  # type: ignore[import-untyped]  # it has no types

from generator.exports.anki_package import (
    STYLE,
    DatedNote,
    NotesDeck,
    literal,
    moment,
    package,
    stable_id,
)
from generator.exports.limitations import as_entries, as_list, collect_of_cards
from generator.exports.plan import Plan
from generator.exports.portable_question import (
    ClaimForm,
    ExportChoice,
    ExportQuestion,
    NumberEntry,
    NumberField,
    Questions,
    SingleChoice,
    choices_of,
)
from generator.exports.question_text import explanation, inline, paragraphs, sources_html, stem_html

MODEL, DECK = "rightcode question 1", "rightcode deck"
FIELDS = ("Id", "Title", "Scenario", "Options", "Answer", "Reasons", "Sources")
FRONT = '<div class="title">{{Title}}</div>{{Scenario}}{{Options}}'
BACK = (
    '{{FrontSide}}<hr id="answer">{{Answer}}<div class="reasons">{{Reasons}}</div><div'
    ' class="sources">{{Sources}}</div><div class="id">{{Id}}</div>'
)


def export(questions: Questions, plan: Plan) -> dict[str, bytes]:
    """`ID.apkg`."""
    model = _model()
    decks: dict[str, NotesDeck] = {}
    for question in questions:
        deck = decks.setdefault(question.category, NotesDeck(*_deck(question, plan)))
        deck.add_note(_note(model, question, plan))
    return {f"{plan.id}.apkg": package(list(decks.values()), plan.as_of)}


limitations = partial(
    collect_of_cards,
    rules=(
        as_list,
        as_entries,
    ),
)


def _model() -> genanki.Model:
    return genanki.Model(
        stable_id(MODEL),
        "RightCode question",
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "Question", "qfmt": FRONT, "afmt": BACK}],
        css=STYLE,
        sort_field_index=1,
    )


def _deck(question: ExportQuestion, plan: Plan) -> tuple[int, str]:
    """A deck for each category below one for the plan.

    Two colons in a title would open a deck of their own.
    """
    name = "::".join(
        part.replace("::", ":")
        for part in dict.fromkeys(("RightCode", plan.title, question.category))
    )
    return stable_id(f"{DECK} {plan.id} {question.quiz}"), name


def _note(model: genanki.Model, question: ExportQuestion, plan: Plan) -> genanki.Note:
    fields = (
        inline(question.id),
        inline(question.title),
        stem_html(question),
        _options(question),
        _answer(question),
        paragraphs(explanation(question)),
        sources_html(question.sources),
    )
    note = DatedNote(
        model=model,
        fields=[*map(literal, fields)],
        guid=genanki.guid_for("rightcode", question.id),
        tags=list(question.tags),
    )
    note.changed = max(moment(plan.as_of), plan.written) + question.version
    return note


def _options(question: ExportQuestion) -> str:
    response = question.response
    if isinstance(response, NumberEntry):
        return _list(f"{inline(part.text)}: how many?" for part in response.parts)
    options = _list(inline(choice.text) for choice in choices_of(response))
    if isinstance(response, ClaimForm):
        offered = inline(", ".join(response.modifiers))
        return f"{options}<p>Modifiers: {offered}</p>" if offered else options
    several = "" if isinstance(response, SingleChoice) else "<p>Choose all that apply.</p>"
    return several + options


def _answer(question: ExportQuestion) -> str:
    response = question.response
    parts = response.parts if isinstance(response, NumberEntry) else ()
    lines = [entry for part in parts for entry in _numbers(part)]
    lines += map(_choice, choices_of(response))
    return f'<p class="right">Right: {inline(question.solution)}</p>{_list(lines)}'


def _choice(choice: ExportChoice) -> str:
    verdict = (
        "counts neither way" if choice.free else "right answer" if choice.right else "wrong answer"
    )
    return (
        f'<span class="{"right" if choice.right else "other"}">{inline(choice.text)}</span>'
        f" ({verdict}): {inline(choice.feedback)}"
    )


def _numbers(part: NumberField) -> list[str]:
    right = " or ".join(map(str, part.right))
    wrong = [
        f"{inline(part.id)} × {entry.value} (wrong answer): {inline(entry.feedback)}"
        for entry in part.wrong
    ]
    return [
        f'<span class="right">{inline(part.text)} × {right}</span>: {inline(part.feedback)}',
        *wrong,
    ]


def _list(entries: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{entry}</li>' for entry in entries)}</ul>"
