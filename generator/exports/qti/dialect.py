"""QTI 2.1 and 3.0 are one language in two spellings.

`choiceInteraction` became `qti-choice-interaction`.
"""

import re
from collections.abc import Mapping

from generator.exports.xml_builder import XSI, Element, XmlBuilder, XmlChild

HTML = frozenset(
    [
        "a",
        "blockquote",
        "br",
        "caption",
        "div",
        "em",
        "h2",
        "li",
        "ol",
        "p",
        "span",
        "strong",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


class Dialect(XmlBuilder):
    """Makes elements by their names in QTI 2.1.

    `content` is what paragraphs stand in where 3.0 wants a body of their own.
    """

    def __init__(self, namespace: str, schema: str, *, dashed: bool) -> None:
        super().__init__(namespace, {"xsi": XSI})
        self.namespace, self.dashed = namespace, dashed
        self.where = {"xsi:schemaLocation": f"{namespace} {schema}"}

    def __call__(
        self, tag: str, attributes: Mapping[str, object] | None = None, *children: XmlChild
    ) -> Element:
        """An element by its name in QTI 2.1."""
        if not self.dashed or tag in HTML:
            return super().__call__(tag, attributes, *children)
        named = {
            name if ":" in name else _dashed(name): value
            for name, value in (attributes or {}).items()
        }
        return super().__call__(f"qti-{_dashed(tag)}", named, *children)

    def content(self, *children: XmlChild) -> tuple[XmlChild, ...]:
        """Paragraphs as the edition wants them."""
        return (self("contentBody", {}, *children),) if self.dashed else children

    def lead(self, word: str, text: str) -> Element:
        """A paragraph that may begin with a word in bold."""
        return self("p", {}, self("strong", {}, word), f" {text}") if word else self("p", {}, text)


def _dashed(name: str) -> str:
    return CAPITAL.sub("-", name).lower()


QTI_21 = Dialect(
    "http://www.imsglobal.org/xsd/imsqti_v2p1",
    "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
    dashed=False,
)
QTI_30 = Dialect(
    "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd",
    dashed=True,
)
