"""Every byte of a zip changed, whatever it is packed with: refused in a sentence, or read."""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.cms.import_error import CmsImportError
from generator.cms.importer import plan
from generator.fact_check.passages import UnreadableDocumentError
from generator.fact_check.readers import read_document
from tests.hostile.test_cms import BOOK, PTP, SHEET, TEXTS
from tests.hostile.test_documents import SAYS, body, paragraph

PACKED = {
    "stored": zipfile.ZIP_STORED,
    "deflate": zipfile.ZIP_DEFLATED,
    "bzip2": zipfile.ZIP_BZIP2,
    "LZMA": zipfile.ZIP_LZMA,
}
CHANGES: tuple[Callable[[int], int], ...] = (
    lambda _: 0,
    lambda _: 255,
    lambda byte: byte ^ 1,
    lambda byte: byte ^ 0x5A,
)


def damaged(raw: bytes, step: int = 1) -> Iterator[bytes]:
    for at in range(0, len(raw), step):
        yield raw[:at]
        for change in CHANGES:
            if change(raw[at]) != raw[at]:
                yield raw[:at] + bytes([change(raw[at])]) + raw[at + 1 :]


def packed(name: str, content: bytes, method: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr(zipfile.ZipInfo(name), content, method)
    return file.getvalue()


@pytest.mark.parametrize("method", PACKED)
def test_word_documents(method: str) -> None:
    sound = packed("word/document.xml", body(paragraph(SAYS)), PACKED[method])
    assert read_document("a.docx", sound).blocks
    for raw in damaged(sound):
        try:
            read_document("a.docx", raw)
        except UnreadableDocumentError as problem:
            assert "\n" not in str(problem)


@pytest.mark.parametrize("method", PACKED)
def test_archives_of_cms(method: str, tmp_path: Path) -> None:
    path = tmp_path / PTP.replace(".txt", ".zip")
    for raw in damaged(packed(PTP, TEXTS[PTP][:600], PACKED[method]), 2):
        path.write_bytes(raw)
        try:
            plan([path], None, None)
        except CmsImportError as problem:
            assert "\n" not in str(problem)


def test_spreadsheets_of_cms(tmp_path: Path) -> None:
    path = tmp_path / BOOK
    for raw in damaged(SHEET, 60):
        path.write_bytes(raw)
        try:
            plan([path], None, None)
        except CmsImportError as problem:
            assert "\n" not in str(problem)
