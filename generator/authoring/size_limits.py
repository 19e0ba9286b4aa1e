"""Bytes to text that is safe to hand to a YAML parser."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from generator.findings import Finding, Place

MAX_BYTES = 4 * 1024 * 1024
MAX_DEPTH = 60
MAX_ENTRIES = 200_000
"""Values and keys, as far as signs tell; the parser takes a kilobyte of memory for each."""
MAX_FINDINGS = 200
"""Of one file; who reads more of them corrects some first."""


class UnreadableFileError(Exception):
    """The text is not a YAML document this project accepts; carries the findings that say why."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(*(finding.sentence for finding in findings))
        self.findings = findings


def decode(path: str, raw: bytes, line: int = 1) -> str:
    """UTF-8 text that starts on `line` of its file.

    Raises `UnreadableFileError` at the first byte that is none.
    """
    if len(raw) > MAX_BYTES:
        raise UnreadableFileError(
            Finding(
                Place(path),
                "Y106",
                f"The file is larger than {MAX_BYTES >> 20} MB ({MAX_BYTES} bytes); split it.",
            )
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        sentence = f"Byte 0x{error.object[error.start]:02x} is not UTF-8; save the file as UTF-8."
        raise UnreadableFileError(
            Finding(place_in(path, before, len(before), line), "Y101", sentence)
        ) from error


def place_in(path: str, text: str, offset: int, line: int = 1) -> Place:
    """The place of a character of a text that starts on `line` of its file."""
    return Place(path, line + text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset))


def first_findings(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings about a file, `MAX_FINDINGS` at most, and that there are more."""
    rest = iter(findings)
    yield from islice(rest, MAX_FINDINGS)
    if more := next(rest, None):
        sentence = f"More than {MAX_FINDINGS} problems; correct those above first."
        yield Finding(more.place, more.code, sentence)


def reject_oversized(path: str, text: str) -> None:
    """Raise for very many entries, and for deep nesting: the C parser would overrun its stack.

    Both are counted on the text, before anything is parsed.
    """
    if sum(map(text.count, (",", "\n", "- ", "? ", ": ", "[", "{"))) > MAX_ENTRIES:
        sentence = f"The file has more than {MAX_ENTRIES} entries; split it."
        raise UnreadableFileError(Finding(Place(path), "Y106", sentence))
    if _is_flat(text):
        return
    depth = 0
    for bracket in re.finditer(r"[\[\]{}]|^ {240}|(?:[-?] ){60}", text, re.MULTILINE):
        token = bracket.group()
        depth = max(0, depth + (1 if token in "[{" else -1 if token in "]}" else MAX_DEPTH + 1))
        if depth > MAX_DEPTH:
            place = place_in(path, text, bracket.start())
            raise UnreadableFileError(
                Finding(place, "Y106", f"Nested deeper than {MAX_DEPTH} levels; flatten it.")
            )


def _is_flat(text: str) -> bool:
    """Whether no line can nest too deep."""
    if " " * 240 in text or any(run in text for run in ("- - ", "- ? ", "? - ", "? ? ")):
        return False
    return all(
        line.count("[") + line.count("{") == line.count("]") + line.count("}") <= MAX_DEPTH
        for line in text.split("\n")
    )
