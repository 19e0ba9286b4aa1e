"""What a lesson may write besides Markdown, and where each use of it leads."""

import pytest

from generator.authoring.lesson_files import shortcodes, target_of


def found(body: str) -> list[tuple[str, tuple[str, str]]]:
    return [(shortcode.text, target_of(shortcode)) for shortcode in shortcodes(body)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("[@cms-table]", ("sources", "cms-table")),
        ("[@cms-table 2026-04-01]", ("sources", "cms-table")),
        ("[[97124]]", ("codes", "97124")),
        ("[[G0283|the current]]", ("codes", "G0283")),
        ("[[myth:massage-is-exercise]]", ("misconceptions", "massage-is-exercise")),
        ("[[rule:mue|the ceiling]]", ("rules", "mue")),
        ("[[term:unit]]", ("glossary", "unit")),
        ("[[learn:minutes-and-units]]", ("lessons", "minutes-and-units")),
        ("<!-- rc:case calf -->", ("cases", "calf")),
        ("<!-- rc:values kx-threshold -->", ("rules", "kx-threshold")),
        ("<!-- rc:item calf-in-spasm -->", ("items", "calf-in-spasm")),
    ],
)
def test_a_shortcode_names_a_register_and_a_thing_in_it(text: str, target: tuple[str, str]) -> None:
    assert found(f"Before {text} behind.") == [(text, target)]


@pytest.mark.parametrize(
    "text",
    [
        "[@Upper]",
        "[@two words]",
        "[97124]",
        "[a link](there.md)",
        "[[]]",
        "<!-- rc:cut -->",
        "<!-- a comment -->",
    ],
)
def test_other_brackets_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_uses_are_found_with_their_places() -> None:
    body = "One.[@a][@b 2026-01-01]\n\nTwo [[97124]]."
    assert [
        (shortcode.kind, body[shortcode.start :][: len(shortcode.text)])
        for shortcode in shortcodes(body)
    ] == [
        ("citation", "[@a]"),
        ("citation", "[@b 2026-01-01]"),
        ("link", "[[97124]]"),
    ]
