"""YAML text to data and positions. The only module that imports yaml."""

import gc
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import yaml

from generator.findings import Finding, Place

Keys = tuple[str | int, ...]

MAX_BYTES = 4 * 1024 * 1024
MAX_DEPTH = 60


class Unreadable(Exception):
    """The text is not a YAML document this project accepts; carries the findings that say why."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(*(finding.sentence for finding in findings))
        self.findings = findings


@dataclass(frozen=True)
class Source:
    """A file's data, and where in its text each piece of it stands.

    Positions are found by composing the text again, and only when something is wrong:
    a node tree takes some ten times the memory of the data it describes.
    """

    path: str
    text: str
    data: object

    @cached_property
    def _root(self) -> yaml.Node:
        return yaml.compose(self.text, Loader=yaml.CSafeLoader)

    def place(self, keys: Keys) -> Place:
        """The place of the node that `keys` lead to; steps that are not in the file are skipped."""
        node, mark = self._root, self._root.start_mark
        for position, key in enumerate(keys):
            found = _child(node, key)
            if found is None:
                continue
            node, key_mark = found
            mark = key_mark if position == len(keys) - 1 and not _is_leaf(node) else node.start_mark
        return _place(self.path, mark)

    def key_place(self, keys: Keys) -> Place:
        """The place of the last key itself rather than of its value."""
        node = self._root
        for key in keys[:-1]:
            found = _child(node, key)
            node = found[0] if found else node
        last = _child(node, keys[-1])
        return _place(self.path, last[1] if last else node.start_mark)


def parse(path: str, raw: bytes) -> Source:
    """Read one YAML document; raises `Unreadable` with every problem found."""
    text = _decoded(path, raw)
    _refuse_monsters(path, text)
    enabled = gc.isenabled()
    gc.disable()  # the collector makes building many small nodes super-linear
    try:
        loader = yaml.CSafeLoader(text)
        node = loader.get_single_node()
        if node is None:
            raise Unreadable(Finding(Place(path), "Y105", "The file is empty; write its content or delete it."))
        _refuse(tuple(_flaws(path, node)))
        return Source(path, text, loader.construct_document(node))
    except yaml.MarkedYAMLError as error:
        raise Unreadable(_syntax_finding(path, error)) from error
    except yaml.YAMLError as error:
        raise Unreadable(Finding(Place(path), "Y102", f"This is not YAML: {error}. Remove what is not text.")) from error
    except ValueError as error:  # a date such as 2026-02-30 fails only when it is built
        raise Unreadable(Finding(Place(path), "Y107", f"A value cannot be read: {error}. Check the dates.")) from error
    finally:
        if enabled:
            gc.enable()


def _decoded(path: str, raw: bytes) -> str:
    if len(raw) > MAX_BYTES:
        raise Unreadable(Finding(Place(path), "Y106", f"The file has {len(raw)} bytes, more than {MAX_BYTES}; split it."))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        column = error.start - (before.rfind(b"\n") + 1) + 1
        place = Place(path, before.count(b"\n") + 1, column)
        sentence = f"Byte 0x{raw[error.start]:02x} is not UTF-8; save the file as UTF-8."
        raise Unreadable(Finding(place, "Y101", sentence)) from error


def _refuse_monsters(path: str, text: str) -> None:
    """Nesting is counted on the text, since the C parser overruns its stack before anyone could look at nodes."""
    depth = 0
    for bracket in re.finditer(r"[\[\]{}]|^ {240}|(?:[-?] ){60}", text, re.MULTILINE):
        token = bracket.group()
        depth = max(0, depth + (1 if token in "[{" else -1 if token in "]}" else MAX_DEPTH + 1))
        if depth > MAX_DEPTH:
            line = text.count("\n", 0, bracket.start()) + 1
            column = bracket.start() - (text.rfind("\n", 0, bracket.start()) + 1) + 1
            raise Unreadable(Finding(Place(path, line, column), "Y106", f"Nested deeper than {MAX_DEPTH} levels; flatten it."))


def _refuse(flaws: tuple[Finding, ...]) -> None:
    if flaws:
        raise Unreadable(*flaws)


def _flaws(path: str, root: yaml.Node) -> Iterator[Finding]:
    """Aliases and doubled keys, found on the nodes since the data no longer shows them."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            sentence = "Anchors and aliases are not used here; write the value out where it is needed."
            yield Finding(_place(path, node.start_mark), "Y103", sentence)
            return
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            yield from _doubled_keys(path, node)
            waiting.extend(value for _, value in node.value)
        elif isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)


def _doubled_keys(path: str, node: yaml.MappingNode) -> Iterator[Finding]:
    lines: dict[object, int] = {}
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            yield Finding(_place(path, key.start_mark), "Y102", "A key must be plain text.")
            continue
        if key.value in lines:
            sentence = f"Key '{key.value}' stands here for the second time (first on line {lines[key.value]}); keep one."
            yield Finding(_place(path, key.start_mark), "Y104", sentence)
        lines.setdefault(key.value, key.start_mark.line + 1)


def _syntax_finding(path: str, error: yaml.MarkedYAMLError) -> Finding:
    mark = error.problem_mark or error.context_mark
    place = _place(path, mark) if mark else Place(path)
    return Finding(place, "Y102", f"This is not YAML: {error.problem}. Check indentation, colons and quotes.")


def _place(path: str, mark: yaml.Mark) -> Place:
    return Place(path, mark.line + 1, mark.column + 1)


def _is_leaf(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode)


def _child(node: yaml.Node, key: str | int) -> tuple[yaml.Node, yaml.Mark] | None:
    """The value under `key` and the mark of what names it: the key in a mapping, the entry itself in a list."""
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key], node.value[key].start_mark
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == str(key):
                return value, name.start_mark
    return None
