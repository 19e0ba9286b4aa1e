"""YAML text to data and positions: what is read, what is refused, and where things stand."""

import pytest

from generator.authoring.size_limits import MAX_BYTES
from generator.authoring.yaml_reader import UnreadableFileError, parse_yaml
from generator.findings import Place

TEXT = """\
# a comment
title: Ünïcode and 😀 in a line
facts:
  - text: first
    sources: [a, b]
  - {text: second, sources: [ü, d]}
empty:
codes: {97124: massage}
"""


def refusal(raw: bytes) -> list[str]:
    with pytest.raises(UnreadableFileError) as caught:
        parse_yaml("f.yaml", raw)
    return [f"{finding.place}: {finding.code}" for finding in caught.value.findings]


@pytest.mark.parametrize(
    ("keys", "line", "column"),
    [
        (("title",), 2, 8),
        (("facts",), 3, 1),
        (("facts", 0), 4, 5),
        (("facts", 0, "text"), 4, 11),
        (("facts", 0, "sources"), 5, 5),
        (("facts", 0, "sources", 1), 5, 18),
        (("facts", 1, "sources", 1), 6, 33),
        (("codes", 97124), 8, 16),
    ],
)
def test_a_value_is_placed_at_its_text_and_a_group_at_its_key(
    keys: tuple[str | int, ...], line: int, column: int
) -> None:
    assert parse_yaml("f.yaml", TEXT.encode()).place(keys) == Place("f.yaml", line, column)


def test_steps_that_are_not_in_the_file_are_skipped() -> None:
    source = parse_yaml("f.yaml", TEXT.encode())
    assert source.place(("facts", "Fact", 0, "text")) == source.place(("facts", 0, "text"))
    assert source.place(("facts", 9)) == source.place(("facts",))


def test_a_key_has_a_place_of_its_own() -> None:
    assert parse_yaml("f.yaml", TEXT.encode()).key_place(("facts", 0, "text")) == Place(
        "f.yaml", 4, 5
    )


def test_columns_count_characters_and_not_bytes() -> None:
    assert parse_yaml("f.yaml", "ü: {ö: 😀, ä: here}\n".encode()).place(("ü", "ä")) == Place(
        "f.yaml", 1, 14
    )


def test_a_value_is_known_as_it_was_written() -> None:
    source = parse_yaml("f.yaml", b"a: 010\nb: [yes, 1]\n")
    assert (source.data["a"], source.written(("a",)), source.written(("b", 0))) == (8, "010", "yes")
    assert source.written(("b",)) is None
    assert source.at(("b", 1)) == 1
    assert source.at(("c", 1)) is None


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert parse_yaml("f.yaml", b"\xef\xbb\xbfa: 1\n").data == {"a": 1}


def test_windows_line_ends_are_read() -> None:
    source = parse_yaml("f.yaml", b"a: 1\r\nb: 2\r\n")
    assert (source.data, source.place(("b",))) == ({"a": 1, "b": 2}, Place("f.yaml", 2, 4))


def test_every_doubled_key_is_reported_in_one_run() -> None:
    assert sorted(refusal(b"a: 1\na: 2\nb: {c: 1, c: 2}\n")) == [
        "f.yaml:2:1: Y104",
        "f.yaml:3:11: Y104",
    ]


@pytest.mark.parametrize(
    "text", ["a: &x [1]\nb: *x\n", "b: {<<: &x {a: 1}, c: *x}\n", "a: &x [*x]\n"]
)
def test_an_alias_is_refused_where_it_is_used(text: str) -> None:
    line, column = (
        text.count("\n", 0, text.index("*x")) + 1,
        text.index("*x") - text.rfind("\n", 0, text.index("*x")),
    )
    assert refusal(text.encode()) == [f"f.yaml:{line}:{column}: Y103"]


@pytest.mark.parametrize(
    "raw", [b"a: " + b"[" * 5000, b"- " * 5000 + b"a", b"? " * 5000 + b"a", b"{a: " * 5000]
)
def test_nesting_that_would_overrun_the_parser_is_refused_before_it_runs(raw: bytes) -> None:
    assert [place.rpartition(" ")[2] for place in refusal(raw)] == ["Y106"]


def test_brackets_that_close_again_are_no_nesting() -> None:
    assert parse_yaml("f.yaml", b"a: [" + b"[1], " * 200 + b"[2]]\n").data["a"][200] == [2]


def test_a_file_too_large_is_refused_unread() -> None:
    assert refusal(b"a" * (MAX_BYTES + 1)) == ["f.yaml:1:1: Y106"]


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (b"a: 2026-02-30", "1:4"),
        (b"x: 1\na: {b: 2026-01-01T25:00:00}", "2:8"),
        (b"a: !!timestamp soon", "1:4"),
        (b"a: !!bool perhaps", "1:4"),
        (b'a: !!int ""', "1:4"),
        (b"a: " + b"9" * 5000, "1:4"),
        (b"2026-13-01: a", "1:1"),
    ],
)
def test_a_value_that_cannot_be_built_is_found_where_it_stands(raw: bytes, place: str) -> None:
    assert refusal(raw) == [f"f.yaml:{place}: Y107"]


@pytest.mark.parametrize(
    "raw", [b"a: !!python/object/apply:os.system [ls]", b"a: !!python/name:os.system x"]
)
def test_no_python_object_is_ever_made(raw: bytes) -> None:
    assert refusal(raw) == ["f.yaml:1:4: Y102"]


def test_a_byte_that_is_not_utf_8_is_placed_by_characters() -> None:
    assert refusal("ä: ü\nöö: ".encode() + b"\xff") == ["f.yaml:2:5: Y101"]
