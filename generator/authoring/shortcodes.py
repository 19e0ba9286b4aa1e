"""What a lesson may write besides Markdown.

Citations, links into the facts, and blocks made from them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
}
INSERTED = {"comparison": "comparisons", "case": "cases", "item": "items", "values": "rules"}


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
