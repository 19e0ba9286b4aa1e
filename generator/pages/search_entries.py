"""What the site's search can find: pages, and the places of pages that answer by themselves."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from markdown.extensions.toc import slugify

from generator.facts.adjustments import Adjustment
from generator.facts.claim_forms import ClaimFormGuide
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.lessons import Lesson
from generator.facts.registers import OtherCode
from generator.facts.techniques import Technique
from generator.pages.page import Page
from generator.pages.site_paths import page_of

LONGEST_LINE = 120
UNCODED = "codes/no-code.md"
KINDS = (
    ("codes/[0-9A-Z]*.md", "code"),
    ("learn/*index.md", "list"),
    ("learn/rules/*", "rule"),
    ("learn/claim-forms/*", "form"),
    ("learn/payers.md", "payer"),
    ("learn/*", "lesson"),
    ("compare/*", "comparison"),
    ("sheets/*", "sheet"),
    ("denials/*", "denial"),
    ("guide/*", "tool"),
    ("tools/*", "tool"),
    ("practice/track-*", "track"),
    ("practice/*", "practice"),
    ("families/index.md", "list"),
    ("families/*", "family"),
    ("myths/*", "myth"),
    ("classroom/*", "instructor"),
    ("about/*", "about"),
    ("glossary.md", "glossary"),
)
"""The kind of a page by its path; the first pattern that fits."""
CALLED = {"sheet": "cheat sheet", "quiz": "quiz"}
"""What people add to the subject of a page of some kinds."""
CALLED_BOX = {"Box": ("box", "item", "block", "field"), "FL": ("FL", "form locator", "UB-04 box")}
"""What people call the fields of a form."""
HEADING = re.compile(r"^##+ +(.+?) *(?:\{ *#([\w-]+)[^}]*\})?$", re.MULTILINE)
TAG = re.compile(r"<[^>]+>|\[@[^\]]*\]")
LINK = re.compile(r"\[\[(?:[a-z]+:)?([^\]|]+)(?:\|([^\]]+))?\]\]|\[([^\]]+)\]\([^)]*\)")
SENTENCE_END = re.compile(r"(?<=[.!?]) ")


@dataclass(frozen=True)
class SearchEntry:
    """Something to find: where it is, how a result shows it, and what it goes by.

    `names` say what it is, `words` what else may lead to it, `codes` what a comparison compares.
    """

    path: str
    kind: str
    title: str
    line: str = ""
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


def search_entries(corpus: Corpus, pages: Iterable[Page]) -> tuple[SearchEntry, ...]:
    """Every entry of a site of those pages, in the order of the pages, then of the registers."""
    entries = [*(_page_entry(corpus, page) for page in pages), *_places(corpus)]
    typed = {
        found.page: found.words for held in corpus.search_words.values() for found in held.pages
    }
    return tuple(
        replace(entry, names=_unrepeated(entry.title, (*entry.names, *typed.get(entry.path, ()))))
        for entry in entries
    )


def _page_entry(corpus: Corpus, page: Page) -> SearchEntry:
    name = page.path.rpartition("/")[2].removesuffix(".md")
    match _kind(corpus, page.path, name):
        case "code":
            return _code_entry(corpus, corpus.codes[name], page)
        case "comparison" if name in corpus.comparisons:
            compared = corpus.comparisons[name]
            line = f"{', '.join(compared.codes)}: {compared.question}"
            found = _entry(page, "comparison", line)
            return replace(found, codes=tuple(map(str, compared.codes)))
        case "denial" if name in corpus.adjustments:
            return _denial(corpus.adjustments[name], page)
        case kind:
            return _entry(page, kind, page.description)


def _kind(corpus: Corpus, path: str, name: str) -> str:
    if path == f"practice/{name}.md" and name in corpus.quizzes:
        return "quiz"
    return next((kind for pattern, kind in KINDS if fnmatchcase(path, pattern)), "list")


def _entry(page: Page, kind: str, line: str) -> SearchEntry:
    title = _plain(page.title)
    names = (f"{title} {CALLED[kind]}",) if kind in CALLED else ()
    return SearchEntry(page.path, kind, title, _first_sentence(line), names)


def _denial(one: Adjustment, page: Page) -> SearchEntry:
    entry = _entry(page, "denial", one.meaning.text)
    names = one.spellings[:-1] or one.spellings
    return replace(entry, names=names, words=one.words, codes=(one.number,))


def _code_entry(corpus: Corpus, code: Code, page: Page) -> SearchEntry:
    leading = [one for one in corpus.techniques.values() if code.code in _codes_of(one)]
    sure = [one for one in leading if len(_codes_of(one)) == 1 and not one.no_code]
    names = (code.plain_name, *code.also_called, *code.words.means)
    shorthand = (word for one in sure for word in _phrases(one))
    other = (one.name for one in leading if one not in sure)
    return replace(
        _entry(page, "code", code.meaning.text),
        names=(*names, *shorthand),
        words=(*code.words.fits, *other),
    )


def _places(corpus: Corpus) -> Iterator[SearchEntry]:
    for other in corpus.other_codes.values():
        yield _other_code(corpus, other)
    for technique in corpus.techniques.values():
        if technique.no_code or len(_codes_of(technique)) != 1:
            yield _technique(corpus, technique)
    for payer in corpus.payers.values():
        path = page_of(corpus, "payers", payer.id)
        yield SearchEntry(path, "payer", payer.name, _first_sentence(payer.general.text))
    for lesson in corpus.lessons.values():
        yield from _sections(corpus, lesson)
    for form in corpus.claim_forms.values():
        yield from _boxes(corpus, form)
    for case in corpus.cases.values():
        path = page_of(corpus, "cases", case.id)
        yield SearchEntry(path, "case", case.title, codes=(str(case.code),))
    yield from _glossary(corpus)


def _boxes(corpus: Corpus, form: ClaimFormGuide) -> Iterator[SearchEntry]:
    path = page_of(corpus, "claim_forms", form.id)
    for box in form.boxes:
        numbers = [f"{called} {one}" for one in box.numbers for called in CALLED_BOX[form.unit]]
        yield SearchEntry(
            f"{path}#{box.anchor}",
            "form",
            f"{form.unit} {box.box}: {box.name}",
            _first_sentence(box.text),
            (box.name, *numbers),
            tuple(f"{one.value} {one.means}" for one in box.values),
        )


def _other_code(corpus: Corpus, other: OtherCode) -> SearchEntry:
    instead = ", ".join(other.replaced_by)
    deleted = f"Deleted; replaced by {instead}" if instead else "Deleted"
    return SearchEntry(
        page_of(corpus, "codes", other.code),
        "code",
        f"{other.code} {other.plain_name}",
        f"{deleted}." if other.status == "deleted" else "",
        (other.plain_name, *other.words.means),
    )


def _technique(corpus: Corpus, technique: Technique) -> SearchEntry:
    line, names = _first_sentence(technique.what), _phrases(technique)
    if technique.no_code:
        path = f"{UNCODED}#{technique.id}"
        return SearchEntry(path, "uncoded", technique.name, line, names)
    path = page_of(corpus, "techniques", technique.id)
    return SearchEntry(path, "technique", technique.name, line, names)


def _codes_of(technique: Technique) -> frozenset[str]:
    return frozenset(str(code) for rule in technique.codes for code in rule.codes)


def _phrases(technique: Technique) -> tuple[str, ...]:
    return (technique.name, *technique.words, *technique.shorthand)


def _sections(corpus: Corpus, lesson: Lesson) -> Iterator[SearchEntry]:
    path, used = page_of(corpus, "lessons", lesson.id), set[str]()
    for heading in HEADING.finditer(lesson.body):
        title = _plain(heading[1])
        anchor = heading[2] or slugify(title, "-")
        if anchor not in used:  # a second one is numbered by the engine
            yield SearchEntry(f"{path}#{anchor}", "lesson", title, lesson.title)
        used.add(anchor)


def _glossary(corpus: Corpus) -> Iterator[SearchEntry]:
    for term in corpus.glossary.values():
        path = page_of(corpus, "glossary", term.id)
        yield SearchEntry(path, "glossary", term.term, _first_sentence(term.meaning), term.also)
    for entry in corpus.abbreviations.values():
        if entry.shown_in != "nowhere":
            path = page_of(corpus, "abbreviations", entry.id)
            names = (*entry.short, entry.stands_for)
            yield SearchEntry(path, "glossary", entry.short[0], entry.stands_for, names)


def _plain(text: str) -> str:
    shown = LINK.sub(lambda link: link[2] or link[1] or link[3], str(text))
    return TAG.sub("", shown).replace("&amp;", "&").replace("*", "").strip()


def _first_sentence(text: str) -> str:
    """The first sentence; of a long one what fits, to the end of a word."""
    sentence = SENTENCE_END.split(_plain(text), maxsplit=1)[0]
    if len(sentence) <= LONGEST_LINE:
        return sentence
    return f"{sentence[:LONGEST_LINE].rpartition(' ')[0]}…"


def _unrepeated(title: str, names: Iterable[str]) -> tuple[str, ...]:
    unique = {name.lower(): name for name in reversed(tuple(names))}
    unique.pop(title.lower(), None)
    return tuple(reversed(unique.values()))
