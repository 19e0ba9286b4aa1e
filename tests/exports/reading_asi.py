"""A reader of QTI 1.2 items, alone or in a cartridge.

What they show, what they say, how they score an answer.
"""

import operator
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree, html

Q = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"


@dataclass(frozen=True)
class Read:
    title: str
    fields: dict[str, str]
    shown: str
    choices: dict[str, str]
    feedback: dict[str, str]


def items(content: bytes) -> Iterator[etree._Element]:
    yield from etree.fromstring(content).iter(f"{Q}item")


def mattext(element: etree._Element) -> str:
    """The text of a material; HTML in it is read as a browser would."""
    (text,) = element.iter(f"{Q}mattext")
    if text.get("texttype") != "text/html":
        return " ".join((text.text or "").split())
    found = html.fromstring(f"<div>{text.text}</div>")
    assert not found.xpath("//script|//@onerror|//@onclick")
    return " ".join(found.text_content().split())


def read(item: etree._Element) -> Read:
    fields = {
        field.findtext(f"{Q}fieldlabel"): field.findtext(f"{Q}fieldentry")
        for field in item.iter(f"{Q}qtimetadatafield")
    }
    presentation = item.find(f"{Q}presentation")
    choices = {
        label.get("ident"): mattext(label)
        for label in presentation.iter(f"{Q}response_label")
        if len(label)
    }
    feedback = {entry.get("ident"): mattext(entry) for entry in item.iter(f"{Q}itemfeedback")}
    return Read(
        item.get("title"), fields, mattext(presentation.find(f"{Q}material")), choices, feedback
    )


def played(item: etree._Element, answers: Mapping[str, list[str]]) -> tuple[str, tuple[str, ...]]:
    """The score, as it stands in the file, and the feedback in order.

    Conditions end at the first that says so.
    """
    score, shown = 0.0, []
    for condition in item.iter(f"{Q}respcondition"):
        tests = condition.find(f"{Q}conditionvar")
        if not any(_holds(test, answers) for test in tests):  # a profile's list of right texts
            continue
        for change in condition.iter(f"{Q}setvar"):
            score = float(change.text) + (score if change.get("action") == "Add" else 0)
        shown += [entry.get("linkrefid") for entry in condition.iter(f"{Q}displayfeedback")]
        if condition.get("continue") == "No":
            break
    return f"{score:.0f}", tuple(shown)


def _holds(test: etree._Element, answers: Mapping[str, list[str]]) -> bool:
    given = answers.get(test.get("respident"), [])
    match etree.QName(test).localname:
        case "other":
            return True
        case "and":
            return all(_holds(part, answers) for part in test)
        case "not":
            return not any(_holds(part, answers) for part in test)
        case "varequal":
            return test.text in given
        case "or":
            return any(_holds(part, answers) for part in test)
        case "vargte" | "varlte" as name:
            compare = operator.ge if name == "vargte" else operator.le
            return any(compare(float(value), float(test.text)) for value in given)
        case other:
            raise AssertionError(other)
