"""What a lesson's Markdown becomes holds only HTML that we know: elements, attributes, addresses.

The lesson is rendered as MkDocs renders it, and every sign that opens a tag must open one of these.
"""

import re
from collections.abc import Iterator
from html import unescape

from markdown import markdown

from generator.authoring.lesson_files import BLOCK, CITATION, LINK
from generator.facts.corpus import Corpus
from generator.facts.web_address import read_address
from generator.findings import Problems

MAX_CHARACTERS, MAX_STEPS = 40_000, 8_000_000  # beyond them Markdown is read for minutes
EXTENSIONS = ["attr_list", "fenced_code", "tables", "toc"]  # as in mkdocs.yml, and MkDocs's own
ELEMENTS = frozenset(
    re.findall(
        r"\w+",
        "a abbr b blockquote br cite code del dfn em h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre"
        " q samp small strong sub sup table tbody td th thead tr u ul var",
    )
)
VOID = frozenset({"br", "hr", "img"})
ID = re.compile(r"(?!_)[\w-]{1,200}")  # the theme's own begin with underscores
NUMBER = re.compile(r"[0-9]{1,4}")
ANY = re.compile(r"[^<>]*")
ATTRIBUTES = {
    **dict.fromkeys(("title", "lang", "dir", "alt"), ANY),
    **dict.fromkeys(("width", "height", "start", "colspan", "rowspan"), NUMBER),
    "id": ID,
    "scope": re.compile("row|col"),
    "style": re.compile("text-align: (left|center|right);"),  # of Markdown's tables
    "class": re.compile(r"language-\w+"),  # of Markdown's code
}
OPENING = re.compile(r"<(/?[A-Za-z0-9]*)")
TAG = re.compile(
    r"""<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)"""
    r"""(?P<rest>(?:\s+[A-Za-z-]+=(?:"[^"<>]*"|'[^'<>]*'))*)\s*/?>"""
)
ATTRIBUTE = re.compile(r"""([A-Za-z-]+)=["'](.*?)["'](?=\s|$)""", re.DOTALL)
BLOCK_OF_HTML = re.compile(
    r"^<(?:table|dl|div|ol|ul|details)\b.*?(?=\n\n|\Z)", re.DOTALL | re.MULTILINE
)
"""What generator/build/raw_blocks.py takes out before Markdown is read."""
CODE = re.compile(r"^```.*?^```|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL | re.MULTILINE)
RISKY = re.compile(r"[<{]|\]\(|\]:|\]\[")
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:")
MAIL = re.compile(r"mailto:[\w.+-]+@[\w.-]+(\?[\w=%&.+-]*)?")


def foreign_markup(corpus: Corpus) -> Problems:
    """HTML, attributes and addresses that a lesson may not hold."""
    for name, lesson in corpus.lessons.items():
        spot = corpus.spot("lessons", name) / "body"
        signs = sum(map(lesson.body.count, "[<"))
        if len(lesson.body) > MAX_CHARACTERS or len(lesson.body) * signs > MAX_STEPS:
            yield (
                spot,
                f"The lesson has {len(lesson.body):,} characters and {signs:,} brackets, more than"
                " can be read on one page; divide it.",
            )
        elif RISKY.search(lesson.body):
            search = _Search(lesson.body)
            for text, sentence in _problems(lesson.body):
                yield spot / search.next(text), sentence


class _Search:
    """Where what was found stands in the source, one after another; code does not count."""

    def __init__(self, body: str) -> None:
        self._body = CODE.sub(lambda code: " " * len(code[0]), body).lower()
        self._from: dict[str, int] = {}

    def next(self, text: str) -> int:
        """The start of the text; 0, which is the lesson's, where it is written otherwise."""
        for written in (text.lower(), unescape(text).lower()):
            found = self._body.find(written, self._from.get(written, 0))
            if found >= 0:
                self._from[written] = found + 1
                return found
        return 0


def _problems(body: str) -> Iterator[tuple[str, str]]:
    """What is wrong, and the text in the source that shows where."""
    body = CITATION.sub("<sup></sup>", LINK.sub('<a href="x">x</a>', BLOCK.sub("\n\n", body)))
    try:
        found = list(_unknown(markdown(body, extensions=EXTENSIONS)))
    except RecursionError:
        found = [("", "The lesson is nested too deep to be read; write it in fewer levels.")]
    yield from found
    for block in BLOCK_OF_HTML.findall(body):
        yield from (problem for problem in _unknown(block) if problem not in found)


def _unknown(html: str) -> Iterator[tuple[str, str]]:
    open_tags: list[str] = []
    reported: set[str] = set()
    for opening in OPENING.finditer(html):
        tag = TAG.match(html, opening.start())
        name = opening[1].lower().lstrip("/")
        if opening[1].startswith("/") and name in reported:
            continue
        if not tag or name not in ELEMENTS:
            reported.add(name)
            shown = re.split("[>\n]", html[opening.start() :][:60])[0]
            yield (
                shown,
                f"'{shown}…' is HTML that a lesson may not hold; write it in Markdown, put it"
                " between backticks to show it, or remove it.",
            )
        elif tag["end"]:
            yield from _closed(name, open_tags)
        else:
            yield from _unfit(name, tag["rest"])
            open_tags += [name] if name not in VOID else []
    yield from map(_endless, open_tags)


def _closed(name: str, open_tags: list[str]) -> Iterator[tuple[str, str]]:
    if name not in open_tags:
        yield f"</{name}", f"'</{name}>' ends nothing that began; remove it or add its beginning."
        return
    while (last := open_tags.pop()) != name:
        yield _endless(last)


def _endless(name: str) -> tuple[str, str]:
    return f"<{name}", f"'<{name}>' has no end; add '</{name}>' in the same paragraph."


def _unfit(element: str, attributes: str) -> Iterator[tuple[str, str]]:
    for name, value in ATTRIBUTE.findall(attributes):
        text = unescape(value)
        if (element, name) == ("a", "href"):
            if not (_is_path(text) or read_address(text) or MAIL.fullmatch(text)):
                yield (
                    value,
                    f"'{text[:60]}' is no address that a lesson may lead to; write https://,"
                    " http://, mailto: or a path.",
                )
        elif (element, name) == ("img", "src"):
            if not _is_path(text):
                yield value, f"'{text[:60]}' is no picture of this site; write its path."
        elif name not in ATTRIBUTES or not ATTRIBUTES[name].fullmatch(text):
            yield (
                value if name in ("id", "class") else name,
                f"The attribute {name}=\"{text[:60]}\" of '<{element}>' is none that a lesson may"
                " hold; remove it.",
            )


def _is_path(text: str) -> bool:
    return not (SCHEME.match(text.strip().lower()) or re.search(r"[\x00-\x20\\]|^//", text))
