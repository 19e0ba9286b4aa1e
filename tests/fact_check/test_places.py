"""Line and column are those of the file, in every kind of file."""

import pytest

from tests.fact_check.conftest import Check
from tests.fact_check.made import made_docx, made_pdf

WRONG = "97124 is therapeutic exercise."


def places(check: Check, text: str | bytes, name: str) -> list[tuple[int, int]]:
    return [(one.line, one.column) for one in check(text, name) if one.verdict == "wrong"]


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("a.md", f"# Title\n\nSome words. {WRONG}\n", (3, 13)),
        ("a.md", f"Some *long*\nparagraph. {WRONG}\n", (2, 12)),
        ("a.md", "> - **97124** is [therapeutic exercise](x.md).\n", (1, 7)),
        ("a.md", "| Code | Service |\n|---|---|\n| 97124 | Therapeutic exercise |\n", (3, 11)),
        ("a.md", "---\ntitle: x\n---\n\n" + WRONG, (5, 1)),
        ("a.html", f"<html>\n<body><p>First.\n{WRONG}</p></body></html>", (3, 1)),
        ("a.html", "<ul>\n  <li>97124 &ndash; therapeutic exercise</li>\n</ul>", (2, 7)),
        (
            "a.html",
            (
                "<table><tr><th>Code</th><th>Service</th></tr>\n<tr><td>97124</td><td>Therapeutic"
                " exercise</td></tr></table>"
            ),
            (2, 23),
        ),
        ("a.txt", f"A heading\n\nRight words here.\n  {WRONG}\n", (4, 3)),
        ("a.txt", "97110    Massage\n97140    Manual therapy\n", (1, 10)),
        ("a.md", f"😀 😀. {WRONG}", (1, 6)),
        ("a.html", f"<p>😀 &eacute;. {WRONG}", (1, 16)),
        ("a.md", f"Caf&eacute;. {WRONG}", (1, 14)),
    ],
)
def test_a_statement_is_placed_where_it_stands(
    check: Check, name: str, text: str, place: tuple[int, int]
) -> None:
    assert places(check, text, name) == [place]


def test_in_a_word_file_a_paragraph_is_a_line(check: Check) -> None:
    assert places(check, made_docx("First.", "Second. " + WRONG), "a.docx") == [(2, 9)]


def test_a_pdf_is_read(check: Check) -> None:
    assert places(check, made_pdf("First line.", WRONG), "a.pdf") == [(2, 1)]


def test_windows_line_ends_count_once(check: Check) -> None:
    assert places(check, "First.\r\n\r\n" + WRONG, "a.txt") == [(3, 1)]


def test_code_blocks_and_scripts_are_not_read(check: Check) -> None:
    assert places(check, f"```\n{WRONG}\n```\n", "a.md") == []
    assert places(check, f"<script>{WRONG}</script><p>x</p>", "a.html") == []
