"""Moodle XML as Moodle reads it."""

import html
import re
from dataclasses import dataclass

from lxml import etree

from tests.exports.expected import Answers, squeezed

TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Read:
    type: str
    single: bool
    stem: str
    answers: Answers
    general: str
    tags: tuple[str, ...]
    category: str
    weights: tuple[float, ...]


def shown(text: str | None) -> str:
    """What a browser shows of HTML."""
    return squeezed(html.unescape(TAG.sub(" ", text or "")))


def read(content: bytes) -> dict[str, Read]:
    found, category = {}, ""
    for element in etree.fromstring(content):
        if element.get("type") == "category":
            category = (
                element.findtext("category/text")
                .removeprefix("$course$/top/RightCode/")
                .replace("//", "/")
            )
        else:
            found[element.findtext("idnumber")] = _read(element, category)
    return found


def _read(element: etree._Element, category: str) -> Read:
    kind, stem = element.get("type"), element.findtext("questiontext/text")
    answers = {"matching": _pairs, "numerical": _numerical}.get(kind, _choices)(element)
    weights = tuple(float(answer.get("fraction")) for answer in element.findall("answer"))
    return Read(
        kind,
        element.findtext("single") == "true",
        shown(stem),
        answers,
        shown(element.findtext("generalfeedback/text")),
        tuple(tag.text for tag in element.findall("tags/tag/text")),
        category,
        weights,
    )


def _choices(element: etree._Element) -> Answers:
    return {
        shown(answer.findtext("text")): (
            float(answer.get("fraction")) > 0,
            shown(answer.findtext("feedback/text")),
        )
        for answer in element.findall("answer")
    }


def _numerical(element: etree._Element) -> Answers:
    return {
        answer.findtext("text"): (
            answer.get("fraction") == "100",
            shown(answer.findtext("feedback/text")),
        )
        for answer in element.findall("answer")
    }


def _pairs(element: etree._Element) -> Answers:
    pairs = (
        (shown(part.findtext("text")), part.findtext("answer/text"))
        for part in element.findall("subquestion")
    )
    return {f"{left} -> {right}": (True, "") for left, right in pairs if left}
