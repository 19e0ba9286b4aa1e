"""Paper by PDF/UA-1, as far as the Matterhorn protocol can be read from a file.

A validator of the whole standard, veraPDF, is in no registry that the tests install from.
"""

import io
from collections.abc import Iterator
from typing import Any

import pypdf
import pytest
from pypdf.generic import ContentStream

from generator.exports.format_registry import FORMATS
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion
from generator.facts.corpus import Corpus

SHOWS = {b"Tj", b"TJ", b"'", b'"', b"f", b"F", b"f*", b"B", b"B*", b"S", b"s", b"b", b"b*", b"Do"}
"""The operators that put something on a page: texts, filled and drawn paths, pictures."""
Node = tuple[str, Any, int]


@pytest.fixture(scope="module")
def papers(odd: tuple[ExportQuestion, ...], corpus: Corpus) -> dict[str, pypdf.PdfReader]:
    plan = Plan("bank", "The bank", corpus.judged_on, pass_mark_percent=75)
    return {
        name: pypdf.PdfReader(io.BytesIO(content))
        for name, content in FORMATS["paper"].export(odd, plan).items()
    }


def nodes(pdf: pypdf.PdfReader) -> list[Node]:
    """Type, element and depth of each element of the structure, in its order."""
    root = pdf.trailer["/Root"]["/StructTreeRoot"].get_object()
    roles = {str(key): str(value) for key, value in root.get("/RoleMap", {}).items()}

    def below(element: Any, depth: int) -> Iterator[Node]:
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            inner = kid.get_object() if hasattr(kid, "get_object") else kid
            if isinstance(inner, dict) and "/S" in inner:
                name = str(inner["/S"])
                yield roles.get(name, name), inner, depth
                yield from below(inner, depth + 1)

    return [*below(root, 0)]


def test_headings_begin_with_the_first_and_skip_no_level(papers: dict[str, Any]) -> None:
    for name, pdf in papers.items():
        levels = [int(kind[2:]) for kind, *_ in nodes(pdf) if kind[:2] == "/H" and kind[2:]]
        assert levels and levels[0] == 1, name
        steps = zip(levels, levels[1:], strict=False)
        assert [(one, next_one) for one, next_one in steps if next_one > one + 1] == [], name


def test_a_header_of_a_table_says_what_it_heads(papers: dict[str, Any]) -> None:
    found = 0
    for name, pdf in papers.items():
        for kind, element, _ in nodes(pdf):
            if kind == "/TH":
                given = element.get("/A", {})
                attributes = given if isinstance(given, list) else [given]
                scopes = [one.get_object().get("/Scope") for one in attributes]
                assert set(scopes) & {"/Row", "/Column", "/Both"}, name
                found += 1
    assert found


def test_a_table_holds_rows_and_a_row_cells(papers: dict[str, Any]) -> None:
    inside = {
        "/Table": {"/TR", "/THead", "/TBody", "/TFoot", "/Caption"},
        "/TR": {"/TH", "/TD"},
        "/L": {"/LI", "/Caption"},
    }
    for name, pdf in papers.items():
        parents: dict[int, str] = {}
        for kind, _, depth in nodes(pdf):
            parents[depth] = kind
            wanted = inside.get(parents.get(depth - 1, ""))
            assert not wanted or kind in wanted, (name, parents[depth - 1], kind)


def test_a_figure_has_words_for_it(papers: dict[str, Any]) -> None:
    for name, pdf in papers.items():
        figures = [one for kind, one, _ in nodes(pdf) if kind in ("/Figure", "/Formula")]
        assert [one for one in figures if not one.get("/Alt")] == [], name


def test_nothing_on_a_page_is_without_a_tag(papers: dict[str, Any]) -> None:
    """Texts, lines and pictures are content with an id, or an artifact."""
    for name, pdf in papers.items():
        for page in pdf.pages:
            assert untagged(ContentStream(page["/Contents"].get_object(), pdf)) == 0, name


def untagged(content: ContentStream) -> int:
    """How much is put on the page outside of marks."""
    opened: list[bool] = []
    found = 0
    for operands, operator in content.operations:
        match operator:
            case b"BDC":
                marks = operands[1] if isinstance(operands[1], dict) else {}
                opened.append(operands[0] == "/Artifact" or "/MCID" in marks)
            case b"BMC":
                opened.append(operands[0] == "/Artifact")
            case b"EMC":
                opened.pop()
            case _ if operator in SHOWS:
                found += not any(opened)
    assert opened == []
    return found


def test_a_page_is_read_in_the_order_of_its_tags_and_shows_its_title(
    papers: dict[str, Any],
) -> None:
    for name, pdf in papers.items():
        root = pdf.trailer["/Root"]
        assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"]), name
        assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data(), name
        linked = [page for page in pdf.pages if "/Annots" in page]
        assert [page for page in linked if page.get("/Tabs") != "/S"] == [], name
        notes = [note.get_object() for page in linked for note in page["/Annots"]]
        assert [note for note in notes if not note.get("/Contents")] == [], name


def test_every_font_is_inside_and_its_signs_are_known(papers: dict[str, Any]) -> None:
    for name, pdf in papers.items():
        for page in pdf.pages:
            for font in page["/Resources"].get("/Font", {}).values():
                one = font.get_object()
                inner = (
                    one["/DescendantFonts"][0].get_object() if "/DescendantFonts" in one else one
                )
                embedded = {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner["/FontDescriptor"])
                assert embedded and "/ToUnicode" in one, name
