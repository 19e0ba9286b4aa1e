"""The words of written files, whatever their format: what a reader could find in them."""

import html
import io
import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterator, Mapping
from functools import partial
from zipfile import ZipFile

import pypdf

TAG = re.compile(r"<[^>]*>")
GIFT_ESCAPE = re.compile(r"\\([~=#{}:])")
JSON_ESCAPE = re.compile(r'\\(?:u[0-9a-fA-F]{4}|["/bfnrt])')


def words(text: str) -> str:
    """Letters and digits alone: markup, escapes, hyphens and line breaks are no words."""
    plain = unicodedata.normalize("NFKC", text)  # a PDF holds cm² as cm2
    return "".join(re.findall(r"[^\W_]+", plain)).casefold()


def written_words(files: Mapping[str, bytes]) -> str:
    """The words of all files, those of archives, PDFs and Anki's collections too."""
    return "\n".join(words(_shown(text)) for content in files.values() for text in _texts(content))


def _texts(content: bytes) -> Iterator[str]:
    if content.startswith(b"PK"):
        with ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield from _texts(archive.read(name))
    elif content.startswith(b"%PDF"):
        yield " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    elif content.startswith(b"SQLite format 3"):
        with sqlite3.connect(":memory:") as collection:
            collection.deserialize(content)
            yield from (fields for (fields,) in collection.execute("select flds from notes"))
    else:
        yield content.decode("utf-8", "replace")


def _shown(text: str) -> str:
    """Without tags and entities; markup within markup is written as entities of entities."""
    plain = JSON_ESCAPE.sub(lambda found: json.loads(f'"{found[0]}"'), GIFT_ESCAPE.sub(r"\1", text))
    for strip in (partial(TAG.sub, " "), html.unescape) * 2:
        plain = strip(plain)
    return plain
