"""DOCX to blocks; a paragraph or a table cell counts as a line."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from generator.disk.damaged_zip import DAMAGED_ZIP
from generator.fact_check.passages import Block, Document, Passage, UnreadableDocumentError

MAX_XML = 40_000_000
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PART = "word/document.xml"


def read_docx(raw: bytes) -> Document:
    """The body of a Word document; raises `UnreadableDocumentError`."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            xml = _part(archive)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
        )
        root = etree.fromstring(xml, parser)
    except DAMAGED_ZIP as problem:
        raise UnreadableDocumentError(f"not a readable Word document ({problem})") from problem
    except etree.XMLSyntaxError as problem:
        raise UnreadableDocumentError(
            f"the XML of the Word document is broken ({problem.msg})"
        ) from problem
    return Document(blocks=tuple(_Walk().blocks(root)))


def _part(archive: zipfile.ZipFile) -> bytes:
    with archive.open(PART) as stream:
        xml = stream.read(MAX_XML + 1)
    if len(xml) > MAX_XML:
        raise UnreadableDocumentError(
            f"the Word document unpacks to more than {MAX_XML // 1_000_000} million bytes"
        )
    return xml


class _Walk:
    def __init__(self) -> None:
        self.line = 0

    def blocks(self, root: etree._Element) -> Iterator[Block]:
        body = root.find(f"{W}body")
        for element in body if body is not None else ():
            if element.tag == f"{W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{W}tbl":
                rows = tuple(
                    tuple(self._passage(cell) for cell in row.iter(f"{W}tc"))
                    for row in element.iter(f"{W}tr")
                )
                yield Block("table", rows=tuple(row for row in rows if row), headed=True)

    def _paragraph(self, element: etree._Element) -> Iterator[Block]:
        passage = self._passage(element)
        if passage.text.strip():
            style = next(
                (node.get(f"{W}val", "") for node in element.iter(f"{W}pStyle")), ""
            ).lower()
            digits = "".join(sign for sign in style if sign.isdigit())
            if style.startswith(("heading", "title")):
                yield Block("heading", passage, int(digits[:1] or 1))
            else:
                listed = element.find(f"{W}pPr/{W}numPr") is not None or style.startswith("list")
                yield Block("item" if listed else "text", passage)

    def _passage(self, element: etree._Element) -> Passage:
        self.line += 1
        words = {
            f"{W}t": None,
            f"{W}tab": " ",
            f"{W}br": " ",
            f"{W}p": " ",
            f"{W}noBreakHyphen": "-",
        }
        parts = [
            words[node.tag] or node.text or ""
            for node in element.iter(*words)
            if node is not element
        ]
        text = "".join(parts).strip()
        return Passage(text, (0,), ((self.line, 1),))
