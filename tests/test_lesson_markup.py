"""Lessons that are too much to read are refused before Markdown reads them."""

import time
from collections.abc import Callable

import pytest

HEAD = b"---\nid: long\ntitle: T\nsummary: S.\nsection: about\nas_of: 2026-11-21\n---\n"


@pytest.mark.parametrize("body", ["[" * 39_000, "![" * 19_000, "<b " * 13_000, "word " * 9_000])
def test_a_lesson_too_much_to_read_is_refused_at_once(with_files: Callable, body: str) -> None:
    start = time.process_time()
    found = with_files({"content/learn/long.md": HEAD + body.encode()}).findings
    assert "T333" in [finding.code for finding in found]
    assert time.process_time() - start < 5


def test_a_lesson_may_hold_markdown_and_harmless_html(with_files: Callable) -> None:
    body = (
        "A [link](../codes/index.md), [another](https://example.org/?a=1&b=2 'title'),"
        " <me@a.example> and <https://example.org/>.\n\n"
        "| a | b |\n|--:|:-:|\n| 1<br>2 | ![x](a.png) |\n\n"
        "```python\n<script>\n```\n\nH<sub>2</sub>O `<meta>`"
        " <abbr title='Current'>CPT</abbr> 1 < 2\n"
    )
    assert with_files({"content/learn/long.md": HEAD + body.encode()}).findings == ()
