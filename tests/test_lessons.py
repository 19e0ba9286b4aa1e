"""A lesson file is a head of YAML and a text of Markdown; both keep the places of the file."""

import pytest

from generator.authoring.lesson_files import lesson_source
from generator.authoring.yaml_reader import UnreadableFileError
from generator.findings import Place

LESSON = b"---\nid: units\ntitle: Units\n---\nFirst line.\n\n## Second\n"


def test_head_and_text_are_told_apart() -> None:
    data = lesson_source("l.md", LESSON).data
    assert data == {
        "id": "units",
        "title": "Units",
        "body": "First line.\n\n## Second\n",
        "body_line": 5,
    }


def test_places_in_the_head_are_those_of_the_file() -> None:
    assert lesson_source("l.md", LESSON).place(("title",)) == Place("l.md", 3, 8)


@pytest.mark.parametrize(
    ("sought", "line", "column"), [("First", 5, 1), ("line.", 5, 7), ("## Second", 7, 1)]
)
def test_places_in_the_text_are_those_of_the_file(sought: str, line: int, column: int) -> None:
    source = lesson_source("l.md", LESSON)
    assert source.place(("body", source.body.index(sought))) == Place("l.md", line, column)


def test_the_text_as_a_whole_is_where_it_starts() -> None:
    assert lesson_source("l.md", LESSON).place(("body",)) == Place("l.md", 5, 1)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    assert (
        lesson_source("l.md", b"\xef\xbb\xbf" + LESSON.replace(b"\n", b"\r\n")).data
        == lesson_source("l.md", LESSON).data
    )


def test_dashes_in_the_text_are_a_rule_and_no_second_head() -> None:
    assert (
        lesson_source("l.md", LESSON + b"\n---\n\nMore.\n")
        .data["body"]
        .endswith("\n---\n\nMore.\n")
    )


@pytest.mark.parametrize(
    ("raw", "line", "sentence"),
    [
        (
            b"# Units\n",
            1,
            "A lesson starts with a head of YAML between two lines of three dashes; add it.",
        ),
        (
            b"---\nid: units\n",
            1,
            "A lesson starts with a head of YAML between two lines of three dashes; add it.",
        ),
        (
            b"---\n- id\n---\nText.\n",
            2,
            "The head of a lesson is lines of 'key: value'; write it so.",
        ),
        (b"---\nid: a\n---\nText \xff.\n", 4, "Byte 0xff is not UTF-8; save the file as UTF-8."),
        (
            b"---\nid: a\nid: b\n---\nText.\n",
            3,
            "Key 'id' is here for the second time (first on line 2); keep one.",
        ),
    ],
)
def test_what_is_no_lesson_is_refused_at_its_place(raw: bytes, line: int, sentence: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        lesson_source("l.md", raw)
    assert [(finding.place.line, finding.sentence) for finding in caught.value.findings] == [
        (line, sentence)
    ]
