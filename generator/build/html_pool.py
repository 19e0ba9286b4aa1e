"""HTML to a list of nodes in which equal parts stand once.

A node is a text, or `[tag, attributes, children]` where children are places in the list. The
questions of a file share most of their parts, so this is a fraction of their HTML.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement, fragment_fromstring

SENTENCE = re.compile(r"(\"[^\"]{24,}\")")
BOOLEAN = frozenset({"checked", "disabled"})  # libxml2 gives them their own name as value
Node = str | tuple[str, tuple[tuple[str, str], ...], tuple[int, ...]]


class NodePool:
    """Nodes added so far; `add` gives the place of a fragment's one element."""

    def __init__(self) -> None:
        self._places: dict[Node, int] = {}

    @property
    def nodes(self) -> list[object]:
        """All nodes, ready for JSON."""
        return [
            node if isinstance(node, str) else [node[0], dict(node[1]), node[2]]
            for node in self._places
        ]

    def add(self, html: str) -> int:
        """The place of the one element that `html` holds."""
        return self._element(fragment_fromstring(html))

    def _element(self, element: HtmlElement) -> int:
        children = tuple(self._children(element))
        attributes = ((name, "" if name in BOOLEAN else value) for name, value in element.items())
        return self._place((str(element.tag), tuple(attributes), children))

    def _children(self, element: HtmlElement) -> Iterator[int]:
        yield from map(self._place, _pieces(element, element.text or ""))
        for child in element:
            yield self._element(child)
            yield from map(self._place, _pieces(element, child.tail or ""))

    def _place(self, node: Node) -> int:
        return self._places.setdefault(node, len(self._places))


def _pieces(element: HtmlElement, text: str) -> list[str]:
    """No white space between lines; JSON in pieces, since questions share sentences."""
    if element.tag == "script":
        return [piece for piece in SENTENCE.split(text) if piece]
    return [text] if text and (text.strip() or "\n" not in text) else []
