"""HTML as a reader or a program sees it: elements, attributes and text, never strings of markup."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

import markdown

from generator.build.raw_blocks import extract, restore_finished, restore_questions

VOID = {"input", "br", "img", "meta", "link", "hr"}
EXTENSIONS = ["attr_list", "tables", "toc"]  # those of mkdocs.yml


@dataclass
class Element:
    tag: str
    attributes: dict[str, str | None]
    parts: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What is read: scripts are not."""
        return (
            "".join(part if isinstance(part, str) else part.text for part in self.parts)
            if self.tag != "script"
            else ""
        )

    @property
    def classes(self) -> tuple[str, ...]:
        return tuple((self.attributes.get("class") or "").split())

    def all(self, tag: str = "", of_class: str = "") -> list["Element"]:
        """Elements below, in order, of a tag and a class where they are given."""
        found = []
        for part in self.parts:
            if isinstance(part, Element):
                found += (
                    [part]
                    if tag in ("", part.tag) and (not of_class or of_class in part.classes)
                    else []
                )
                found += part.all(tag, of_class)
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.open[-1].parts.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag in {element.tag for element in self.open}:
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].parts.append(data)


def seen(html: str) -> Element:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.open[0]


def page_seen(text: str) -> Element:
    """A rendered page as the site shows it.

    Its head dropped, its Markdown turned to HTML, questions put back.
    """
    body, blocks = extract(text.split("\n---\n", 1)[1])
    content = restore_finished(markdown.markdown(body, extensions=EXTENSIONS), blocks)
    return seen(restore_questions(content, blocks))
