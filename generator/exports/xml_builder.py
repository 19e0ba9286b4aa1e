"""XML documents made by calls: texts stay texts, and characters that XML forbids are left out."""

from collections.abc import Mapping
from typing import Any, cast

from lxml import etree

from generator.exports.markup import xml_text

XML = "http://www.w3.org/XML/1998/namespace"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
SAFE = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)

Element = etree._Element
XmlChild = Element | str | None


class XmlBuilder:
    """Elements of one namespace.

    Attributes are named as they are written, `None` leaves one out.
    """

    def __init__(
        self, namespace: str | None = None, others: Mapping[str, str] | None = None
    ) -> None:
        self._namespace, self._others = namespace, dict(others or {})
        self._prefixes: Any = (  # lxml-stubs knows no prefix None
            {None: namespace, **self._others} if namespace else None
        )

    def __call__(
        self, tag: str, attributes: Mapping[str, object] | None = None, *children: XmlChild
    ) -> Element:
        """An element; an attribute or child that is None is left out."""
        made = etree.Element(
            self._name(tag, self._namespace),
            nsmap=self._prefixes,
        )
        for name, value in (attributes or {}).items():
            if value is not None:
                made.set(self._name(name), xml_text(str(value)))
        for child in children:
            _add(made, child)
        return made

    def _name(self, name: str, default: str | None = None) -> str:
        prefix, _, local = name.rpartition(":")
        namespace = {"xml": XML, "xsi": XSI, **self._others}[prefix] if prefix else default
        return f"{{{namespace}}}{local}" if namespace else local


def _add(parent: Element, child: XmlChild) -> None:
    if child is None:
        return
    if not isinstance(child, str):
        parent.append(child)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + xml_text(child)
    else:
        parent.text = (parent.text or "") + xml_text(child)


def document(root: Element) -> bytes:
    """The document in UTF-8 with its declaration.

    Declarations of namespaces stand once, at the root.
    """
    etree.cleanup_namespaces(
        root,
        top_nsmap=cast("dict[str, str]", root.nsmap),
        keep_ns_prefixes=[p for p in root.nsmap if p],
    )
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def parsed(content: bytes) -> Element:
    """A document read without entities and without the network."""
    return etree.fromstring(content, SAFE)
