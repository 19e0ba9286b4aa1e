"""The manifest of a QTI package.

Every item with its title and tags, and the test that refers to them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion
from generator.exports.qti.identifiers import item_id
from generator.exports.xml_builder import XSI, Element, XmlBuilder


@dataclass(frozen=True)
class Edition:
    """What the manifests of two editions say differently."""

    namespace: str
    lom: str
    schema: str
    version: str
    item_type: str
    test_type: str
    where: str


def manifest(edition: Edition, questions: Sequence[ExportQuestion], plan: Plan) -> Element:
    """The whole manifest."""
    make, lom = (
        XmlBuilder(edition.namespace, {"lom": edition.lom, "xsi": XSI}),
        XmlBuilder(edition.lom, {"lom": edition.lom}),
    )
    about = make(
        "metadata",
        {},
        make("schema", {}, edition.schema),
        make("schemaversion", {}, edition.version),
        _about(lom, plan.title, ()),
    )
    listed = make(
        "resources", {}, _test(make, edition, questions), *_items(make, lom, edition, questions)
    )
    named = {"identifier": f"rightcode-{plan.id}", "xsi:schemaLocation": edition.where}
    return make("manifest", named, about, make("organizations", {}), listed)


def _test(make: XmlBuilder, edition: Edition, questions: Sequence[ExportQuestion]) -> Element:
    needed = (make("dependency", {"identifierref": item_id(question.id)}) for question in questions)
    return make(
        "resource",
        {"identifier": "test", "type": edition.test_type, "href": "test.xml"},
        make("file", {"href": "test.xml"}),
        *needed,
    )


def _items(
    make: XmlBuilder, lom: XmlBuilder, edition: Edition, questions: Sequence[ExportQuestion]
) -> Iterator[Element]:
    for question in questions:
        path = f"items/{question.id}.xml"
        about = make("metadata", {}, _about(lom, question.title, question.tags))
        yield make(
            "resource",
            {"identifier": item_id(question.id), "type": edition.item_type, "href": path},
            about,
            make("file", {"href": path}),
        )


def _about(lom: XmlBuilder, title: str, tags: Sequence[str]) -> Element:
    """Title and keywords as learning object metadata (IEEE 1484.12.3)."""
    general = lom(
        "general",
        {},
        lom("title", {}, _text(lom, title)),
        *(lom("keyword", {}, _text(lom, tag)) for tag in tags),
    )
    return lom("lom", {}, general)


def _text(lom: XmlBuilder, text: str) -> Element:
    return lom("string", {"language": "en"}, text)
