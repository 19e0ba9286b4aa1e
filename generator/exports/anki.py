"""An Anki deck by genanki.

A note for each question, known by the question's id, so that a second import updates and doubles
nothing.
"""

import hashlib
import io
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time
from functools import partial
from sqlite3 import Cursor

import genanki  # type: ignore[import-untyped]  # it has no types

from generator.exports.archives import archive, unpacked
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

Ids = Iterator[int]
MODEL, DECK = "rightcode question 1", "rightcode deck"
FIELDS = ("Id", "Title", "Scenario", "Options", "Answer", "Reasons", "Sources")
FRONT = '<div class="title">{{Title}}</div>{{Scenario}}{{Options}}'
BACK = (
    '{{FrontSide}}<hr id="answer">{{Answer}}<div class="reasons">{{Reasons}}</div><div'
    ' class="sources">{{Sources}}</div><div class="id">{{Id}}</div>'
)
STYLE = """.card { font-family: sans-serif; font-size: 18px; text-align: left; line-height: 1.4; \
max-width: 42em; margin: auto; }
.title { font-weight: bold; } \
blockquote { border-left: 3px solid #999; margin: .6em 0; padding-left: .8em; }
table { border-collapse: collapse; } \
th, td { border: 1px solid #999; padding: .2em .6em; text-align: left; }
.right { font-weight: bold; } .sources, .id { font-size: 14px; opacity: .8; }
"""


class _Note(genanki.Note):  # type: ignore[misc]  # untyped base
    """A note whose time of change is that of the export, or the day of its facts and its version.

    Anki updates what is newer, so that a corrected wording arrives in the next deck.
    """

    changed: float

    def write_to_db(self, cursor: Cursor, timestamp: float, deck_id: int, id_gen: Ids) -> None:
        super().write_to_db(cursor, self.changed, deck_id, id_gen)


class _Deck(genanki.Deck):  # type: ignore[misc]  # untyped base
    def write_to_db(self, cursor: Cursor, timestamp: float, id_gen: Ids) -> None:
        """Its notes alone."""
        for note in self.notes:
            note.write_to_db(cursor, timestamp, self.deck_id, id_gen)


class _Package(genanki.Package):  # type: ignore[misc]  # untyped base
    """All decks are registered at once.

    Genanki reads and writes the whole list of them again for each, which grows with its square.
    """

    def write_to_db(self, cursor: Cursor, timestamp: float, id_gen: Ids) -> None:
        super().write_to_db(cursor, timestamp, id_gen)
        decks = {str(deck.deck_id): deck.to_json() for deck in self.decks}
        models = {
            note.model.model_id: note.model.to_json(timestamp, deck.deck_id)
            for deck in self.decks
            for note in deck.notes[:1]
        }
        for column, added in (("decks", decks), ("models", models)):
            (known,) = cursor.execute(f"SELECT {column} FROM col").fetchone()
            cursor.execute(
                f"UPDATE col SET {column} = ?", (json.dumps({**json.loads(known), **added}),)
            )


def export(questions: Questions, plan: Plan) -> dict[str, bytes]:
    """`ID.apkg`."""
    model = _model()
    decks: dict[str, _Deck] = {}
    for question in questions:
        deck = decks.setdefault(question.category, _Deck(*_deck(question, plan)))
        deck.add_note(_note(model, question, plan))
    out = io.BytesIO()
    _Package(list(decks.values())).write_to_file(out, timestamp=_moment(plan))
    return {f"{plan.id}.apkg": archive(unpacked(out.getvalue()), plan.as_of)}


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


def stable_id(name: str) -> int:
    """A number below 2³¹ that the name alone gives, as genanki asks for models and decks."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4]) % (1 << 30) + (1 << 30)


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
    note = _Note(
        model=model,
        fields=[*map(_literal, fields)],
        guid=genanki.guid_for("rightcode", question.id),
        tags=list(question.tags),
    )
    note.changed = max(_moment(plan), plan.written) + question.version
    return note


def _literal(html: str) -> str:
    """Square brackets open sounds and formulas in Anki; as entities they are brackets."""
    return html.replace("[", "&#91;").replace("]", "&#93;")


def _moment(plan: Plan) -> float:
    return datetime.combine(plan.as_of, time(), UTC).timestamp()


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
