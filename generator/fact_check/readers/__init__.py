"""A file's bytes to blocks, by the ending of its name."""

from pathlib import PurePath

from generator.fact_check.passages import Block, Unreadable
from generator.fact_check.readers.docx_reader import read_docx
from generator.fact_check.readers.line_reader import read_markdown, read_plain
from generator.fact_check.readers.markup_reader import read_html
from generator.fact_check.readers.pdf_reader import read_pdf

MAX_BYTES = 25_000_000
TEXTS = {
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".mdx": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".txt": read_plain,
    ".text": read_plain,
    ".rst": read_plain,
    ".csv": read_plain,
    "": read_plain,
}
PACKED = {".pdf": read_pdf, ".docx": read_docx}


def read_blocks(name: str, raw: bytes) -> tuple[Block, ...]:
    """The blocks of a file; raises `Unreadable` with the reason where there are none to be had."""
    suffix = PurePath(name).suffix.lower()
    if len(raw) > MAX_BYTES:
        raise Unreadable(f"larger than {MAX_BYTES // 1_000_000} million bytes")
    if suffix in PACKED:
        return PACKED[suffix](raw)
    if suffix not in TEXTS:
        known = ", ".join(sorted(name for name in (*TEXTS, *PACKED) if name))
        raise Unreadable(f"'{suffix}' is no kind of file this reads; it reads {known}")
    return TEXTS[suffix](_decoded(raw))


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    if b"\x00" in raw[:4096]:
        raise Unreadable("not text: it holds zero bytes")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")
