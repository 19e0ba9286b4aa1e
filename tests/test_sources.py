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
codes: {"97124": massage}
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
        (("codes", "97124"), 8, 18),
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
    source = parse_yaml("f.yaml", b"a: 8.0\nb: [True, 1]\n")
    assert (source.data["a"], source.written(("a",)), source.written(("b", 0))) == (
        8,
        "8.0",
        "True",
    )
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
    "text", ["a: &x [1]\nb: *x\n", "b: {d: &x {a: 1}, c: *x}\n", "a: &x [*x]\n"]
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
        (b"a: " + b"9" * 5000, "1:4"),
    ],
)
def test_a_value_that_cannot_be_built_is_found_where_it_stands(raw: bytes, place: str) -> None:
    assert refusal(raw) == [f"f.yaml:{place}: Y107"]


@pytest.mark.parametrize(
    "raw",
    [
        b"a: !!python/object/apply:os.system [ls]",
        b"a: !!python/name:os.system x",
        b"a: !!timestamp soon",
        b"a: !!bool perhaps",
        b'a: !!int ""',
        b"a: !!int [1]",
        b"a: !!set {b}",
        b"a: !!binary aGk=",
        b'a: !!str "5"',
        b"a: !evil {b: 1}",
        b'{"b":!!int "5"}',
    ],
)
def test_no_tag_makes_anything_of_a_value(raw: bytes) -> None:
    assert [entry.rpartition(" ")[2] for entry in refusal(raw)] == ["Y102"]


def test_text_with_an_exclamation_mark_is_text() -> None:
    assert parse_yaml("f.yaml", b"a: Stop !here, and [b] !\n").data["a"].startswith("Stop !")


OTHERWISE = ("010", "-017", "1:30", "190:20:30", "1_5", "0b11", "0x1F", "yes", "No", "on", "OFF")


@pytest.mark.parametrize("value", [*OTHERWISE, ".inf", "-.Inf", ".nan", "1_0.5", "1:30.5", ".5"])
def test_what_yaml_1_1_reads_otherwise_than_it_looks_is_refused(value: str) -> None:
    assert refusal(f"x: 1\na: [ok, {value}]\n".encode()) == ["f.yaml:2:9: Y110"]
    assert refusal(f"a: {value}\n".encode()) == ["f.yaml:1:4: Y110"]
    assert parse_yaml("f.yaml", f'a: "{value}"\n'.encode()).data == {"a": value}


@pytest.mark.parametrize(
    ("written", "value"),
    [("0", 0), ("-3", -3), ("+5", 5), ("1.50", 1.5), ("true", True), ("FALSE", False), ("=", "=")],
)
def test_what_every_yaml_reads_alike_is_read(written: str, value: object) -> None:
    assert parse_yaml("f.yaml", f"a: {written}\n".encode()).data == {"a": value}


KEYS = ("~", "null", "5", "1.5", "010", "true", "yes", "2026-01-01", "2026-13-01", ".nan", "<<")


@pytest.mark.parametrize("key", [*KEYS, "2026-01-01T00:00:00Z", "9" * 900])
def test_a_key_that_is_no_text_is_refused_where_it_stands(key: str) -> None:
    assert refusal(f"a: 1\n{key}: 1\n".encode()) == ["f.yaml:2:1: Y109"]
    assert refusal(f"a: {{b: {{{key}: 1}}}}\n".encode()) == ["f.yaml:1:9: Y109"]


JSON = r'{"name": "Zo\u00eb \ud83d\ude00 \/", "dollars": 1e2, "at": [{"x": 1}], "last": 010}'


def test_json_is_read_as_json() -> None:
    source = parse_yaml("f.json", JSON.replace("010", "7").encode())
    assert source.data == {"name": "Zoë 😀 /", "dollars": 100.0, "at": [{"x": 1}], "last": 7}
    assert source.place(("at", 0, "x")) == Place("f.json", 1, JSON.index("1}") + 1)
    assert source.place(("last",)) == Place("f.json", 1, JSON.index("010") + 1)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ('{"a": 1, "a": 2}', "1:10: Y104"),
        ('{"a": 010}', "1:7: Y110"),
        ('{"a": "\\ud800"}', "1:10: Y102"),
        ('{"a": 1', "1:1: Y102"),
        ('{"a": ' + "9" * 5000 + "}", "1:7: Y107"),
    ],
)
def test_json_that_is_none_is_refused_as_yaml(text: str, refused: str) -> None:
    assert refusal(text.encode()) == [f"f.yaml:{refused}"]


@pytest.mark.parametrize("raw", [b"- a\n" * 200_001, b"[" + b"a," * 200_001 + b"]"])
def test_more_entries_than_memory_holds_are_refused_before_they_are_parsed(raw: bytes) -> None:
    assert refusal(raw) == ["f.yaml:1:1: Y106"]


def test_of_very_many_problems_the_first_are_named() -> None:
    found = refusal(b"x: 1\n" * 2_000)
    assert (len(found), found[0], found[-1]) == (201, "f.yaml:2:1: Y104", "f.yaml:202:1: Y104")


def test_a_byte_that_is_not_utf_8_is_placed_by_characters() -> None:
    assert refusal("ä: ü\nöö: ".encode() + b"\xff") == ["f.yaml:2:5: Y101"]
