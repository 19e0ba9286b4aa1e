"""Whether words are found in files, however they are written or packed."""

import base64
import gzip
import hashlib
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping

import pypdf

from generator.exports.question_conversion import questions
from generator.facts.corpus import REGISTERS, Corpus
from generator.facts.quizzes import Item

ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
OTHER_SIGNS = bytes(set(range(256)) - set(b"abcdefghijklmnopqrstuvwxyz0123456789"))
WORD = 8
"""Bytes that a machine compares at once."""
SHORTEST = 2 * WORD - 1
"""Signs of a needle: wherever it lies, one of its words begins at a place that eight divides."""
PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
"""A sign in an address; letters and figures are never written so."""
ENCODED = re.compile(rb"[A-Za-z0-9+/_-]{40,}={0,2}")


def held_back(corpus: Corpus) -> tuple[Item, ...]:
    return tuple(item for item in corpus.items.values() if item.held_back)


def needles(corpus: Corpus) -> dict[str, bytes]:
    """By item and what it is, what must not be found.

    Ids, titles, and five words in a row of every note, feedback and reason.
    """
    found = {}
    for question in questions(corpus, held_back(corpus)):
        texts = [
            *question.note,
            question.reason,
            question.title,
            question.id,
            *(choice.feedback for choice in getattr(question.response, "choices", ())),
        ]
        for text in texts:
            found.update(
                (f"{question.id}: {' '.join(words)}", squeezed(" ".join(words)))
                for words in fives(text)
            )
    return found


def fives(text: str) -> Iterator[list[str]]:
    words = text.split()
    for start in range(0, max(1, len(words) - 4), 5):
        yield words[start : start + 5]


def squeezed(text: str) -> bytes:
    """Letters and figures alone: no markup, escaping or line break hides them."""
    return text.lower().encode("utf-8", "replace").translate(None, OTHER_SIGNS)


def readings(name: str, content: bytes, known: set[bytes]) -> Iterator[str]:
    """Everything a file can be read as, what is packed in it included.

    The player that lies in every package is read once.
    """
    for raw in unpacked(name, content):
        if (digest := hashlib.sha256(raw).digest()) in known:
            continue
        known.add(digest)
        for text in (
            raw.decode("utf-8", "replace"),
            raw.decode("utf-16-le", "replace") if b"\0" in raw[:64] else "",
        ):
            plain = html.unescape(ESCAPED.sub(lambda match: chr(int(match[1], 16)), text))
            yield re.sub(r"<[^>]*>", "", plain)
            yield plain
            if "%" in plain:
                yield PERCENT.sub("", plain)


def unpacked(name: str, content: bytes) -> Iterator[bytes]:
    yield content
    if content[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.namelist():
                yield from unpacked(entry, archive.read(entry))
    if content[:5] == b"%PDF-":
        yield " ".join(
            page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages
        ).encode()
    if content[:2] == b"\x1f\x8b":
        yield from unpacked(name, gzip.decompress(content))
    for match in (
        ENCODED.findall(content)
        if name.endswith((".html", ".js", ".json", ".md", ".txt", ".xml"))
        else ()
    ):
        yield from decoded(match)


def decoded(match: bytes) -> Iterator[bytes]:
    """What base64 of any alphabet holds, deflated or not."""
    text = match.rstrip(b"=").translate(bytes.maketrans(b"-_", b"+/"))
    raw = base64.b64decode(
        text[: len(text) - (len(text) % 4 == 1)]
        + b"=" * (-len(text[: len(text) - (len(text) % 4 == 1)]) % 4)
    )
    yield raw
    for window in (-15, 31):
        try:
            yield zlib.decompress(raw, window)
        except zlib.error:
            continue


def leaks(files: Mapping[str, bytes], wanted: Mapping[str, bytes]) -> list[str]:
    """`needle in file` for everything found."""
    index, known = Index(wanted), set()
    return [
        f"{name} in {path}"
        for path, content in files.items()
        for text in readings(path, content, known)
        for name in index.found_in(squeezed(text))
    ]


class Index:
    """Needles by the machine's words that they hold, wherever a text's own words begin in them.

    Only what has all its words among those of a text is searched for in it.
    """

    def __init__(self, wanted: Mapping[str, bytes]) -> None:
        self.wanted = wanted
        self.by_first: dict[int, list[tuple[str, frozenset[int]]]] = {}
        for name, needle in wanted.items():
            assert len(needle) >= SHORTEST, name
            for start in range(WORD):
                first, *others = _words(needle[start:])
                self.by_first.setdefault(first, []).append((name, frozenset(others)))

    def found_in(self, signs: bytes) -> list[str]:
        """The names of the needles that the text holds."""
        there = set(_words(signs))
        likely = {
            name
            for word in self.by_first.keys() & there
            for name, others in self.by_first[word]
            if others <= there
        }
        return sorted(name for name in likely if self.wanted[name] in signs)


def _words(signs: bytes) -> memoryview:
    """The machine's words of a text, one after the other; what is left at its end is no word."""
    return memoryview(signs)[: len(signs) // WORD * WORD].cast("Q")


def only_theirs(corpus: Corpus) -> dict[str, bytes]:
    """Words that no public question and no fact has, such as 'Medicare never pays the pack'."""
    told = [
        *questions(corpus, tuple(corpus.public.items.values())),
        *(thing for name in REGISTERS for thing in corpus.public.register(name).values()),
    ]
    public = b" ".join(squeezed(str(thing)) for thing in told)
    long = {name: one for name, one in needles(corpus).items() if len(one) >= SHORTEST}
    shared = set(Index(long).found_in(public))
    return {name: needle for name, needle in long.items() if name not in shared}
