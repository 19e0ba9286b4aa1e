"""What an author writes is read as text, never as markup."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

import pytest
import yaml

from generator.authoring.loader import load
from generator.build.site_files import build_site
from generator.facts.corpus import Corpus
from tests.seen import Element, page_seen

PROSE = {
    "text",
    "plain_name",
    "title",
    "summary",
    "meaning",
    "says",
    "correction",
    "belief",
    "truth",
    "why_believed",
    "consequence",
    "described",
    "worth",
    "situation",
    "wrong",
    "right",
    "why",
    "fix",
    "note",
    "prompt",
    "feedback",
    "reason",
    "comment",
    "what",
    "name",
    "term",
    "question",
    "publisher",
    "contested",
    "where",
    "also_called",
    "also",
    "tell_apart",
    "not_billable",
    "section",
    "via",
}
PLAIN = "simple speech"
HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "*stars* __lines__ `ticks` ~~strikes~~ ==marks== ^up^ and \\*backslash\\*",
    "a | b | c {: .odd #id onclick=x } {{ 7 * 7 }} {% raw %} {# gone #}",
    "[link](https://evil.example) ![image](x) [@cms-table] [[97999]] <https://evil.example>",
    "\"double\" 'single' “typographic” & &amp; &lt; &#42; ü 中 😀 -- ...",
    "<!-- rc:cut --> <!-- rc:end --> --> ]]> </details></fieldset> <rc-quiz>",
    "# no heading",
    "- no list",
    "+ no list",
    "1. no list",
    "2) no list",
    "    no listing",
    "> no quote",
    "--- no rule",
    "=== no heading",
    ": no definition",
    "~~~ no fence",
)


@pytest.fixture(scope="module")
def pages_with(base_files: Mapping[str, bytes]) -> Callable[[str], dict[str, tuple[str, Element]]]:
    """The pages of the small project with a text wherever an author may write prose.

    As rendered, and as seen.
    """

    @cache
    def made(text: str) -> dict[str, tuple[str, Element]]:
        return {
            path: (page, page_seen(page))
            for path, page in pages(with_prose(base_files, text)).items()
        }

    return made


def with_prose(files: Mapping[str, bytes], text: str) -> Corpus:
    loaded = load(
        {path: _filled(raw, text) if path.endswith(".yaml") else raw for path, raw in files.items()}
    )
    assert loaded.findings == ()
    return loaded.corpus


def _filled(raw: bytes, text: str) -> bytes:
    return json.dumps(
        _replaced(yaml.safe_load(raw), text, prose=False), default=str, ensure_ascii=False
    ).encode()


def _replaced(value: object, text: str, prose: bool) -> object:
    if isinstance(value, dict):
        # a correction or truth that repeats the error is refused
        texts = dict.fromkeys(("correction", "truth"), f"{text} corrected")
        return {
            key: _replaced(part, texts.get(key, text), key in PROSE) for key, part in value.items()
        }
    if isinstance(value, list):
        return [_replaced(part, text, prose) for part in value]
    return text if prose and isinstance(value, str) else value


def pages(corpus: Corpus) -> dict[str, str]:
    return {
        path: content.decode()
        for path, content in build_site(corpus).items()
        if path.endswith(".md")
    }


def shape(element: Element) -> Iterator[tuple[str, str | None]]:
    """The elements of a page, without its text; in a drawing a longer text has more lines."""
    for part in element.all():
        if part.tag != "tspan":
            yield part.tag, part.attributes.get("class")


NAMES = [re.sub(r"[^a-z]+", "-", text.lower()).strip("-")[:30] for text in HOSTILE]


@pytest.mark.parametrize("hostile", HOSTILE, ids=NAMES)
def test_no_text_of_an_author_becomes_markup(pages_with: Callable, hostile: str) -> None:
    plain, odd = pages_with(PLAIN), pages_with(hostile)
    assert plain.keys() == odd.keys()
    assert {
        path for path in odd if list(shape(odd[path][1])) != list(shape(plain[path][1]))
    } == set()


@pytest.mark.parametrize("hostile", HOSTILE, ids=NAMES)
def test_every_text_of_an_author_is_read_as_he_wrote_it(pages_with: Callable, hostile: str) -> None:
    plain, odd = pages_with(PLAIN), pages_with(hostile)
    for path in plain:
        # a name that begins a sentence begins with a capital
        assert odd[path][1].text.lower().count(hostile.strip().lower()) == plain[path][
            1
        ].text.lower().count(PLAIN.lower()), path


@pytest.mark.parametrize("hostile", HOSTILE, ids=NAMES)
def test_the_head_of_a_page_says_the_title_unchanged(pages_with: Callable, hostile: str) -> None:
    head = yaml.safe_load(pages_with(hostile)["practice/basics.md"][0].split("\n---\n")[0])
    assert head["title"] == hostile.strip()  # the plugin escapes it for the theme
    assert json.loads(head["structured"][0])["name"] == hostile.strip()


@pytest.mark.parametrize(
    "text",
    [
        "a paragraph\n\nand another",
        "a line\n- no list",
        "a line\n===",
        "a line\n# no heading",
        "a line\n\n    no code",
    ],
)
def test_lines_of_an_author_s_text_become_no_blocks(pages_with: Callable, text: str) -> None:
    blocks = {
        "h1",
        "h2",
        "h3",
        "ul",
        "ol",
        "li",
        "pre",
        "code",
        "hr",
        "table",
        "tr",
        "dl",
        "dt",
        "dd",
    }
    for path in pages_with(PLAIN):
        counted = [
            [tag for tag, _ in shape(pages_with(said)[path][1]) if tag in blocks]
            for said in (PLAIN, text)
        ]
        assert counted[0] == counted[1], path
