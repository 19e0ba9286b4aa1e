"""What is wrong with a YAML text: what its data no longer shows, and the parser's complaints."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from generator.authoring.size_limits import place_in
from generator.authoring.yaml_hints import in_brackets, likely_mistake
from generator.findings import Finding, Place

CORE = "tag:yaml.org,2002:"
TEXT = f"{CORE}str"
TEXT_BEFORE_COMMENT = re.compile(r"\S[ \t]+#")
COMMENT = re.compile(r"[ \t]+(#.*)")
GLUED = re.compile(r"#\w")
TAG = re.compile(r"(?:^|[\s\[{,:])!", re.MULTILINE)
DATE = re.compile(r"\d{4}-(?P<month>\d\d?)-(?P<day>\d\d?)\b")
PLAIN = re.compile(r"[-+]?(?:0|[1-9]\d*)(?:\.\d*)?(?:[eE][-+]?\d+)?|true|false", re.IGNORECASE)
"""Numbers and truths that every version of YAML reads alike."""
KEYS = {
    "int": "a number",
    "float": "a number",
    "bool": "yes or no",
    "null": "nothing",
    "timestamp": "a date",
    "merge": "a merge of other keys",
}
PROBLEMS = {
    "mapping values are not allowed": "this line has a second colon; put the text in quotes.",
    "cannot start any token": (
        "nothing starts with this character; indent with spaces, and put text that starts with @ or"
        " ` in quotes."
    ),
    "another document": "a second document starts here; a file holds one, so remove the dashes.",
    "undefined alias": "text that starts with * needs quotes.",
    "a constructor for the tag": (
        "tags are not used here; remove it, or put text that starts with ! in quotes."
    ),
    "unexpected end of stream": "a quote is opened here and never closed; close it.",
    "did not find expected key": (
        "a key is expected here; check the indentation, and quotes inside quoted text."
    ),
}


def unreadable_values(path: str, root: yaml.Node) -> Iterator[Finding]:
    """Values that look like a date or a number and are none."""
    for node in _nodes(root):
        try:
            (
                yaml.CSafeLoader("").construct_object(node)
                if isinstance(node, yaml.ScalarNode)
                else None
            )
        except Exception:
            shown = node.value if len(node.value) <= 40 else node.value[:37] + "…"
            problem = _no_day(node.value) or "cannot be read as the date or number it looks like"
            sentence = f"'{shown}' {problem}; correct it, or put it in quotes."
            yield Finding(mark_place(path, node.start_mark), "Y107", sentence)


def _no_day(text: str) -> str | None:
    """What keeps a text in the form of a date from being one, and the form."""
    if not (found := DATE.match(text)):
        return None
    month, day = int(found["month"]), int(found["day"])
    wrong = f"month {month}" if not 1 <= month <= 12 else f"day {day} in month {month}"
    return f"is no date, since there is no {wrong} (dates are year-month-day, such as 2026-04-01)"


def _nodes(root: yaml.Node) -> Iterator[yaml.Node]:
    """Every node below `root`, keys included, in no order that matters."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, yaml.MappingNode):
            waiting.extend(part for pair in node.value for part in pair)
        elif isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)


def structure_errors(
    path: str, text: str, root: yaml.Node, words: Callable[[str], frozenset[str]]
) -> Iterator[Finding]:
    """What the data no longer shows: aliases, doubled keys, values read as others.

    `words` are those among which a key of that name chooses.
    """
    seen: set[int] = set()
    keys: dict[int, str] = {}
    for node in _nodes(root):
        if id(node) in seen:
            sentence = (
                "Anchors and aliases are not used here; write the value out where it is needed."
            )
            yield Finding(mark_place(path, _first_alias(text)), "Y103", sentence)
            return
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            keys |= {id(value): str(key.value) for key, value in node.value}
            yield from _unsound_keys(path, node)
        elif isinstance(node, yaml.ScalarNode) and _is_read_otherwise(node):
            yield _read_otherwise(path, node, words(keys.get(id(node), "")))


def tagged_values(path: str, text: str) -> Iterator[Finding]:
    """Values with a tag, which may make anything of them."""
    event: Any
    for event in yaml.parse(text, Loader=yaml.CSafeLoader) if TAG.search(text) else ():
        if getattr(event, "tag", None):
            sentence = f"This is not YAML: {PROBLEMS['a constructor for the tag']}"
            yield Finding(mark_place(path, event.start_mark), "Y102", sentence)


def _is_read_otherwise(node: yaml.ScalarNode) -> bool:
    kind = node.tag.removeprefix(CORE)
    return kind in ("int", "float", "bool") and not PLAIN.fullmatch(node.value)


