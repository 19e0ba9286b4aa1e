"""What programs read: a JSON file for each code, and llms.txt."""

import json
from collections.abc import Iterator

import pytest

from generator.build.site_files import build_site
from generator.facts.base import Sourced
from generator.facts.corpus import Corpus
from generator.pages.json_api import code_json, llms_text


def sourced(value: object) -> Iterator[dict]:
    """Every fact of a JSON document that names its sources."""
    if isinstance(value, dict):
        if isinstance(value.get("sources"), list):
            yield value
        for part in value.values():
            yield from sourced(part)
    elif isinstance(value, list):
        for part in value:
            yield from sourced(part)


def test_a_code_is_told_with_its_facts_as_they_were_written(base: Corpus) -> None:
    told = code_json(base, base.codes["97124"])
    assert told["code"] == "97124"
    assert told["mue"] == [
        {
            "units": 4,
            "adjudication": 3,
            "setting": "practitioner",
            "sources": ["cms-table"],
            "as_of": "2026-04-01",
        }
    ]
    assert told["telehealth"]["confidence"] == "medium"
    assert told["doubts"][0]["contested"] == "Most teach 97140."


def test_a_code_brings_the_pairs_it_stands_in(base: Corpus) -> None:
    for code in ("97124", "97140"):
        assert [
            (pair["column1"], pair["column2"], pair["indicator"])
            for pair in code_json(base, base.codes[code])["pairs"]
        ] == [("97140", "97124", 0)]


def test_every_fact_of_a_code_names_sources_that_are_told_whole(base: Corpus) -> None:
    told = code_json(base, base.codes["97124"])
    named = {source for fact in sourced(told) for source in fact["sources"]}
    assert set(told["sources"]) == named == {"cms-rules", "cms-table", "trade-article"}
    assert told["sources"]["trade-article"]["address"] == "https://example.org/article"
    assert all(fact["as_of"] for fact in sourced(told))


def test_a_code_says_whose_words_and_trademark_these_are(base: Corpus) -> None:
    notice = code_json(base, base.codes["97124"])["notice"]
    assert "registered trademark of the American Medical Association" in notice
    assert "Not legal" in notice


def test_the_site_has_a_json_file_for_each_code(base: Corpus) -> None:
    site = build_site(base)
    found = {path: json.loads(content) for path, content in site.items() if path.endswith(".json")}
    assert set(found) == {"codes/97124.json", "codes/97140.json"}
    assert all(told == code_json(base, base.codes[told["code"]]) for told in found.values())


def test_llms_text_is_a_title_a_summary_and_lists_of_links(base: Corpus) -> None:
    lines = llms_text(base).splitlines()
    assert lines[0] == "# RightCode"
    assert lines[2].startswith("> ")
    assert [line for line in lines if line.startswith("## ")] == [
        "## Codes",
        "## Lessons",
        "## Rules",
        "## Myths",
        "## Quizzes",
    ]
    assert "- [97124 Massage](codes/97124.json): Strokes on soft tissue by hand." in lines
    assert "- [Using massage](learn/using-massage/): When strokes are treatment." in lines
    assert (
        "- [97124 is massage, not exercise](myths/massage-is-exercise/): 97124 is massage. Exercise"
        " is 97110." in lines
    )


def test_llms_text_links_only_what_the_site_has(base: Corpus) -> None:
    site = build_site(base)
    links = [
        line.partition("](")[2].partition(")")[0]
        for line in llms_text(base).splitlines()
        if line.startswith("- [")
    ]
    assert [
        link for link in links if link not in site and f"{link.rstrip('/')}.md" not in site
    ] == []


def test_neither_tells_the_answer_of_a_question(base: Corpus) -> None:
    told = llms_text(base) + json.dumps([code_json(base, code) for code in base.codes.values()])
    answers = [option.feedback for item in base.items.values() for option in item.options]
    assert [answer for answer in answers if answer in told] == []


@pytest.mark.parametrize("register", ["codes", "edits"])
def test_only_sourced_things_are_told(base: Corpus, register: str) -> None:
    assert all(
        isinstance(thing if register == "edits" else thing.meaning, Sourced)
        for thing in base.register(register).values()
    )
