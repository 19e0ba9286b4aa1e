"""Pages to Markdown.

An author's text stays text, codes and sources become links, citations count from one.
"""

import json
from collections.abc import Callable, Mapping

import pytest
import yaml

from generator.authoring.loader import load
from generator.build.site_files import build_site
from generator.facts.corpus import Corpus
from generator.pages import all_pages
from generator.pages.citations import Citations
from generator.pages.page_context import PageContext
from generator.pages.question_view import question_views
from generator.pages.renderer import render
from generator.pages.template_environment import script_json, tight
from tests.seen import page_seen, seen
from tests.test_author_text import pages


def voice(corpus: Corpus, path: str = "codes/97124.md") -> PageContext:
    return PageContext(corpus, path)


def test_a_code_in_a_text_leads_to_its_page_and_says_its_name(base: Corpus) -> None:
    [link] = seen(str(voice(base).prose("Rather 97140 than that."))).all("a")
    assert (link.attributes["href"], link.attributes["title"], link.text) == (
        "../97140/",
        "Manual therapy",
        "97140",
    )


def test_a_code_that_is_only_mentioned_leads_to_the_list(base: Corpus) -> None:
    [link] = seen(str(voice(base).prose("97110"))).all("a")
    assert link.attributes["href"] == "../other/#97110"


@pytest.mark.parametrize(
    "text", ["97124 itself", "99999 unknown", "197140", "97140x", "20560", "x97140"]
)
def test_other_numbers_and_the_page_s_own_code_are_no_links(base: Corpus, text: str) -> None:
    assert seen(str(voice(base).prose(text))).all("a") == []


def numbers(html: str) -> list[str | None]:
    return [button.attributes["data-n"] for button in seen(html).all("button", "rc-cite")]


def test_facts_with_the_same_sources_date_and_doubts_share_a_number(base: Corpus) -> None:
    citations, code = Citations(base, str), base.codes["97124"]
    marks = [
        numbers(str(citations.cite(fact)))[0]
        for fact in (code.meaning, code.unit, code.right_when[0], code.mue[0], code.telehealth)
    ]
    assert marks == ["1", "2", "1", "3", "4"]
    assert [note["number"] for note in citations.notes()] == [1, 2, 3, 4]


def test_a_mark_tells_publisher_and_date_without_being_opened(base: Corpus) -> None:
    [mark] = seen(str(Citations(base, str).cite(base.codes["97124"].unit))).all("button")
    assert (
        mark.attributes["title"] == "Centers for Medicare & Medicaid Services, as of April 1, 2026"
    )
    assert (mark.attributes["popovertarget"], mark.attributes["aria-label"]) == (
        "note-1",
        "Source 1",
    )


def test_a_doubt_is_shown_at_its_mark_and_in_its_note(base: Corpus) -> None:
    citations = Citations(base, str)
    marks = [
        seen(str(citations.cite(fact))).all("button")[0]
        for fact in (base.codes["97124"].unit, base.codes["97124"].doubts[0])
    ]
    assert [mark.attributes.get("data-doubt") for mark in marks] == [None, "yes"]
    assert seen(str(citations.notes()[1]["text"])).text.endswith("Contested: Most teach 97140.")


def test_a_note_says_for_which_dates_of_service_it_is_true(base: Corpus) -> None:
    citations = Citations(base, str)
    citations.cite(base.rules["threshold"].values[0])
    assert "True" not in seen(str(citations.notes()[0]["text"])).text.split(".")[0]
    assert (
        "true for dates of service January 1, 2025 to December 31, 2025"
        in seen(str(citations.notes()[0]["text"])).text
    )


def test_every_mark_of_a_page_opens_a_note_of_that_page(base: Corpus) -> None:
    for path, text in pages(base).items():
        page = page_seen(text)
        opened = {button.attributes["popovertarget"] for button in page.all("button", "rc-cite")}
        assert opened <= {
            element.attributes.get("id") for element in page.all("div", "rc-popover")
        }, path


def test_a_lesson_s_citations_and_links_are_filled_in(base: Corpus) -> None:
    page = page_seen(pages(base)["learn/using-massage.md"])
    links = {link.text: link.attributes["href"] for link in page.all("a")}
    assert links["97124"] == "../../codes/97124/"
    assert links["97124 is massage, not exercise"] == "../../myths/massage-is-exercise/"
    assert [button.attributes["aria-label"] for button in page.all("button", "rc-cite")][:2] == [
        "Source 1",
        "Source 2",
    ]
    assert "[[" not in page.text and "[@" not in page.text


def test_no_id_stands_twice_on_a_page(base: Corpus) -> None:
    for path, text in pages(base).items():
        ids = [
            element.attributes["id"]
            for element in page_seen(text).all()
            if "id" in element.attributes
        ]
        assert sorted(set(ids)) == sorted(ids), path


def test_a_question_reads_without_script(base: Corpus) -> None:
    question = page_seen(pages(base)["practice/basics.md"]).all("section", "rc-item")[0]
    assert (
        question.all("blockquote")[0].text.strip()
        == "Kneaded the calf for 15 minutes to settle a spasm. No joint moved."
    )
    assert {label.all("input")[0].attributes["value"] for label in question.all("label")} == {
        "97124",
        "97140",
        "97110",
        "ask-therapist",
    }
    [answer] = question.all("details")
    assert answer.all("p", "rc-answer__key")[0].text == "Correct answer: 97124 Massage"
    assert {
        item.attributes["data-option"]: item.attributes["data-right"]
        for item in answer.all("li")
        if "data-option" in item.attributes
    } == {
        "97124": "true",
        "97140": "false",
        "97110": "false",
        "ask-therapist": "false",
    }


def test_the_same_corpus_gives_the_same_bytes(base_files: Mapping[str, bytes]) -> None:
    assert build_site(load(base_files).corpus) == build_site(
        load(dict(reversed(base_files.items()))).corpus
    )


def test_json_in_a_script_cannot_close_it() -> None:
    text = str(script_json({"a": "</script><!-- & -->"}))
    assert json.loads(text) == {"a": "</script><!-- & -->"}
    assert "<" not in text and ">" not in text and "&" not in text


def test_html_that_markdown_must_not_touch_has_no_blank_line() -> None:
    assert tight("\n<p>a</p>\n\n  \n<p>b</p>\n") == "<p>a</p>\n<p>b</p>"


def test_a_page_lists_a_bounded_number_of_neighbors(base: Corpus, with_files: Callable) -> None:
    terms = [
        {
            "id": f"rule-{n}",
            "title": f"Rule {n}",
            "summary": "A rule.",
            "statements": [{"text": "So.", "sources": ["cms-table"], "as_of": "2026-04-01"}],
        }
        for n in range(60)
    ]
    corpus = with_files(
        {f"content/rules/rule-{n}.yaml": json.dumps(term).encode() for n, term in enumerate(terms)}
    ).corpus
    page = next(page for page in all_pages(corpus) if page.path == "learn/rules/rule-30.md")
    near = yaml.safe_load(render(corpus, page).split("\n---\n")[0])["nearby"]
    assert len(near) <= 20
    assert [link["text"] for link in near if link["here"]] == ["Rule 30"]


def test_each_line_of_a_note_is_a_paragraph(corpus: Corpus) -> None:
    item = next(item for item in corpus.items.values() if getattr(item, "note", ""))
    charted = item.model_copy(update={"note": "S: Pain 3/10.\nO: MT 15 min.\n\nP: Cont POC."})
    (view,) = question_views(corpus, (charted,))
    assert view.scenario == ("S: Pain 3/10.", "O: MT 15 min.", "P: Cont POC.")
