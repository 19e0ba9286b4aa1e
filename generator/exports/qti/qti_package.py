"""A package of QTI 2.1 or 3.0: an item a file, a test, a manifest.

The two are one language in two spellings: `choiceInteraction` became `qti-choice-interaction`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from lxml import etree

from generator.exports.archives import archive
from generator.exports.limitations import (
    as_entries,
    claim_as_rows,
    collect_for_package,
    first_of_two,
    not_in_canvas,
)
from generator.exports.plan import Plan
from generator.exports.portable_question import Questions
from generator.exports.qti.assessment_test import assessment_test
from generator.exports.qti.identifiers import item_id
from generator.exports.qti.qti_item import item
from generator.exports.xml_builder import XSI, Element, XmlBuilder, document

HTML = {
    "a",
    "blockquote",
    "caption",
    "div",
    "p",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
}
"""Tags that 3.0 leaves as they are."""
CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")
LOM = "http://ltsc.ieee.org/xsd/LOM"
lom = XmlBuilder(LOM, lom=LOM)


@dataclass(frozen=True)
class QtiVersion:
    """Namespaces, schemas and names of a version; `dashed` is the spelling of 3.0."""

    number: str
    namespace: str
    schema: str
    dashed: bool
    package_namespace: str
    package_schema: str
    package_name: str
    package_version: str

    limitations = staticmethod(
        partial(collect_for_package, rules=(claim_as_rows, as_entries, not_in_canvas, first_of_two))
    )

    def export(self, questions: Questions, plan: Plan) -> dict[str, bytes]:
        """`ID-qti21.zip` or `ID-qti30.zip`."""
        items = {
            f"items/{question.id}.xml": self._document(item(question, shuffled=plan.shuffled))
            for question in questions
        }
        files = {
            **items,
            "test.xml": self._document(assessment_test(questions, plan)),
            "imsmanifest.xml": document(_manifest(self, questions, plan)),
        }
        return {f"{plan.id}-qti{self.number}.zip": archive(files, plan.as_of)}

    def _document(self, root: Element) -> bytes:
        spelled = self._spelled(root)
        spelled.set(f"{{{XSI}}}schemaLocation", f"{self.namespace} {self.schema}")
        return document(spelled)

    def _spelled(self, element: Element) -> Element:
        """A copy; 3.0 has feedback and instructions in a body of their own."""
        prefixes: Any = {None: self.namespace, "xsi": XSI}  # lxml-stubs knows no prefix None
        made = etree.Element(self._name(element.tag), nsmap=prefixes)
        made.text, made.tail = element.text, element.tail
        for name, value in element.items():
            if self.dashed or name != "use":
                made.set(_dashed(str(name)) if self.dashed else name, value)
        wrapped = self.dashed and element.tag in ("modalFeedback", "rubricBlock")
        body = etree.SubElement(made, self._name("contentBody")) if wrapped else made
        body.extend(map(self._spelled, element))
        return made

    def _name(self, tag: str) -> str:
        spelled = f"qti-{_dashed(tag)}" if self.dashed and tag not in HTML else tag
        return f"{{{self.namespace}}}{spelled}"


def _dashed(name: str) -> str:
    return name if ":" in name else CAPITAL.sub("-", name).lower()


QTI_21 = QtiVersion(
    "21",
    "http://www.imsglobal.org/xsd/imsqti_v2p1",
    "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
    False,
    "http://www.imsglobal.org/xsd/imscp_v1p1",
    "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd",
    "QTIv2.1 Package",
    "1.0.0",
)
QTI_30 = QtiVersion(
    "30",
    "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd",
    True,
    "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd",
    "QTI Package",
    "3.0.0",
)


def _manifest(version: QtiVersion, questions: Questions, plan: Plan) -> Element:
    namespace = version.package_namespace
    make = XmlBuilder(namespace, lom=LOM, xsi=XSI)
    return make.manifest(
        make.metadata(
            make.schema(version.package_name),
            make.schemaversion(version.package_version),
            _about(plan.title, ()),
        ),
        make.organizations(),
        make.resources(*_resources(make, version, questions)),
        identifier=f"rightcode-{plan.id}",
        **{"xsi:schemaLocation": f"{namespace} {version.package_schema}"},
    )


def _resources(make: XmlBuilder, version: QtiVersion, questions: Questions) -> Iterator[Element]:
    needed = (make.dependency(identifierref=item_id(question.id)) for question in questions)
    kind = f"xmlv{version.number[0]}p{version.number[1]}"
    yield make.resource(
        make.file(href="test.xml"),
        *needed,
        identifier="test",
        type=f"imsqti_test_{kind}",
        href="test.xml",
    )
    for question in questions:
        path = f"items/{question.id}.xml"
        yield make.resource(
            make.metadata(_about(question.title, question.tags)),
            make.file(href=path),
            identifier=item_id(question.id),
            type=f"imsqti_item_{kind}",
            href=path,
        )


def _about(title: str, tags: Sequence[str]) -> Element:
    """Title and keywords as learning object metadata (IEEE 1484.12.3)."""
    keywords = (lom.keyword(_text(tag)) for tag in tags)
    return lom.lom(lom.general(lom.title(_text(title)), *keywords))


def _text(text: str) -> Element:
    return lom.string(text, language="en")
