"""One question as an assessment item in the names of QTI 2.1."""

from collections.abc import Iterable, Iterator

from generator.exports.plain_text import explanation, source_text
from generator.exports.portable_question import (
    ClaimTable,
    ExportQuestion,
    ExportSource,
    WordMarks,
)
from generator.exports.qti.identifiers import (
    FEEDBACK,
    RESPONSE,
    SCORE,
    SOLUTION,
    choice_id,
    item_id,
)
from generator.exports.qti.item_form import FormField, ItemForm, form_of
from generator.exports.qti.response_processing import processing
from generator.exports.xml_builder import Element, XmlBuilder
from generator.pages.labels import day

make = XmlBuilder()


def item(question: ExportQuestion, *, shuffled: bool) -> Element:
    """The item; its label tells later answers from earlier ones by version and digest."""
    form = form_of(question)
    return make.assessmentItem(
        *(_response(field, form) for field in form.fields),
        outcome(SCORE, "float", "0"),
        outcome("MAXSCORE", "float", "1"),
        outcome(FEEDBACK, "identifier"),
        make.itemBody(
            *_scenario(question),
            *_interactions(question, form, shuffled and not question.fixed_order),
        ),
        processing(question.response, form),
        *_feedback(question, form),
        identifier=item_id(question.id),
        title=question.title,
        label=f"version {question.version}, facts {question.digest}",
        adaptive="false",
        timeDependent="false",
        **{"xml:lang": "en"},
    )


def outcome(name: str, kind: str, default: str | None = None) -> Element:
    """The declaration of an outcome; several identifiers, or one of another kind."""
    value = make.defaultValue(make.value(default)) if default else None
    cardinality = "multiple" if kind == "identifier" else "single"
    return make.outcomeDeclaration(value, identifier=name, cardinality=cardinality, baseType=kind)


def _response(field: FormField, form: ItemForm) -> Element:
    """A field with the first right answer."""
    right = [
        make.value("0" if test.operator == "below" else test.value)
        for test in form.right_answers[0]
        if test.name == field.name and test.operator != "not"
    ]
    return make.responseDeclaration(
        make.correctResponse(*right) if right else None,
        identifier=field.name,
        cardinality="multiple" if field.kind == "many" else "single",
        baseType="integer" if field.kind == "number" else "identifier",
    )


def _scenario(question: ExportQuestion) -> Iterator[Element]:
    facts = {
        "Payer": question.payer,
        "Date of service": day(question.date),
        "Level": f"{question.difficulty} of 3",
    }
    yield make.div(*(_lead(f"{name}:", value) for name, value in facts.items()), class_="facts")
    if question.note:
        yield make.blockquote(*map(make.p, question.note), class_="note")
    if question.statement:
        yield make.blockquote(make.p(question.statement), class_="statement")
    if question.table:
        yield _table(question.table)
    if question.turn:
        yield make.p(question.turn, class_="turn")


def _lead(lead: str, text: str) -> Element:
    return make.p(make.strong(lead), f" {text}")


def _table(table: ClaimTable) -> Element:
    rows = (make.tr(*map(make.td, row)) for row in table.rows)
    return make.table(
        make.caption(table.caption),
        make.thead(make.tr(*map(make.th, table.head))),
        make.tbody(*rows),
    )


def _interactions(question: ExportQuestion, form: ItemForm, shuffled: bool) -> Iterator[Element]:
    asks = make.p(question.asks, class_="asks")
    if isinstance(question.response, WordMarks):
        yield asks
        yield _marks(question.response)
        return
    if form.kind in ("one", "many"):
        yield _choice(form.fields[0], question.asks, shuffled)
        return
    yield asks
    if form.instructions:
        yield make.p(form.instructions)
    for field in form.fields:
        yield (
            _choice(field, field.label, False)
            if field.choices
            else make.p(
                f"{field.label}: ",
                make.textEntryInteraction(responseIdentifier=field.name, expectedLength=2),
            )
        )


def _choice(field: FormField, asks: str, shuffled: bool) -> Element:
    return make.choiceInteraction(
        make.prompt(asks),
        *(make.simpleChoice(text, identifier=name) for name, text in field.choices),
        responseIdentifier=field.name,
        shuffle=str(shuffled).lower(),
        maxChoices=int(field.kind == "one"),
    )


def _marks(marks: WordMarks) -> Element:
    """What is asked is before it: not every player shows the prompt of words to mark."""
    paragraphs = (
        make.p(
            *(
                make.hottext(piece.text, identifier=choice_id(piece.choice))
                if piece.choice
                else piece.text
                for piece in pieces
            )
        )
        for pieces in marks.paragraphs
    )
    return make.hottextInteraction(*paragraphs, responseIdentifier=RESPONSE, maxChoices=0)


def _feedback(question: ExportQuestion, form: ItemForm) -> Iterator[Element]:
    texts = {word.name: _lead(word.lead, word.text) for word in form.feedback}
    for name, paragraph in texts.items():
        yield _modal(name, [paragraph])
    yield _modal(SOLUTION, _solution(question))


def _modal(name: str, paragraphs: Iterable[Element]) -> Element:
    return make.modalFeedback(
        *paragraphs, outcomeIdentifier=FEEDBACK, identifier=name, showHide="show"
    )


def _solution(question: ExportQuestion) -> Iterator[Element]:
    """The answer, its reasons and sources."""
    yield _lead("Right:", question.solution)
    yield from map(make.p, explanation(question))
    yield from (make.p("Source: ", _source(source)) for source in question.sources)


def _source(source: ExportSource) -> Element | str:
    """Only addresses of the web become links."""
    text = source_text(source)
    return make.a(text, href=source.address) if source.address.startswith("https://") else text