def _read_otherwise(path: str, node: yaml.ScalarNode, words: frozenset[str]) -> Finding:
    """Numbers to the base of 8 or 60, yes and no: YAML 1.1 has them, later versions have not."""
    value = str(yaml.CSafeLoader("").construct_object(node)).lower()
    meant = words & {node.value.lower(), value}
    plain = value if value in ("true", "false") else "the number plainly, such as 10"
    remedy = (
        f'write "{min(meant)}" in quotes.'
        if meant
        else f'write {plain}, or, if it is text, write it in quotes: "{node.value}".'
    )
    sentence = f"YAML reads {node.value} as {value}; {remedy}"
    return Finding(mark_place(path, node.start_mark), "Y110", sentence)


def _first_alias(text: str) -> Any:
    return next(
        event.start_mark
        for event in yaml.parse(text, Loader=yaml.CSafeLoader)
        if isinstance(event, yaml.AliasEvent)
    )


def _unsound_keys(path: str, node: yaml.MappingNode) -> Iterator[Finding]:
    """Keys that are doubled or no text."""
    lines: dict[object, int] = {}
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            yield Finding(
                mark_place(path, key.start_mark),
                "Y102",
                "A key must be plain text; write it as one word before the colon.",
            )
            continue
        if key.tag != TEXT:
            read_as = KEYS.get(key.tag.removeprefix(CORE), "something other than text")
            sentence = (
                f"Key '{key.value}' is read as {read_as}; write it in quotes: \"{key.value}\"."
            )
            yield Finding(mark_place(path, key.start_mark), "Y109", sentence)
        if key.value in lines:
            sentence = (
                f"Key '{key.value}' is here for the second time (first on line"
                f" {lines[key.value]}); keep one."
            )
            yield Finding(mark_place(path, key.start_mark), "Y104", sentence)
        lines.setdefault(key.value, key.start_mark.line + 1)


def cut_texts(path: str, text: str) -> Iterator[Finding]:
    """Texts that a comment cuts short: '#3' after any plain value, '# …' after an unended one."""
    if not TEXT_BEFORE_COMMENT.search(text):
        return
    token: Any
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        if isinstance(token, yaml.ScalarToken) and token.plain:
            end = token.end_mark.index
            comment = COMMENT.match(text[end : end + 200])
            if comment and (remedy := _remedy(token.value, comment[1])):
                sentence = (
                    f"The text ends here: ' #' starts a comment, so '{comment[1].rstrip()}' is left"
                    f" out; put the whole text in quotes, or {remedy}."
                )
                place = place_in(path, text, end + comment.start(1))
                yield Finding(place, "Y111", sentence, "warning")


def _remedy(value: str, comment: str) -> str | None:
    """How to show that it is a comment; None where that is plain."""
    if GLUED.match(comment):
        return "write a space after the # of a comment"
    unended = " " in value and value[-1] not in ".!?:;)"
    return "end it with a full stop" if unended else None


def syntax_finding(path: str, error: yaml.MarkedYAMLError, text: str) -> Finding:
    """What the author most likely did, or the parser's complaint, where it stopped."""
    problem = error.problem or ""
    stopped = error.context_mark if "':'" in problem else error.problem_mark
    found = likely_mistake(path, text, stopped, problem) if stopped else None
    opened = error.context_mark
    if not found and opened and "','" in problem and (hint := in_brackets(opened, stopped, text)):
        found = mark_place(path, opened if "opened" in hint else stopped), hint
    if found:
        return Finding(found[0], "Y102", f"This is not YAML: {found[1]}")
    unclosed = "end of stream" in problem and error.context_mark
    mark = unclosed or error.problem_mark or error.context_mark
    return Finding(mark_place(path, mark), "Y102", f"This is not YAML: {plain_message(problem)}")


def unprintable(path: str, text: str) -> Finding:
    """The first control character."""
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    place = place_in(path, text, found.start()) if found else Place(path)
    shown = f"U+{ord(found.group()):04X}" if found else "one"
    return Finding(
        place,
        "Y102",
        f"This is not YAML: the control character {shown} cannot stand in text; remove it.",
    )


def mark_place(path: str, mark: yaml.Mark | None) -> Place:
    """The place of a mark, counted from 1."""
    return Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)


def plain_message(problem: str) -> str:
    """What to change; the parser's own words where the complaint is a rare one."""
    return next(
        (words for part, words in PROBLEMS.items() if part in problem),
        f"{problem}. Check indentation, colons and quotes.",
    )
