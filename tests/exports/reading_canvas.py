"""Keys of QTI 1.2 items as importing programs take them out of the files, by their own rules.

Canvas: https://github.com/instructure/qti, lib/qti/v1/models/interactions. Moodle, of a cartridge:
https://github.com/moodle/moodle, backup/cc/entity11.quiz.class.php.
"""

import re

from lxml import etree

from tests.exports.reading_asi import Q, mattext, read

BLANK = re.compile(r"\[([A-Za-z0-9_.-]+)\]")
Key = dict[str, tuple[str, ...]]
"""The texts that are right by field; of choices the field is empty and they are idents."""


def canvas_key(item: etree._Element) -> Key:
    """As Canvas has it: what a teacher would see marked as right after the import."""
    match read(item).fields.get("question_type"):
        case "matching_question":
            return _pairs(item)
        case "fill_in_multiple_blanks_question":
            return _blanks(item)
        case "numerical_question":
            return {"": tuple(map(_exact, _scored(item)))}
        case _ if item.find(f".//{Q}response_str") is not None:
            return {"": tuple(_text(test) for test in _plain_tests(item))}
        case _:
            return {"": _choices(item)}


def _choices(item: etree._Element) -> tuple[str, ...]:
    """The first "and" of the item is its key, whatever condition it stands in."""
    together = item.find(f".//{Q}respcondition//{Q}and")
    if together is None:
        return tuple(_text(condition.find(f".//{Q}varequal")) for condition in _scored(item))
    return tuple(_text(test) for test in together if test.tag != f"{Q}not")


def _scored(item: etree._Element) -> list[etree._Element]:
    return [one for one in item.iter(f"{Q}respcondition") if one.find(f"{Q}setvar") is not None]


def _plain_tests(item: etree._Element) -> list[etree._Element]:
    """Comparisons that stand alone in a condition that scores; deeper ones are passed over."""
    return [
        test
        for condition in _scored(item)
        for test in condition.findall(f"{Q}conditionvar/{Q}varequal")
    ]


def _exact(condition: etree._Element) -> str:
    values = {_text(condition.find(f".//{Q}{name}")) for name in ("varequal", "vargte", "varlte")}
    (value,) = values
    return value


def _blanks(item: etree._Element) -> Key:
    """A field without its name in brackets in the text is shown nowhere."""
    shown = set(BLANK.findall(next(item.iter(f"{Q}mattext")).text))
    fields = list(item.iter(f"{Q}response_lid"))
    assert {field.get("ident").removeprefix("response_") for field in fields} <= shown
    return {field.get("ident"): tuple(map(mattext, _labels(field))) for field in fields}


def _pairs(item: etree._Element) -> Key:
    texts = {label.get("ident"): mattext(label) for label in _labels(item)}
    return {test.get("respident"): (texts[_text(test)],) for test in _plain_tests(item)}


def _labels(element: etree._Element) -> list[etree._Element]:
    return list(element.iter(f"{Q}response_label"))


def _text(element: etree._Element) -> str:
    return element.text


def moodle_key(item: etree._Element) -> Key:
    """As Moodle has it: the last plain comparison with an option says whether it scores."""
    profile = read(item).fields["cc_profile"].removeprefix("cc.").removesuffix(".v0p1")
    if profile == "fib":
        first = _scored(item)[0]
        return {"": tuple(map(_text, first.findall(f"{Q}conditionvar/{Q}varequal")))}
    assert profile in ("multiple_choice", "multiple_response"), profile
    scores = {label.get("ident"): False for label in _labels(item)}
    for condition in item.iter(f"{Q}respcondition"):
        test = condition.find(f"{Q}conditionvar/{Q}varequal")
        if test is not None:
            scores[_text(test)] = condition.find(f"{Q}setvar") is not None
    if profile == "multiple_response":
        tests = (
            test
            for condition in _scored(item)
            for test in condition.iter(f"{Q}varequal")
            if test.get("case") == "Yes" and test.getparent().tag != f"{Q}not"
        )
        scores |= {_text(test): True for test in tests}
    return {"": tuple(name for name, right in scores.items() if right)}
