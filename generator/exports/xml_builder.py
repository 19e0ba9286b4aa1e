"""XML documents made by calls: texts stay texts, and characters that XML forbids are left out."""

from collections.abc import Callable
from functools import partial
from typing import Any, cast

from lxml import etree

from generator.exports.question_text import xml_text

XML = "http://www.w3.org/XML/1998/namespace"
XSI = "http://www.w3.org/2001/XMLSchema-instance"

Element = etree._Element
XmlChild = Element | str | None


class XmlBuilder:
    """Elements of one namespace: `make.p("text", id="a", class_="b")`."""

    def __init__(self, namespace: str = "", **prefixes: str) -> None:
        self._namespace = namespace
        self._names = {"xml": XML, "xsi": XSI, "": "", **prefixes}
        self._prefixes: Any = (  # lxml-stubs knows no prefix None
            {None: namespace, **prefixes} if namespace else None
        )

    def __getattr__(self, tag: str) -> Callable[..., Element]:
        """Makes elements of this tag."""
        return partial(self, tag)

    def __call__(self, tag: str, *children: XmlChild, **attributes: object) -> Element:
        """An element without the attributes and children that are None."""
        made = etree.Element(_name(self._namespace, tag), nsmap=self._prefixes)
        for name, value in attributes.items():
            if value is not None:
                prefix, _, local = name.rstrip("_").rpartition(":")
                made.set(_name(self._names[prefix], local), xml_text(str(value)))
        for child in children:
            _add(made, child)
        return made


def _name(namespace: str, local: str) -> str:
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
    """The document in UTF-8, its namespaces declared at the root."""
    etree.cleanup_namespaces(
        root,
        top_nsmap=cast("dict[str, str]", root.nsmap),
        keep_ns_prefixes=[p for p in root.nsmap if p],
    )
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"
