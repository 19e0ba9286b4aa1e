"""A reader of QTI 2.1 and 3.0 items.

What they show, what they say, and how they score an answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

Values = list[str] | None


@dataclass(frozen=True)
class Read:
    """`choices` of all interactions by id; `feedback` by id.

    `shown` everything before the answer.
    """

    title: str
    label: str
    shown: str
    prompts: tuple[str, ...]
    choices: dict[str, str]
    feedback: dict[str, str]


def local(element: etree._Element) -> str:
    """The name in QTI 2.1's spelling."""
    name = etree.QName(element).localname.removeprefix("qti-")
    first, *rest = name.split("-")
    return first + "".join(part.capitalize() for part in rest)


def text_of(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def named(root: etree._Element, *names: str) -> list[etree._Element]:
    return [element for element in root.iter(etree.Element) if local(element) in names]


def read(content: bytes) -> Read:
    root = etree.fromstring(content)
    (body,) = named(root, "itemBody")
    choices = {
        element.get("identifier"): text_of(element)
        for element in named(body, "simpleChoice", "hottext")
    }
    feedback = {
        element.get("identifier"): text_of(element) for element in named(root, "modalFeedback")
    }
    prompts = tuple(text_of(element) for element in named(body, "prompt", "p"))
    return Read(root.get("title"), root.get("label"), text_of(body), prompts, choices, feedback)


def played(content: bytes, answers: Mapping[str, list[str]]) -> tuple[float, frozenset[str]]:
    """The score and the feedback shown, by the item's own response processing."""
    root = etree.fromstring(content)
    correct = {
        entry.get("identifier"): [text_of(value) for value in named(entry, "value")] or None
        for entry in named(root, "responseDeclaration")
    }
    given: dict[str, Values] = {name: list(answers.get(name) or []) or None for name in correct}
    (processing,) = named(root, "responseProcessing")
    for rule in processing:
        _run(rule, given, correct)
    return float((given.get("SCORE") or ["0"])[0]), frozenset(given.get("FEEDBACK") or ())


def _run(rule: etree._Element, given: dict[str, Values], correct: Mapping[str, Values]) -> bool:
    match local(rule):
        case "responseCondition":
            return any(_run(branch, given, correct) for branch in rule)
        case "responseIf" | "responseElse" as name:
            rules = list(rule)
            if name == "responseIf" and _value(rules.pop(0), given, correct) is not True:
                return False
            for inner in rules:
                _run(inner, given, correct)
            return True
        case "setOutcomeValue":
            given[rule.get("identifier")] = _value(rule[0], given, correct)
            return True
        case other:
            raise AssertionError(other)


def _value(  # noqa: C901, PLR0911 - a case for each element of QTI
    node: etree._Element, given: Mapping[str, Values], correct: Mapping[str, Values]
) -> Values | bool | None:
    parts = [_value(child, given, correct) for child in node]
    match local(node):
        case "variable":
            return given.get(node.get("identifier"))
        case "correct":
            return correct[node.get("identifier")]
        case "baseValue":
            return [node.text]
        case "multiple":
            return [value for part in parts if part for value in part] or None
        case "match":
            return None if None in parts else sorted(parts[0]) == sorted(parts[1])
        case "member":
            return None if None in parts else parts[0][0] in parts[1]
        case "isNull":
            return parts[0] is None
        case "not":
            return None if parts[0] is None else not parts[0]
        case "and":
            return False if False in parts else None if None in parts else True
        case "or":
            return True if True in parts else None if None in parts else False
        case other:
            raise AssertionError(other)
