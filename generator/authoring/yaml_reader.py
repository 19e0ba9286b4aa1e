"""YAML text to data and positions. The only module that imports yaml."""

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from generator.authoring.size_limits import UnreadableFileError, decode, place_in, reject_oversized
from generator.facts.base import Keys
from generator.findings import Finding, Place

PROBLEMS = {
    "mapping values are not allowed": "a second colon stands in this line; put the text in quotes.",
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


@dataclass(frozen=True)
class YamlSource:
    """The data of a file, or of the piece `within` it, and where in the text each part stands.

    Positions are found by composing the text again, and only when something is wrong:
    a node tree takes some ten times the memory of the data it describes.
    """

    path: str
    text: str
    data: object
    within: Keys = ()

    @cached_property
    def _root(self) -> yaml.Node:
        root = yaml.compose(self.text, Loader=yaml.CSafeLoader)
        assert root, "an empty document is refused when it is parsed"
        return root

    def place(self, keys: Keys) -> Place:
        """The place of what `keys` lead to: a plain value's own, else its key's.

        Steps that are not in the file are skipped.
        """
        node, named = self._root, self._root.start_mark
        for key in (*self.within, *keys):
            node, named = _child(node, key) or (node, named)
        return _place(self.path, node.start_mark if _is_leaf(node) else named)

    def at(self, keys: Keys) -> object:
        """The data that `keys` lead to, or None."""
        value: Any = self.data
        for key in keys:
            value = value[key] if has(value, key) else None
        return value

    def written(self, keys: Keys) -> str | None:
        """A plain value as written, before YAML made a number, a date or a truth of it."""
        node: yaml.Node | None = self._root
        for key in (*self.within, *keys):
            found = _child(node, key) if node else None
            node = found[0] if found else None
        return node.value if isinstance(node, yaml.ScalarNode) else None

    def key_place(self, keys: Keys) -> Place:
        """The place of the last key itself rather than of its value."""
        node = self._root
        *around, name = *self.within, *keys
        for key in around:
            found = _child(node, key)
            node = found[0] if found else node
        last = _child(node, name)
        return _place(self.path, last[1] if last else node.start_mark)


def has(value: object, key: str | int) -> bool:
    """Whether `key` leads to something in a mapping or a list."""
    return (isinstance(value, dict) and key in value) or (
        isinstance(value, list) and isinstance(key, int) and key < len(value)
    )


def parse_yaml(path: str, raw: bytes) -> YamlSource:
    """Read one YAML document; raises `UnreadableFileError` with every problem found."""
    text = decode(path, raw)
    reject_oversized(path, text)
    enabled = gc.isenabled()
    gc.disable()  # the collector makes building many small nodes super-linear
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        if node is None:
            raise UnreadableFileError(
                Finding(Place(path), "Y105", "The file is empty; write its content or delete it.")
            )
        data = (
            None if "&" in text else _constructed(path, loader, node)
        )  # without & there is nothing that an alias could name
        if data is None or loader.odd_keys:
            _reject(tuple(_structure_errors(path, text, node)))
        return YamlSource(path, text, _constructed(path, loader, node) if data is None else data)
    except yaml.MarkedYAMLError as error:
        raise UnreadableFileError(_syntax_finding(path, error)) from error
    except yaml.YAMLError as error:
        raise UnreadableFileError(_unprintable(path, text)) from error
    finally:
        if enabled:
            gc.enable()


class _Loader(yaml.CSafeLoader):
    """Notes whether a key is doubled or no plain word, so that sound files need no walk."""

    odd_keys = False

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        plain = all(isinstance(key, yaml.ScalarNode) for key, _ in node.value)
        mapping = super().construct_mapping(node, deep) if plain else {}
        self.odd_keys |= len(mapping) < len(node.value)
        return mapping


def _constructed(path: str, loader: yaml.CSafeLoader, root: yaml.Node) -> object:
    """The document's data.

    A value such as 2026-02-30 fails only here, each kind of value with an error of its own.
    """
    try:
        return loader.construct_document(root)
    except yaml.YAMLError:
        raise
    except Exception as error:
        raise UnreadableFileError(*_unreadable_values(path, root)) from error


def _unreadable_values(path: str, root: yaml.Node) -> Iterator[Finding]:
    for node in _nodes(root):
        try:
            (
                yaml.CSafeLoader("").construct_object(node)
                if isinstance(node, yaml.ScalarNode)
                else None
            )
        except Exception:
            shown = node.value if len(node.value) <= 40 else node.value[:37] + "…"
            sentence = (
                f"'{shown}' cannot be read as the date or number it looks like; correct it, or put"
                " it in quotes."
            )
            yield Finding(_place(path, node.start_mark), "Y107", sentence)


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


def _reject(flaws: tuple[Finding, ...]) -> None:
    if flaws:
        raise UnreadableFileError(*flaws)


def _structure_errors(path: str, text: str, root: yaml.Node) -> Iterator[Finding]:
    """Aliases and doubled keys, found on the nodes since the data no longer shows them."""
    seen: set[int] = set()
    for node in _nodes(root):
        if id(node) in seen:
            sentence = (
                "Anchors and aliases are not used here; write the value out where it is needed."
            )
            yield Finding(_place(path, _first_alias(text)), "Y103", sentence)
            return
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            yield from _doubled_keys(path, node)


def _first_alias(text: str) -> Any:
    return next(
        event.start_mark
        for event in yaml.parse(text, Loader=yaml.CSafeLoader)
        if isinstance(event, yaml.AliasEvent)
    )


def _doubled_keys(path: str, node: yaml.MappingNode) -> Iterator[Finding]:
    lines: dict[object, int] = {}
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            yield Finding(
                _place(path, key.start_mark),
                "Y102",
                "A key must be plain text; write it as one word before the colon.",
            )
            continue
        if key.value in lines:
            sentence = (
                f"Key '{key.value}' stands here for the second time (first on line"
                f" {lines[key.value]}); keep one."
            )
            yield Finding(_place(path, key.start_mark), "Y104", sentence)
        lines.setdefault(key.value, key.start_mark.line + 1)


def _syntax_finding(path: str, error: yaml.MarkedYAMLError) -> Finding:
    problem = error.problem or ""
    unclosed = "end of stream" in problem and error.context_mark
    mark = unclosed or error.problem_mark or error.context_mark
    return Finding(_place(path, mark), "Y102", f"This is not YAML: {plain_message(problem)}")


def _unprintable(path: str, text: str) -> Finding:
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    place = place_in(path, text, found.start()) if found else Place(path)
    shown = f"U+{ord(found.group()):04X}" if found else "one"
    return Finding(
        place,
        "Y102",
        f"This is not YAML: the control character {shown} cannot stand in text; remove it.",
    )


def _place(path: str, mark: yaml.Mark | None) -> Place:
    return Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)


def _is_leaf(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode)


def _child(node: yaml.Node, key: str | int) -> tuple[yaml.Node, yaml.Mark] | None:
    """The value under `key` and the mark of what names it.

    The key in a mapping, the entry itself in a list.
    """
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key], node.value[key].start_mark
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == str(key):
                return value, name.start_mark
    return None


def plain_message(problem: str) -> str:
    """What to change; the parser's own words where the complaint is a rare one."""
    return next(
        (words for part, words in PROBLEMS.items() if part in problem),
        f"{problem}. Check indentation, colons and quotes.",
    )
