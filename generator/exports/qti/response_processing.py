"""Response processing: 1 for a right answer and 0 for any other, and which feedback is shown."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.exports.portable_question import ClaimForm, NumberEntry, Response
from generator.exports.qti.identifiers import FEEDBACK, RESPONSE, SCORE, SOLUTION
from generator.exports.qti.item_form import ALWAYS, Condition, FormField, ItemForm
from generator.exports.xml_builder import Element, XmlBuilder

make = XmlBuilder()


def processing(response: Response, form: ItemForm) -> Element:
    """Score and feedback."""
    right = _joined("or", (_is_right(form, answer) for answer in form.right_answers))
    return make.responseProcessing(
        make.responseCondition(
            make.responseIf(right, _scored("1")), make.responseElse(_scored("0"))
        ),
        *_feedback(response, form),
    )


def _scored(value: str) -> Element:
    return make.setOutcomeValue(make.baseValue(value, baseType="float"), identifier=SCORE)


def _is_right(form: ItemForm, answer: tuple[Condition, ...]) -> Element:
    kinds = {field.name: field for field in form.fields}
    fields = groupby(answer, lambda condition: condition.name)
    return _joined(
        "and", (test for name, tests in fields for test in _tests(kinds[name], list(tests)))
    )


def _tests(field: FormField, conditions: list[Condition]) -> Iterator[Element]:
    """Of several choices the right ones and no wrong one; free ones are not looked at."""
    given = _variable(field.name)
    right = [_named(test.value) for test in conditions if test.operator == "is"]
    if field.kind == "one":
        yield make.match(given, *right)
    elif field.kind == "number":
        yield from (_number(test) for test in conditions)
    elif field.name != RESPONSE:
        yield make.match(given, make.multiple(*right)) if right else make.isNull(given)
    elif len(conditions) == len(field.choices):
        yield make.match(given, make.correct(identifier=RESPONSE))
    else:
        yield from (make.member(value, _variable(RESPONSE)) for value in right)
        for test in conditions:
            if test.operator == "not":
                yield make("not", make.member(_named(test.value), _variable(RESPONSE)))


def _number(test: Condition) -> Element:
    if test.operator == "below":
        zero = Condition("is", test.name, "0")
        return make("or", make.isNull(_variable(test.name)), _number(zero))
    return make.match(_variable(test.name), make.baseValue(test.value, baseType="integer"))


def _feedback(response: Response, form: ItemForm) -> Iterator[Element]:
    """The solution always; of choices those taken and right ones; of numbers each, and mistakes."""
    if isinstance(response, NumberEntry | ClaimForm):
        always = [_named(entry.name) for entry in form.feedback if entry.when == ALWAYS]
        yield _show(*always, _named(SOLUTION))
        for entry in form.feedback:
            if entry.when != ALWAYS:
                added = _show(_variable(FEEDBACK), _named(entry.name))
                yield make.responseCondition(make.responseIf(_number(entry.when), added))
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
