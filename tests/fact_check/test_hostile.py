"""Files made to do harm end soon, in a sentence or in an answer, and never in a trace."""

import time
import zlib

import pytest

from generator.fact_check.passages import UnreadableDocumentError
from generator.fact_check.readers import MAX_BYTES, read_document
from tests.fact_check.conftest import Check
from tests.fact_check.made import W, made_pdf, zipped

MANY = 200_000
LONG = {
    "one gigantic line": ("a.txt", "97124 " * MANY),
    "one gigantic word": ("a.md", "9" * 5 * MANY),
    "nothing but stops": ("a.txt", "." * 5 * MANY),
    "nothing but capitals": ("a.txt", "C P " * MANY),
    "a code and endless commas": ("a.md", "97124, " * MANY),
    "brackets that never close": ("a.md", "[" * MANY + "(" * MANY),
    "stars": ("a.md", "*_`~" * MANY),
    "quotes in quotes": ("a.md", "> " * MANY + "97124"),
    "bars": ("a.md", "|" * MANY + "\n" + "|-" * MANY),
    "bullets": ("a.md", "- " * MANY),
    "spaces": ("a.txt", " " * 5 * MANY + "x"),
    "a heading of spaces": ("a.md", "# " + " " * MANY + "x"),
    "links in a table": ("a.md", "|" + "[[97124]]|" * (MANY // 4)),
    "line breaks": ("a.txt", "\n" * 5 * MANY),
    "open tags": ("a.html", "<div>" * MANY),
    "half tags": ("a.html", "<" * 2 * MANY),
    "half comments": ("a.html", "<!--" * MANY),
    "half scripts": ("a.html", "<script>" * MANY),
    "attributes without end": ("a.html", "<p " + "a=1 " * MANY),
    "entities": ("a.html", "&#38;" * MANY),
    "cells": ("a.html", "<table>" + "<tr><td>97124<td>x" * (MANY // 4)),
    "words between phrases": (
        "a.txt",
        ("97124 is " + "and so on " * 400 + "therapeutic exercise. ") * 60,
    ),
    "negations": ("a.txt", "not 97124 not therapeutic exercise, " * (MANY // 20)),
    "modifiers": ("a.txt", "GP GO GN 59 97124 " * (MANY // 20)),
}


@pytest.mark.parametrize("case", LONG)
def test_long_and_broken_text_is_read_in_bounded_time(check: Check, case: str) -> None:
    name, text = LONG[case]
    start = time.monotonic()
    check(text, name)
    assert time.monotonic() - start < 20


def refused(name: str, raw: bytes) -> str:
    start = time.monotonic()
    with pytest.raises(UnreadableDocumentError) as told:
        read_document(name, raw)
    assert time.monotonic() - start < 60
    return str(told.value)


def test_a_zip_bomb_is_refused() -> None:
    assert "unpacks to more" in refused("a.docx", zipped("<x>" + " " * 60_000_000 + "</x>"))


def test_xml_nested_too_deep_is_refused() -> None:
    assert "XML" in refused("a.docx", zipped("<a>" * 100_000 + "</a>" * 100_000))


def test_entities_are_not_expanded() -> None:
    bomb = (
        '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
        + "]>"
    )
    raw = zipped(
        f"{bomb}<w:document"
        f' xmlns:w="{W}"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>'
    )
    try:
        assert read_document("a.docx", raw).blocks == ()
    except UnreadableDocumentError as problem:
        assert "XML" in str(problem)


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04nothing", b"plain words"])
def test_what_is_no_word_file_is_refused(raw: bytes) -> None:
    assert "Word document" in refused("a.docx", raw)


@pytest.mark.parametrize("raw", [b"", b"%PDF-1.7\n", b"plain words", made_pdf("x")[:200]])
def test_what_is_no_pdf_is_refused_or_empty(raw: bytes) -> None:
    try:
        assert read_document("a.pdf", raw).text.strip() == ""
    except UnreadableDocumentError as problem:
        assert "PDF" in str(problem)


def test_a_pdf_that_unpacks_to_too_much_is_refused_or_ends() -> None:
    packed = zlib.compress(b"BT (97124) Tj ET " * 20_000_000, 9)
    head = made_pdf("x").replace(b"4 0 obj\n<< /Length", b"6 0 obj\n<< /Length", 1)
    bomb = (
        b"4 0 obj\n<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed)
        + packed
        + b"\nendstream\nendobj\n"
    )
    start = time.monotonic()
    try:
        read_document("a.pdf", head.replace(b"6 0 obj", bomb + b"6 0 obj", 1))
    except UnreadableDocumentError as problem:
        assert "PDF" in str(problem) or "memory" in str(problem)
    assert time.monotonic() - start < 60


def test_what_is_too_large_or_no_text_is_refused() -> None:
    assert "larger than" in refused("a.txt", b"x" * (MAX_BYTES + 1))
    assert "zero bytes" in refused("a.txt", b"\x00\x01\x02")
    assert "no kind of file" in refused("a.exe", b"MZ")
