"""One question as an item of QTI 1.2 (IMS QTI ASI 1.2.1, 2003), also for a Common Cartridge."""

from collections.abc import Iterable, Iterator, Mapping

from generator.exports.markup import explanation_html, inline, paragraphs, stem_html
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion
from generator.exports.qti.asi_form import (
    ALWAYS,
    Condition,
    ConditionalFeedback,
    FormField,
    ItemForm,
)
from generator.exports.qti.identifiers import GENERAL, SCORE, item_id
from generator.exports.xml_builder import XSI, Element, XmlBuilder

ASI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
make = XmlBuilder(ASI, {"xsi": XSI})
FULL = "100"


def item(
    question: ExportQuestion, shape: ItemForm, fields: Mapping[str, str], *, mixed: bool
) -> Element:
    """`fields` is what is said of the item itself; `mixed` asks for the choices in any order."""
    presented = [
        _material(
            stem_html(question) + paragraphs([shape.instructions] if shape.instructions else ())
        ),
        *(part for field in shape.fields for part in _field(field, mixed)),
    ]
    return make(
        "item",
        {"ident": item_id(question.id), "title": question.title},
        make("itemmetadata", {}, metadata(fields)),
        make("presentation", {}, *presented),
        _processing(shape),
        *_feedback(question, shape),
    )


def labeled_paragraph(lead: str, text: str) -> str:
    """A paragraph with a lead in bold."""
    return f"<p><strong>{inline(lead)}</strong> {inline(text)}</p>"


def metadata(fields: Mapping[str, str]) -> Element:
    """Fields by name."""
    return make(
        "qtimetadata",
        {},
        *(
            make(
                "qtimetadatafield", {}, make("fieldlabel", {}, name), make("fieldentry", {}, value)
            )
            for name, value in fields.items()
        ),
    )


def rubric(plan: Plan, attributes: Mapping[str, str]) -> Element | None:
    """The instructions before the first question."""
    instructions = paragraphs(
        " ".join(part.split()) for part in plan.instructions.split("\n\n") if part.strip()
    )
    return make("rubric", attributes, _material(instructions)) if instructions else None


def root(child: Element, schema: str) -> Element:
    """The document's outermost element."""
    return make("questestinterop", {"xsi:schemaLocation": f"{ASI} {schema}"}, child)


def _material(html: str) -> Element:
    return make("material", {}, make("mattext", {"texttype": "text/html"}, html))


def _plain(text: str) -> Element:
    return make("material", {}, make("mattext", {"texttype": "text/plain"}, text))


def _field(field: FormField, mixed: bool) -> Iterator[Element]:
    label = _plain(field.label) if field.label else None
    match field.kind:
        case "one" | "many":
            labels = (
                make("response_label", {"ident": name}, _plain(text))
                for name, text in field.choices
            )
            rendered = make("render_choice", {"shuffle": "Yes" if mixed else "No"}, *labels)
            yield make(
                "response_lid",
                {
                    "ident": field.name,
                    "rcardinality": "Single" if field.kind == "one" else "Multiple",
                },
                label,
                rendered,
            )
        case "number":
            rendered = make(
                "render_fib",
                {"fibtype": "Integer", "prompt": "Box", "maxchars": 2},
                make("response_label", {"ident": f"{field.name}-box"}),
            )
            yield make(
                "response_num",
                {"ident": field.name, "rcardinality": "Single", "numtype": "Integer"},
                label,
                rendered,
            )
        case _:
            yield make(
                "response_str",
                {"ident": field.name, "rcardinality": "Single"},
                label,
                make("render_fib", {"prompt": "Box"}),
            )


def _processing(shape: ItemForm) -> Element:
    outcome = make(
        "decvar", {"varname": SCORE, "vartype": "Decimal", "minvalue": "0", "maxvalue": FULL}
    )
    always = [GENERAL, *(word.name for word in shape.words if word.when == ALWAYS)]
    return make(
        "resprocessing",
        {},
        make("outcomes", {}, outcome),
        _show_feedback(make("other"), always),
        *(
            _show_feedback(_together((word.when,)), [word.name])
            for word in shape.words
            if word.when != ALWAYS
        ),
        *(_scoring(way) for way in shape.right_answers),
    )


def _show_feedback(condition: Element, names: Iterable[str]) -> Element:
    shown_then = (
        make("displayfeedback", {"feedbacktype": "Response", "linkrefid": name}) for name in names
    )
    return make(
        "respcondition", {"continue": "Yes"}, make("conditionvar", {}, condition), *shown_then
    )


def _scoring(way: tuple[Condition, ...]) -> Element:
    return make(
        "respcondition",
        {"continue": "No"},
        make("conditionvar", {}, _together(way)),
        make("setvar", {"action": "Set", "varname": SCORE}, FULL),
    )


def _together(tests: tuple[Condition, ...]) -> Element:
    """A cartridge takes a "not" within an "and" alone."""
    plain = len(tests) == 1 and tests[0].sign == "is"
    return _test(tests[0]) if plain else make("and", {}, *map(_test, tests))


def _test(test: Condition) -> Element:
    match test.sign:
        case "is":
            return make("varequal", {"respident": test.name}, test.value)
        case "not":
            return make("not", {}, make("varequal", {"respident": test.name}, test.value))
        case _:
            return make("not", {}, make("vargte", {"respident": test.name}, test.value))


def _feedback(question: ExportQuestion, shape: ItemForm) -> Iterator[Element]:
    yield _itemfeedback(
        GENERAL, labeled_paragraph("Right:", question.solution) + explanation_html(question)
    )
    by_name: dict[str, ConditionalFeedback] = {word.name: word for word in shape.words}
    for word in by_name.values():
        yield _itemfeedback(word.name, labeled_paragraph(word.lead, word.text))


def _itemfeedback(name: str, html: str) -> Element:
    return make("itemfeedback", {"ident": name}, make("flow_mat", {}, _material(html)))
