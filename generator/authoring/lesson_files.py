"""A lesson file: a YAML head between two lines of dashes, then Markdown with shortcodes."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass

from generator.authoring.size_limits import UnreadableFileError, decode, place_in
from generator.authoring.yaml_reader import YamlSource, parse_yaml
from generator.facts.base import Keys
from generator.findings import Finding, Place

FENCE = b"---\n"
CITATION = re.compile(r"\[@(?P<source>[a-z0-9-]+)(?: (?P<as_of>\d{4}-\d{2}-\d{2}))?\]")
LINK = re.compile(
    r"\[\[(?:(?P<register>[a-z]+):)?(?P<name>[A-Za-z0-9-]+)(?:\|(?P<label>[^\]]+))?\]\]"
)
BLOCK = re.compile(r"<!-- rc:(?P<block>[a-z-]+) (?P<name>[A-Za-z0-9-]+) -->")
LINKED = {
    None: "codes",
    "code": "codes",
    "myth": "misconceptions",
    "rule": "rules",
    "term": "glossary",
    "quiz": "quizzes",
    "learn": "lessons",
    "compare": "comparisons",
    "payer": "payers",
    "article": "articles",
    "sheet": "sheets",
    "form": "claim_forms",
    "denial": "adjustments",
}
INSERTED = {
    "comparison": "comparisons",
    "case": "cases",
    "figure": "figures",
    "item": "items",
    "values": "rules",
    "diagnoses": "diagnosis_lists",
}


@dataclass(frozen=True)
class LessonSource(YamlSource):
    """A lesson's head, and its text.

    The keys `body, 12` lead to the text's thirteenth character.
    """

    body: str = ""
    body_line: int = 1

    def place(self, keys: Keys) -> Place:
        """The place that `keys` lead to, in the head or in the text."""
        match keys:
            case ("body", int(offset)):
                return place_in(self.path, self.body, offset, self.body_line)
            case ("body",):
                return Place(self.path, self.body_line)
            case _:
                return super().place(keys)


def lesson_source(path: str, raw: bytes) -> LessonSource:
    """The head's data with the Markdown added as `body`; raises `UnreadableFileError`."""
    text = raw.removeprefix(BOM_UTF8).replace(b"\r\n", b"\n")
    head, found, body = text.removeprefix(FENCE).partition(b"\n" + FENCE)
    if not text.startswith(FENCE) or not found:
        sentence = "A lesson starts with a head of YAML between two lines of three dashes; add it."
        raise UnreadableFileError(Finding(Place(path), "Y108", sentence))
    # A comment in place of the first fence keeps line numbers those of the file.
    source = parse_yaml(path, b"#\n" + head)
    if not isinstance(source.data, dict):
        raise UnreadableFileError(
            Finding(
                Place(path, 2),
                "Y108",
                "The head of a lesson is lines of 'key: value'; write it so.",
            )
        )
    line = head.count(b"\n") + 4
    text_below = decode(path, body, line)
    data = {**source.data, "body": text_below, "body_line": line}
    return LessonSource(path, source.text, data, body=text_below, body_line=line)


@dataclass(frozen=True)
class Shortcode:
    """One use in a text: what kind, where it starts, and how it was written."""

    kind: str
    start: int
    text: str
    match: re.Match[str]


def shortcodes(body: str) -> Iterator[Shortcode]:
    """Every shortcode of a text, citations first."""
    for kind, pattern in (("citation", CITATION), ("link", LINK), ("block", BLOCK)):
        for match in pattern.finditer(body):
            yield Shortcode(kind, match.start(), match.group(), match)


def target_of(shortcode: Shortcode) -> tuple[str, str]:
    """The register and the name a shortcode points to.

    An unknown kind of link points to a register that has nothing.
    """
    match shortcode.kind:
        case "citation":
            return "sources", shortcode.match["source"]
        case "link":
            return LINKED.get(shortcode.match["register"], "lessons"), shortcode.match["name"]
        case _:
            return INSERTED.get(shortcode.match["block"], "lessons"), shortcode.match["name"]
