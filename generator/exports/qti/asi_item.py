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
    return make.item(
        make.itemmetadata(metadata(fields)),
        make.presentation(
            _material(stem_html(question) + paragraphs(form.instructions)),
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
                fibtype="Decimal",
                prompt="Box",
                maxchars=2,
            )
            return make.response_num(label, box, **named, numtype="Integer")
        case _:
            return make.response_str(label, make.render_fib(prompt="Box"), **named)


def _processing(form: ItemForm) -> Element:
    """What scores comes first: programs take the key from the first condition of its shape.

    The feedback to a right choice stands in the condition that scores it, since another one with
    the same value would take the points away again.
    """
    outcome = make.decvar(varname=SCORE, vartype="Decimal", minvalue="0", maxvalue=FULL)
    merged = {answer[0] for answer in form.right_answers} if form.kind == "one" else set()
    return make.resprocessing(
        make.outcomes(outcome),
        *_scoring(form),
        _show_feedback(make.other(), [GENERAL]),
        *(
            _show_feedback(_together((entry.when,)), [entry.name])
            for entry in form.feedback
            if entry.when != ALWAYS and entry.when not in merged
        ),
    )


def _show_feedback(condition: Element, names: Iterable[str]) -> Element:
    return _condition((condition,), *map(_display, names))


def _display(name: str) -> Element:
    return make.displayfeedback(feedbacktype="Response", linkrefid=name)


def _condition(tests: Iterable[Element], *then: Element) -> Element:
    return make.respcondition(make.conditionvar(*tests), *then, **{"continue": "Yes"})


def _scoring(form: ItemForm) -> Iterator[Element]:
    match form.kind:
        case "one":
            for (right,) in form.right_answers:
                shown = [entry.name for entry in form.feedback if entry.when == right]
                yield _condition((_test(right),), _full(), *map(_display, shown))
        case "many":
            for answer in form.right_answers:
                yield _condition((_together(answer, case="Yes"),), _full())
        case "number":
            for (right,) in form.right_answers:
                yield _condition((_number(right),), _full())
        case "text":
            yield _condition((_test(right) for (right,) in form.right_answers), _full())
        case _:
            share = f"{100 / len(form.right_answers):.2f}"
            for accepted in form.right_answers:
                for right in accepted:
                    earned = make.setvar(share, action="Add", varname=SCORE)
                    yield _condition((_test(right),), earned)


def _full() -> Element:
    return make.setvar(FULL, action="Set", varname=SCORE)


def _together(conditions: tuple[Condition, ...], case: str | None = None) -> Element:
    """A cartridge takes a "not" within an "and" alone; with `case` the "and" stands always."""
    plain = len(conditions) == 1 and conditions[0].operator == "is" and not case
    tested = (_test(condition, case) for condition in conditions)
    return next(tested) if plain else make("and", *tested)


def _test(condition: Condition, case: str | None = None) -> Element:
    tested = make.varequal(condition.value, respident=condition.name, case=case)
    return tested if condition.operator == "is" else make("not", tested)


def _number(right: Condition) -> Element:
    """An exact number is written as equal, and as a range of that one number."""
    within = (make(name, right.value, respident=right.name) for name in ("vargte", "varlte"))
    return make("or", _test(right), make("and", *within))


def _feedback(question: ExportQuestion, form: ItemForm) -> Iterator[Element]:
    """What is shown whatever the answer is one text: programs show no more than one."""
    common = "".join(
        _labeled(entry.lead, entry.text) for entry in form.feedback if entry.when == ALWAYS
    )
    general = _labeled("Right:", question.solution) + common + explanation_html(question)
    texts = {
        entry.name: _labeled(entry.lead, entry.text)
        for entry in form.feedback
        if entry.when != ALWAYS
    }
    for name, html in {GENERAL: general, **texts}.items():
        yield make.itemfeedback(make.flow_mat(_material(html)), ident=name)


def _labeled(lead: str, text: str) -> str:
    return f"<p><strong>{inline(lead)}</strong> {inline(text)}</p>"
