"""YAML text, or JSON, to data and positions. It and `yaml_flaws` alone import yaml."""

import gc
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from generator.authoring.size_limits import (
    UnreadableFileError,
    decode,
    first_findings,
    reject_oversized,
)
from generator.authoring.yaml_flaws import (
    CORE,
    PLAIN,
    TEXT,
    mark_place,
    structure_errors,
    syntax_finding,
    tagged_values,
    unprintable,
    unreadable_values,
)
from generator.facts.base import Keys
from generator.findings import Finding, Place

SURROGATES = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
HALF_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class YamlSource:
    """The data of a file, or of the piece `within` it, and where in the text each part stands.

    Keys that are `beside` the piece are found around it. Positions are found by composing the text
    again, and only when something is wrong: a node tree takes some ten times the memory of the data
    it describes.
    """

    path: str
    text: str
    data: object
    within: Keys = ()
    beside: frozenset[str] = frozenset()
    removed: tuple[Keys, ...] = ()
    """Entries of lists that `data`'s readers were not given; keys count without them."""

    @cached_property
    def _root(self) -> yaml.Node:
        text = SURROGATES.sub(r"\\u0020\\u0020", self.text)  # JSON's way, which YAML has not
        try:
            root = yaml.compose(text, Loader=yaml.CSafeLoader)
        except yaml.YAMLError:  # JSON that is no YAML
            root = None
        start = yaml.Mark("", 0, 0, 0, None, 0)
        return root or yaml.ScalarNode(TEXT, "", start, start)

    def place(self, keys: Keys) -> Place:
        """The place of what `keys` lead to: a plain value's own, else its key's.

        Steps that are not in the file are skipped.
        """
        node, named = self._root, self._root.start_mark
        for key in self._path(original(self.removed, keys)):
            node, named = _child(node, key) or (node, named)
        return mark_place(self.path, node.start_mark if _is_leaf(node) else named)

    def _path(self, keys: Keys) -> Keys:
        is_beside = keys and keys[0] in self.beside
        return (*(self.within[:-1] if is_beside else self.within), *keys)

    def at(self, keys: Keys) -> object:
        """The data that `keys` lead to, or None."""
        value: Any = self.data
        for key in keys:
            value = value[key] if has(value, key) else None
        return value

    def written(self, keys: Keys) -> str | None:
        """A plain value as written, before YAML made a number, a date or a truth of it."""
        node: yaml.Node | None = self._root
        for key in self._path(keys):
            found = _child(node, key) if node else None
            node = found[0] if found else None
        return node.value if isinstance(node, yaml.ScalarNode) else None

    def key_place(self, keys: Keys) -> Place:
        """The place of the last key itself rather than of its value."""
        node = self._root
        *around, name = self._path(keys)
        for key in around:
            found = _child(node, key)
            node = found[0] if found else node
        last = _child(node, name)
        return mark_place(self.path, last[1] if last else node.start_mark)


def original(removed: Iterable[Keys], keys: Keys) -> Keys:
    """The keys in the file of what `keys` lead to after entries were removed from its lists."""
    found: Keys = ()
    for key in keys:
        place = key
        if isinstance(place, int):
            for index in sorted(int(at[-1]) for at in removed if at[:-1] == found):
                place += index <= place
        found = (*found, place)
    return found


def has(value: object, key: str | int) -> bool:
    """Whether `key` leads to something in a mapping or a list."""
    return (isinstance(value, dict) and key in value) or (
        isinstance(value, list) and isinstance(key, int) and key < len(value)
    )


def parse_yaml(
    path: str,
    raw: bytes,
    any_keys: bool = False,
    words: Callable[[str], frozenset[str]] = lambda key: frozenset(),
) -> YamlSource:
    """Read one YAML document; raises `UnreadableFileError` with every problem found.

    Keys are text, but in our own tables. `words` are those among which a key of a name chooses.
    """
    text = decode(path, raw)
    reject_oversized(path, text)
    data = _json_data(text)
    if data is not None:
        return YamlSource(path, text, data)
    enabled = gc.isenabled()
    gc.disable()  # the collector makes building many small nodes super-linear
    try:
        loader = _Loader(text)
        loader.any_keys = any_keys
        node = loader.get_single_node()
        if node is None:
            raise UnreadableFileError(
                Finding(Place(path), "Y105", "The file is empty; write its content or delete it.")
            )
        _reject(tagged_values(path, text))
        data = (
            None if "&" in text else _constructed(path, loader, node)
        )  # without & there is nothing that an alias could name
        if data is None or loader.odd:
            _reject(structure_errors(path, text, node, words))
        return YamlSource(path, text, _constructed(path, loader, node) if data is None else data)
    except yaml.MarkedYAMLError as error:
        raise UnreadableFileError(syntax_finding(path, error, text)) from error
    except yaml.YAMLError as error:
        raise UnreadableFileError(unprintable(path, text)) from error
    finally:
        if enabled:
            gc.enable()


class _Loader(yaml.CSafeLoader):
    """Notes what `structure_errors` would find, so that sound files need no walk."""

    odd = any_keys = False

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        plain = self.any_keys or all(key.tag == TEXT for key, _ in node.value)
        mapping = super().construct_mapping(node, deep) if plain else {}
        self.odd |= len(mapping) < len(node.value)
        return mapping

    def construct_plain(self, node: yaml.ScalarNode) -> object:
        """A number or a truth; whether it is what it looks like is noted."""
        self.odd |= isinstance(node, yaml.ScalarNode) and not PLAIN.fullmatch(node.value)
        return yaml.CSafeLoader.yaml_constructors[node.tag](self, node)

    def construct_as_written(self, node: yaml.ScalarNode) -> str:
        """'=' and '<<', which the parser has uses for that nobody knows."""
        return str(node.value)


for name in ("int", "float", "bool"):
    _Loader.add_constructor(f"{CORE}{name}", _Loader.construct_plain)
for name in ("value", "merge"):
    _Loader.add_constructor(f"{CORE}{name}", _Loader.construct_as_written)


def _json_data(text: str) -> object:
    """The data of a JSON text; None for any other, which is then read as YAML."""
    if text.lstrip()[:1] not in ("{", "["):
        return None
    try:
        data = json.loads(text, object_pairs_hook=_unique_keys, parse_constant=_no_json)
    except ValueError:
        return None
    halves = r"\u" in text and HALF_SURROGATE.search(json.dumps(data, ensure_ascii=False))
    return None if halves else data


def _unique_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key is there twice")
    return found


def _no_json(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _constructed(path: str, loader: yaml.CSafeLoader, root: yaml.Node) -> object:
    """The document's data."""
    try:
        return loader.construct_document(root)
    except yaml.YAMLError:
        raise
    except Exception as error:
        found = sorted(unreadable_values(path, root))
        raise UnreadableFileError(*first_findings(found)) from error


def _reject(findings: Iterable[Finding]) -> None:
    """Raise for the first finding of each place, if there is any."""
    found = {finding.place: finding for finding in sorted(findings, reverse=True)}
    if found:
        raise UnreadableFileError(*first_findings(reversed(found.values())))


def _is_leaf(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode)


def _child(node: yaml.Node, key: str | int) -> tuple[yaml.Node, yaml.Mark] | None:
    """The value under `key` and the mark of what names it."""
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key], node.value[key].start_mark
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == str(key):
                return value, name.start_mark
    return None
