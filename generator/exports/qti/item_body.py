"""What a question shows: its facts, the note, and the interactions."""

from collections.abc import Iterator, Sequence

from generator.exports.portable_question import (
    ClaimForm,
    ClaimTable,
    ExportChoice,
    ExportQuestion,
    MultipleChoice,
    NumberEntry,
    SingleChoice,
    WordMarks,
)
from generator.exports.qti.claim_rows import rows_of
from generator.exports.qti.dialect import Dialect
from generator.exports.qti.identifiers import RESPONSE, choice_id, modifiers_id, part_id
from generator.exports.qti.rubric import facts
from generator.exports.xml_builder import Element


def body(make: Dialect, question: ExportQuestion, *, shuffled: bool) -> Element:
    """All that is shown."""
    return make(
        "itemBody",
        {},
        *_scenario(make, question),
        *_interactions(make, question, shuffled and not question.fixed_order),
    )


def _scenario(make: Dialect, question: ExportQuestion) -> Iterator[Element]:
    yield make(
        "div",
        {"class": "facts"},
        *(make.lead(f"{name}:", value) for name, value in facts(question)),
    )
    if question.note:
        yield make(
            "blockquote",
            {"class": "note"},
            *(make("p", {}, paragraph) for paragraph in question.note),
        )
    if question.statement:
        yield make("blockquote", {"class": "statement"}, make("p", {}, question.statement))
    if question.table:
        yield _table(make, question.table)
    if question.turn:
        yield make("p", {"class": "turn"}, question.turn)


def _table(make: Dialect, table: ClaimTable) -> Element:
    head = make("tr", {}, *(make("th", {}, cell) for cell in table.head))
    rows = (make("tr", {}, *(make("td", {}, cell) for cell in row)) for row in table.rows)
    return make(
        "table",
        {},
        make("caption", {}, table.caption),
        make("thead", {}, head),
        make("tbody", {}, *rows),
    )


def _interactions(make: Dialect, question: ExportQuestion, shuffled: bool) -> Iterator[Element]:
    match question.response:
        case SingleChoice(choices):
            yield _choice(make, RESPONSE, question.asks, choices, most=1, shuffled=shuffled)
        case MultipleChoice(choices):
            yield _choice(make, RESPONSE, question.asks, choices, most=0, shuffled=shuffled)
        case WordMarks():
            yield make("p", {"class": "asks"}, question.asks)
            yield _marks(make, question.response)
        case NumberEntry(parts):
            yield make("p", {"class": "asks"}, question.asks)
            for part in parts:
                yield make("p", {}, f"{part.text}: ", _number(make, part.id))
        case ClaimForm():
            yield from _claim(make, question.asks, question.response)


def _choice(
    make: Dialect,
    name: str,
    asks: str,
    choices: Sequence[ExportChoice],
    *,
    most: int,
    shuffled: bool,
) -> Element:
    offered = (
        make("simpleChoice", {"identifier": choice_id(choice.id)}, choice.text)
        for choice in choices
    )
    rules = {"responseIdentifier": name, "shuffle": str(shuffled).lower(), "maxChoices": most}
    return make("choiceInteraction", rules, make("prompt", {}, asks), *offered)


def _number(make: Dialect, name: str) -> Element:
    return make("textEntryInteraction", {"responseIdentifier": part_id(name), "expectedLength": 2})


def _marks(make: Dialect, marks: WordMarks) -> Element:
    """What is asked stands before it: not every player shows the prompt of words to mark."""
    paragraphs = []
    for pieces in marks.paragraphs:
        shown = (
            (
                make("hottext", {"identifier": choice_id(piece.choice)}, piece.text)
                if piece.choice
                else piece.text
            )
            for piece in pieces
        )
        paragraphs.append(make("p", {}, *shown))
    return make(
        "hottextInteraction", {"responseIdentifier": RESPONSE, "maxChoices": 0}, *paragraphs
    )


def _claim(make: Dialect, asks: str, claim: ClaimForm) -> Iterator[Element]:
    yield make("p", {"class": "asks"}, asks)
    yield make("p", {}, "Write the units of each code, and 0 where it does not go on the claim.")
    for row in rows_of(claim):
        yield make("p", {}, f"{row.text}: ", _number(make, row.name))
        if claim.modifiers:
            offered = tuple(
                ExportChoice(f"{row.name}-{name}", name, False, "") for name in claim.modifiers
            )
            yield _choice(
                make,
                modifiers_id(row.name),
                f"Modifiers of {row.text}",
                offered,
                most=0,
                shuffled=False,
            )
