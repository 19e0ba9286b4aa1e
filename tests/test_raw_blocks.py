"""Finished HTML skips Markdown, questions skip search too, and all of it comes back in place."""

import markdown
import pytest

from generator.build.raw_blocks import (
    RawBlocks,
    extract,
    restore_finished,
    restore_questions,
    without_autocomplete,
)
from generator.build.site_files import build_site
from generator.facts.corpus import Corpus
from tests.seen import EXTENSIONS, page_seen, seen

QUESTIONS = (
    "# Quiz\n\n<!-- rc:cut -->\n<p>*one*</p>\n<!-- rc:end -->\n\nBetween.\n\n<!-- rc:cut"
    " -->\n<p>two</p>\n<!-- rc:end -->\n"
)
TABLE = (
    "# Page\n\n<table>\n<tr><td>a *b*</td></tr>\n</table>\n\nBetween.\n\n<dl>\n<dt>c</dt>\n</dl>\n"
)


def text_of(html: str) -> list[str]:
    return [line for line in seen(html).text.splitlines() if line]


def test_questions_leave_the_page_before_search_reads_it() -> None:
    rest, blocks = extract(QUESTIONS)
    assert blocks.questions == ("<p>*one*</p>\n", "<p>two</p>\n")
    assert text_of(restore_finished(markdown.markdown(rest), blocks)) == ["Quiz", "Between."]


def test_questions_come_back_in_their_order_and_unchanged() -> None:
    rest, blocks = extract(QUESTIONS)
    assert text_of(restore_questions(markdown.markdown(rest), blocks)) == [
        "Quiz",
        "*one*",
        "Between.",
        "two",
    ]


def test_finished_html_comes_back_in_its_order_and_unchanged_for_search_to_read() -> None:
    rest, blocks = extract(TABLE)
    assert "a *b*" not in rest
    assert text_of(restore_finished(markdown.markdown(rest), blocks)) == [
        "Page",
        "a *b*",
        "Between.",
        "c",
    ]


def test_a_block_that_a_blank_line_cuts_in_two_stays_on_the_page() -> None:
    text = "<div>\n<p>a</p>\n\n<p>b</p>\n</div>\n"
    assert extract(text) == (text, RawBlocks())


def test_a_page_without_blocks_is_left_as_it_is() -> None:
    assert extract("# Page\n\nText.\n") == ("# Page\n\nText.\n", RawBlocks())
    assert (
        restore_questions(restore_finished("<h1>Page</h1>", RawBlocks()), RawBlocks())
        == "<h1>Page</h1>"
    )


@pytest.mark.parametrize("sign", ["\\1 \\g<0>", "$&", '&lt;div class="rc-slot"&gt;', "%s {0}"])
def test_a_block_may_hold_what_a_pattern_would_take_for_a_sign(sign: str) -> None:
    rest, blocks = extract(
        f"<!-- rc:cut -->\n<p>{sign}</p>\n<!-- rc:end -->\n\n<div>{sign}</div>\n"
    )
    html = restore_questions(restore_finished(rest, blocks), blocks)
    assert html.count(sign) == 2


def test_every_page_reads_the_same_with_its_blocks_sent_through_markdown(base: Corpus) -> None:
    """The shortcut may save time; it may not change a word."""
    for path, content in build_site(base).items():
        if path.endswith(".md"):
            body = content.decode().split("\n---\n", 1)[1]
            slow = seen(
                markdown.markdown(
                    body.replace("<!-- rc:cut -->", "").replace("<!-- rc:end -->", ""),
                    extensions=EXTENSIONS,
                )
            )
            assert page_seen(content.decode()).text.split() == slow.text.split(), path


def test_checkboxes_lose_the_attribute_that_only_text_fields_may_have() -> None:
    assert (
        without_autocomplete('<input type="checkbox" id="__drawer" autocomplete="off">')
        == '<input type="checkbox" id="__drawer">'
    )
