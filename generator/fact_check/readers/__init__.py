"""A file's bytes to a document, by the ending of its name."""

from pathlib import PurePath

from generator.fact_check.passages import Document, UnreadableDocumentError
from generator.fact_check.readers.markup_reader import read_html
from generator.fact_check.readers.pdf_reader import read_pdf

MAX_BYTES = 25_000_000
MARKDOWN = (".md", ".markdown", ".mdx")
PLAIN = (".txt", ".text", ".rst", ".csv", "")
MARKUP = (".html", ".htm", ".xhtml")


def _read_docx(raw: bytes) -> Document:
    """A Word document; what reads its XML is imported for such a file alone."""
    from generator.fact_check.readers.docx_reader import read_docx  # noqa: PLC0415

    return read_docx(raw)


PACKED = {".pdf": read_pdf, ".docx": _read_docx}


def read_document(name: str, raw: bytes) -> Document:
    """The content of a file; raises `UnreadableDocumentError` where it cannot be read."""
    suffix = PurePath(name).suffix.lower()
    if len(raw) > MAX_BYTES:
        raise UnreadableDocumentError(f"larger than {MAX_BYTES // 1_000_000} million bytes")
    if suffix in PACKED:
        return PACKED[suffix](raw)
    if suffix not in MARKDOWN + PLAIN + MARKUP:
        known = ", ".join(sorted(filter(None, (*MARKDOWN, *PLAIN, *MARKUP, *PACKED))))
        raise UnreadableDocumentError(f"'{suffix}' is no kind of file this reads; it reads {known}")
    text = _decoded(raw)
    return read_html(text) if suffix in MARKUP else Document(text, markdown=suffix in MARKDOWN)


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    if b"\x00" in raw[:4096]:
        raise UnreadableDocumentError("not text: it holds zero bytes")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")
