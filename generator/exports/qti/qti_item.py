"""One question as an assessment item in the names of QTI 2.1.

A right answer scores 1 and any other 0.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.exports.portable_question import (
    ClaimForm,
    ClaimTable,
    ExportQuestion,
    ExportSource,
    NumberEntry,
    Response,
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
from generator.exports.qti.item_form import ALWAYS, Condition, FormField, ItemForm, form_of
from generator.exports.question_text import exhibit_sources, explanation, source_text
from generator.exports.xml_builder import Element, XmlBuilder
from generator.pages.labels import service_date

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
        _processing(question.response, form),
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
        "DOS": service_date(question.date),
        "Level": f"{question.difficulty} of 3",
    }
    yield make.div(*(_lead(f"{name}:", value) for name, value in facts.items()), class_="facts")
    if question.note:
        yield make.blockquote(*map(make.p, question.note), class_="note")
    for exhibit in question.exhibits:
        yield _table(exhibit)
        yield make.p(exhibit_sources(exhibit), class_="source")
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
    yield from map(make.p, form.instructions)
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
    yield _lead("Right:", question.solution)
    yield from map(make.p, explanation(question))
    yield from (make.p("Source: ", _source(source)) for source in question.sources)


def _source(source: ExportSource) -> Element | str:
    """Only addresses of the web become links."""
    text = source_text(source)
    return make.a(text, href=source.address) if source.address.startswith("https://") else text


def _processing(response: Response, form: ItemForm) -> Element:
    right = _joined("or", (_is_right(form, answer) for answer in form.right_answers))
    return make.responseProcessing(
        make.responseCondition(
            make.responseIf(right, _scored("1")), make.responseElse(_scored("0"))
        ),
        *_feedback_rules(response, form),
    )


def _scored(value: str) -> Element:
    return make.setOutcomeValue(make.baseValue(value, baseType="float"), identifier=SCORE)


def _is_right(form: ItemForm, answer: tuple[Condition, ...]) -> Element:
    kinds = {field.name: field for field in form.fields}
    fields = groupby(answer, lambda condition: condition.name)
    tests = [test for name, tests in fields for test in _tests(kinds[name], list(tests))]
    if all(condition.operator == "below" for condition in answer):
        tests.append(_answered(form))
    return _joined("and", tests)


def _answered(form: ItemForm) -> Element:
    """A claim with nothing on it is answered by a 0 at least, not by an empty form.

    Its modifiers are no answer: players take no choice of several for an empty list, not for null.
    """
    numbers = (field.name for field in form.fields if field.kind == "number")
    given = (make("not", make.isNull(_variable(name))) for name in numbers)
    return _joined("or", given)


def _tests(field: FormField, conditions: list[Condition]) -> Iterator[Element]:
    given = _variable(field.name)
    right = [_named(test.value) for test in conditions if test.operator == "is"]
    if field.kind == "one":
        yield make.match(given, *right)
    elif field.kind == "number":
        yield from (_equals(test) for test in conditions)
    elif field.name != RESPONSE:
        yield make.match(given, make.multiple(*right)) if right else make.isNull(given)
    elif len(conditions) == len(field.choices):
        yield make.match(given, make.correct(identifier=RESPONSE))
    else:
        yield from (make.member(value, _variable(RESPONSE)) for value in right)
        for test in conditions:
            if test.operator == "not":
                yield make("not", make.member(_named(test.value), _variable(RESPONSE)))


def _equals(test: Condition) -> Element:
    if test.operator == "below":
        zero = Condition("is", test.name, "0")
        return make("or", make.isNull(_variable(test.name)), _equals(zero))
    return make.match(_variable(test.name), make.baseValue(test.value, baseType="integer"))


def _feedback_rules(response: Response, form: ItemForm) -> Iterator[Element]:
    """The solution always; of choices those taken and right ones; of numbers each, and mistakes."""
    if isinstance(response, NumberEntry | ClaimForm):
        always = [_named(entry.name) for entry in form.feedback if entry.when == ALWAYS]
        yield _show(*always, _named(SOLUTION))
        for entry in form.feedback:
            if entry.when != ALWAYS:
                added = _show(_variable(FEEDBACK), _named(entry.name))
                yield make.responseCondition(make.responseIf(_equals(entry.when), added))
        return
    right = (
        _named(test.value)
        for answer in form.right_answers
        for test in answer
        if test.operator == "is"
    )
    yield _show(_variable(RESPONSE), *right, _named(SOLUTION))


def _show(*values: Element) -> Element:
    return make.setOutcomeValue(make.multiple(*values), identifier=FEEDBACK)


def _named(name: str) -> Element:
    return make.baseValue(name, baseType="identifier")


def _variable(name: str) -> Element:
    return make.variable(identifier=name)


def _joined(operator: str, found: Iterable[Element]) -> Element:
    first, *others = found
    return make(operator, first, *others) if others else first
