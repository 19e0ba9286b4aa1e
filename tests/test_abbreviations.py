"""The first abbreviation of a block says what it stands for; options, titles and links do not."""

from dataclasses import replace

import pytest
from lxml.html import fragment_fromstring

from generator.facts.corpus import Corpus
from generator.facts.registers import Abbreviation
from generator.pages.abbreviations import Abbreviations
from generator.pages.page_context import PageContext
from generator.pages.question_view import question_views
from generator.pages.renderer import render_question

ENTRIES = tuple(
    Abbreviation(id=name, short=short, stands_for=words, group="chart", shown_in=shown)
    for name, short, words, shown in (
        ("rom", ("ROM",), "range of motion", "everywhere"),
        ("arom", ("AROM",), "active range of motion", "everywhere"),
        ("adl", ("ADL",), "activities of daily living", "everywhere"),
        ("with", ("w/",), "with", "notes"),
        ("without", ("w/o",), "without", "notes"),
        ("us", ("US",), "ultrasound", "notes"),
        ("ms", ("MS",), "multiple sclerosis", "notes"),
        ("slp", ("MS, CCC-SLP",), "Master of Science", "notes"),
        ("rtc", ("RTC",), "rotator cuff, or return to clinic", "glossary"),
        ("co", ("CO",), "a modifier", "everywhere"),
        ("log", ("LOG",), "a heading", "nowhere"),
        ("massage", ("Massage",), "massage", "everywhere"),
    )
)
MARKED = Abbreviations(ENTRIES)


def with_entries(base: Corpus) -> Corpus:
    """The small project with those abbreviations."""
    return replace(base, abbreviations={entry.id: entry for entry in ENTRIES})


def titles(html: str) -> list[str | None]:
    """The titles of the abbreviations of some HTML."""
    root = fragment_fromstring(html, create_parent="div")
    return [found.get("title") for found in root.iter("abbr")]


def test_the_first_of_a_block_has_its_title_and_takes_focus() -> None:
    assert MARKED.in_prose("ROM is better, ROM is full.") == (
        '<abbr title="range of motion" tabindex="-1">ROM</abbr> is better, ROM is full.'
    )


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("AROM/ROM full", ["active range of motion", "range of motion"]),
        ("all ADLs", ["activities of daily living"]),
        ("gait w/o cane, w/ cue", ["without", "with"]),
        ("S. Patel, MS, CCC-SLP", ["Master of Science"]),
        ("61 y/o F, MS. US to calf", ["multiple sclerosis", "ultrasound"]),
        ("denied with CO-97", []),
        ("FROM, ROMA, rom, PROM", []),
        ("P: RTC Fri. DEVICE LOG", []),
    ],
)
def test_a_note_is_read_as_it_is_written(note: str, found: list[str]) -> None:
    assert titles(MARKED.in_note([note])[0]) == found


def test_the_lines_of_a_note_are_one_block() -> None:
    first, second = MARKED.in_note(["ROM better", "ROM full"])
    assert titles(first)
    assert not titles(second)


def test_prose_leaves_out_what_only_notes_write() -> None:
    assert MARKED.in_prose("2,330 US dollars w/ KX") == "2,330 US dollars w/ KX"


def test_in_markdown_headings_code_links_and_tags_are_left_alone() -> None:
    left_alone = (
        "## ROM\n\n```\nROM\n\nROM\n```\n\n`ROM` and [ROM](rom.md) and [[97124|ROM]] and"
        " <abbr title='Own words'>ROM</abbr> and <b title='ROM'>"
    )
    marked = MARKED.in_markdown(f"{left_alone}ROM</b>, ROM\n\nROM in the next paragraph")
    assert marked.startswith(left_alone)
    assert marked.count("<abbr") == 3


def test_a_code_in_prose_keeps_its_link(base: Corpus) -> None:
    html = PageContext(with_entries(base), "glossary.md").prose("ROM of 97124 <b>")
    assert titles(html) == ["range of motion"]
    assert 'href="../codes/97124/" title="Massage"' in html
    assert "&#60;b&#62;" in html


def test_a_question_explains_its_note_and_not_its_options(base: Corpus) -> None:
    item = base.items["calf-in-spasm"].model_copy(
        update={"note": "ROM full w/ no pain.", "title": "ROM", "reason": "ROM was full."}
    )
    corpus = with_entries(base)
    html = render_question(corpus, question_views(corpus, (item,))[0], "practice/mixed.md")
    root = fragment_fromstring(html, create_parent="div")
    inside = {
        name: [str(abbr.text) for part in root.find_class(name) for abbr in part.iter("abbr")]
        for name in ("rc-note", "rc-answer__reason", "rc-item__title", "rc-options")
    }
    assert inside == {
        "rc-note": ["ROM", "w/"],
        "rc-answer__reason": ["ROM"],
        "rc-item__title": [],
        "rc-options": [],
    }
    assert not root.xpath("//a//abbr | //button//abbr | //h3//abbr | //label//abbr")
