"""HTML to a list of nodes in which equal parts stand once.

What a script builds elements from without parsing HTML.

A node is a text, or `[tag, attributes, children]` where children are places in the list. The
questions of a file share most of their parts, so this is a fraction of their HTML. It reads what
our own templates write: every tag closed, every value quoted, every sign an entity.
"""

import re
from html import unescape

VOID = frozenset({"br", "hr", "img", "input", "wbr"})
TOKEN = re.compile(r"<(/?)([a-z][a-z0-9-]*)([^>]*)>|([^<]+)")
ATTRIBUTE = re.compile(r"([a-z-]+)(?:=\"([^\"]*)\")?")
SENTENCE = re.compile(r"(\"[^\"]{24,}\")")
Node = str | tuple[str, tuple[tuple[str, str], ...], tuple[int, ...]]


class NodePool:
    """Nodes added so far; `add` gives the place of a fragment's one element."""

    def __init__(self) -> None:
        self._places: dict[Node, int] = {}

    @property
    def nodes(self) -> list[object]:
        return [
            node if isinstance(node, str) else [node[0], dict(node[1]), node[2]]
            for node in self._places
        ]

    def add(self, html: str) -> int:
        open_tags: list[tuple[str, str]] = []
        children: list[list[int]] = [[]]
        for closing, tag, attributes, text in TOKEN.findall(html):
            if text:
                children[-1] += (
                    self._data(text)
                    if open_tags and open_tags[-1][0] == "script"
                    else self._text(text)
                )
                continue
            if not closing:
                open_tags.append((tag, attributes))
                children.append([])
            if closing or tag in VOID:
                children[-2].append(self._element(tag, open_tags.pop(), children.pop()))
        (root,) = children[0]
        return root

    def _element(self, tag: str, opened: tuple[str, str], children: list[int]) -> int:
        if opened[0] != tag:
            raise ValueError(f"<{opened[0]}> is closed by </{tag}> in a question's HTML")
        attributes = tuple((name, unescape(value)) for name, value in ATTRIBUTE.findall(opened[1]))
        return self._place((tag, attributes, tuple(children)))

    def _text(self, text: str) -> list[int]:
        """Nothing for the white space between lines."""
        return [self._place(unescape(text))] if text.strip() or "\n" not in text else []

    def _data(self, text: str) -> list[int]:
        """JSON in pieces, so that its long strings, which questions share, stand once.

        Together they are the text.
        """
        return [self._place(piece) for piece in SENTENCE.split(text) if piece]

    def _place(self, node: Node) -> int:
        return self._places.setdefault(node, len(self._places))
