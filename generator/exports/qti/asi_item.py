"""One question as an item of QTI 1.2 (IMS QTI ASI 1.2.1, 2003), also for a Common Cartridge."""

from collections.abc import Iterable, Iterator

from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion
from generator.exports.qti.identifiers import GENERAL, SCORE, item_id
from generator.exports.qti.item_form import ALWAYS, Condition, FormField, ItemForm
from generator.exports.question_text import explanation_html, inline, paragraphs, stem_html
from generator.exports.xml_builder import XSI, Element, XmlBuilder

ASI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
make = XmlBuilder(ASI, xsi=XSI)
FULL = "100"


def item(question: ExportQuestion, form: ItemForm, plan: Plan, fields: dict[str, str]) -> Element:
    """The item; `fields` are its metadata."""
    mixed = plan.shuffled and not question.fixed_order
    instructions = paragraphs([form.instructions] if form.instructions else ())
    return make.item(
        make.itemmetadata(metadata(fields)),
        make.presentation(
            _material(stem_html(question) + instructions),
            *(_field(field, mixed) for field in form.fields),
        ),
        _processing(form),
        *_feedback(question, form),
        ident=item_id(question.id),
        title=question.title,
    )


def metadata(fields: dict[str, str]) -> Element:
    """Fields by name."""
    return make.qtimetadata(
        *(
            make.qtimetadatafield(make.fieldlabel(name), make.fieldentry(value))
            for name, value in fields.items()
        )
    )


def rubric(plan: Plan, view: str | None = None) -> Element | None:
    """The instructions before the first question."""
    instructions = paragraphs(plan.instruction_paragraphs)
    return make.rubric(_material(instructions), view=view) if instructions else None


def root(child: Element, schema: str) -> Element:
    """The document's outermost element."""
    return make.questestinterop(child, **{"xsi:schemaLocation": f"{ASI} {schema}"})


def _material(text: str, kind: str = "html") -> Element:
    return make.material(make.mattext(text, texttype=f"text/{kind}"))


def _field(field: FormField, mixed: bool) -> Element:
    label = _material(field.label, "plain") if field.label else None
    named = {"ident": field.name, "rcardinality": "Multiple" if field.kind == "many" else "Single"}
    match field.kind:
        case "one" | "many":
            labels = (
                make.response_label(_material(text, "plain"), ident=name)
                for name, text in field.choices
            )
            choices = make.render_choice(*labels, shuffle="Yes" if mixed else "No")
            return make.response_lid(label, choices, **named)
        case "number":
            box = make.render_fib(
                make.response_label(ident=f"{field.name}-box"),
                fibtype="Integer",
                prompt="Box",
                maxchars=2,
            )
            return make.response_num(label, box, **named, numtype="Integer")
        case _:
            return make.response_str(label, make.render_fib(prompt="Box"), **named)


def _processing(form: ItemForm) -> Element:
    outcome = make.decvar(varname=SCORE, vartype="Decimal", minvalue="0", maxvalue=FULL)
    always = [GENERAL, *(entry.name for entry in form.feedback if entry.when == ALWAYS)]
    return make.resprocessing(
        make.outcomes(outcome),
        _show_feedback(make.other(), always),
        *(
            _show_feedback(_together((entry.when,)), [entry.name])
            for entry in form.feedback
            if entry.when != ALWAYS
        ),
        *map(_scoring, form.right_answers),
    )


def _show_feedback(condition: Element, names: Iterable[str]) -> Element:
    shown = (make.displayfeedback(feedbacktype="Response", linkrefid=name) for name in names)
    return make.respcondition(make.conditionvar(condition), *shown, **{"continue": "Yes"})


def _scoring(answer: tuple[Condition, ...]) -> Element:
    return make.respcondition(
        make.conditionvar(_together(answer)),
        make.setvar(FULL, action="Set", varname=SCORE),
        **{"continue": "No"},
    )


def _together(conditions: tuple[Condition, ...]) -> Element:
    """A cartridge takes a "not" within an "and" alone."""
    plain = len(conditions) == 1 and conditions[0].operator == "is"
    tested = map(_test, conditions)
    return next(tested) if plain else make("and", *tested)


def _test(condition: Condition) -> Element:
    name = "vargte" if condition.operator == "below" else "varequal"
    tested = make(name, condition.value, respident=condition.name)
    return tested if condition.operator == "is" else make("not", tested)


def _feedback(question: ExportQuestion, form: ItemForm) -> Iterator[Element]:
    general = _labeled("Right:", question.solution) + explanation_html(question)
    texts = {entry.name: _labeled(entry.lead, entry.text) for entry in form.feedback}
    for name, html in {GENERAL: general, **texts}.items():
        yield make.itemfeedback(make.flow_mat(_material(html)), ident=name)


def _labeled(lead: str, text: str) -> str:
    return f"<p><strong>{inline(lead)}</strong> {inline(text)}</p>"
