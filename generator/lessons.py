"""A lesson file: a YAML head between two lines of dashes, then Markdown."""

from generator.findings import Finding, Place
from generator.sources import Source, Unreadable, parse

FENCE = "---\n"


def lesson_source(path: str, raw: bytes) -> Source:
    """The head's data with the Markdown added as `body`; raises `Unreadable`."""
    text = raw.replace(b"\r\n", b"\n")
    head, found, body = text.removeprefix(FENCE.encode()).partition(b"\n" + FENCE.encode())
    if not text.startswith(FENCE.encode()) or not found:
        sentence = "A lesson starts with a head of YAML between two lines of three dashes; add it."
        raise Unreadable(Finding(Place(path), "Y108", sentence))
    # A comment in place of the first fence keeps line numbers those of the file.
    source = parse(path, b"#\n" + head)
    if not isinstance(source.data, dict):
        raise Unreadable(Finding(Place(path, 2), "Y108", "The head of a lesson is a list of 'key: value' lines."))
    line = head.count(b"\n") + 4
    data = {**source.data, "body": _decoded(path, body, line), "body_line": line}
    return Source(path, source.text, data)


def _decoded(path: str, body: bytes, line: int) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        place = Place(path, line + body[: error.start].count(b"\n"))
        raise Unreadable(Finding(place, "Y101", "The text is not UTF-8; save the file as UTF-8.")) from error
