"""What only the whole site shows: links between its pages, and what the claim checker finds."""

import posixpath
import re
from collections.abc import Iterator, Mapping

from markdown import markdown

from generator.checks import check, severity
from generator.checks.lesson_markup import CODE, EXTENSIONS
from generator.fact_check.own_statements import wrong_statements
from generator.facts.corpus import Corpus
from generator.findings import Problems, Spot, listed, nearest
from generator.pages import all_pages
from generator.pages.page import Page
from generator.pages.renderer import render

LINK = re.compile(r"\]\(\s*<?([^)\s>]+)|^ {0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)", re.MULTILINE)
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
ID = re.compile(r'\bid="([^"]+)"')
FILE = re.compile(r"\.(?!md$)[A-Za-z0-9]+$")
"""The end of a file's address; MkDocs knows the files."""


def check_site(corpus: Corpus) -> Iterator[tuple[Spot, str, str]]:
    """Every problem as (spot, finding's code, sentence), the whole site's where it can be made.

    Raises `DenoError`.
    """
    found = tuple(check(corpus))
    yield from found
    errors = {code for _, code, _ in found if severity(code) == "error"}
    if not errors:
        yield from site_problems(corpus)
    elif errors == {"T331"}:  # its pages can be made, and their links are wrong in the same way
        dead = dead_page_links(corpus, pages_by_path(corpus))
        yield from ((spot, "T334", sentence) for spot, sentence in dead)


def site_problems(corpus: Corpus) -> Iterator[tuple[Spot, str, str]]:
    """The problems that only the whole site shows."""
    pages = pages_by_path(corpus)
    yield from ((spot, "T334", sentence) for spot, sentence in dead_page_links(corpus, pages))
    yield from ((spot, "S218", sentence) for spot, sentence in wrong_statements(corpus))
    yield from ((spot, "Q411", sentence) for spot, sentence in dead_search_pages(corpus, pages))
    yield from ((spot, "Q412", sentence) for spot, sentence in words_of_two_pages(corpus))


def pages_by_path(corpus: Corpus) -> dict[str, Page]:
    """Every page of the public site."""
    return {page.path: page for page in all_pages(corpus.public)}


def dead_page_links(corpus: Corpus, pages: Mapping[str, Page]) -> Problems:
    """Markdown links of lessons to pages or headings that are not there."""
    for name, lesson in corpus.public.lessons.items():
        spot, here = corpus.spot("lessons", name) / "body", f"{lesson.section}/{name}.md"
        body = CODE.sub(lambda code: " " * len(code[0]), lesson.body)
        for link in LINK.finditer(body):
            group = 1 if link[1] else 2
            if ELSEWHERE.match(link[group]) or FILE.search(link[group].partition("#")[0]):
                continue
            if dead := _dead(corpus, pages, here, link[group]):
                yield spot / link.start(group), f"'{link[group]}' leads nowhere: {dead}"


def dead_search_pages(corpus: Corpus, pages: Mapping[str, Page]) -> Problems:
    """Pages of the search's words that are not there; an overlay may have hidden them."""
    for name, held in corpus.search_words.items() if not corpus.overlay else ():
        spot = corpus.spot("search_words", name)
        listed_pages = spot / "pages"
        named = [(listed_pages / at / "page", one.page) for at, one in enumerate(held.pages)]
        answers = held.answers.model_dump().items() if held.answers else ()
        forms = ((spot / "answers" / form, path) for form, path in answers)
        for place, target in (*named, *forms):
            if dead := _dead(corpus, pages, "index.md", target):
                yield place, f"The search cannot lead to '{target}': {dead}"


def words_of_two_pages(corpus: Corpus) -> Problems:
    """Words of the search that lead to one page and to another."""
    for name, held in corpus.search_words.items():
        first: dict[str, str] = {}
        for index, entry in enumerate(held.pages):
            for at, words in enumerate(entry.words):
                page = first.setdefault(words.lower(), entry.page)
                if page != entry.page:
                    spot = corpus.spot("search_words", name) / "pages" / index
                    yield (
                        spot / "words" / at,
                        f"'{words}' leads to {page} already; keep it under one of the two.",
                    )


def _dead(corpus: Corpus, pages: Mapping[str, Page], here: str, target: str) -> str | None:
    path, _, anchor = target.partition("#")
    there = posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) if path else here
    if there not in pages:
        near = nearest(there, pages)
        shown = [posixpath.relpath(one, posixpath.dirname(here)) for one in near]
        hint = f"did you mean {listed(shown, 'or')}?" if near else "name another page."
        return f"the site has no page {there}; {hint}"
    if anchor and anchor not in _anchors(corpus, pages[there]):
        return f"{there} has no heading or place '{anchor}'; name one that it has."
    return None


def _anchors(corpus: Corpus, page: Page) -> set[str]:
    return set(ID.findall(markdown(render(corpus.public, page), extensions=EXTENSIONS)))
