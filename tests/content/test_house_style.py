"""The texts of the site keep the house style, and every line of its list finds something."""

import pytest

from generator.authoring.loader import read_as
from generator.build.project import CheckedProject
from generator.build.style_files import with_house_style
from generator.checks.writing.house_style import KIND, PATH, HouseStyle, style_findings
from generator.facts.corpus import Corpus
from tests.conftest import ROOT


def found_in(style: HouseStyle, text: str, path: str = "content/rules/any.yaml") -> list[str]:
    return [finding.sentence for finding in style_findings(style, {path: text})]


def test_no_text_of_the_site_is_out_of_style(corpus: Corpus) -> None:
    assert with_house_style(CheckedProject(corpus, ()), ROOT).findings == ()


def test_every_word_unit_and_idiom_of_the_list_is_found(style: HouseStyle) -> None:
    lists = style.model_dump()
    moved_up = HouseStyle(**{**lists, "idioms": {**lists["idioms"], **lists["idioms_to_come"]}})
    for wording in (*style.spelling, *moved_up.idioms, *(f"12 {unit}" for unit in style.units)):
        told = found_in(moved_up, f"text: A {wording}.")
        assert any(wording in sentence for sentence in told), wording


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("text: On 5 October 2026.", "5 October"),
        ("text: Paid at 85 % of it.", "5 %"),
        ("text: Back at 16:00.", "16:00"),
        ("text: Up a 15 cm step.", "5 cm step"),
        ("text: In\n  order to walk.", "In order to"),
        ("note: Back at 16:00.", None),
        ("text: A wound of 6 by 4 cm, girth 38 cm, 0.8 m/s, 5 mL, 97140-L.", None),
        ("text: On October 5, 2026, at 4:00 PM, 85% of the 97124 May claims.", None),
        ("{says: The colour is 5 % darker, sources: [a]}", None),
    ],
)
def test_a_format_is_found_where_it_is_wrong(
    style: HouseStyle, text: str, says: str | None
) -> None:
    told = found_in(style, text)
    assert [f"'{says}' is not" in sentence for sentence in told] == ([True] if says else [])


def test_spanish_and_titles_of_sources_are_exempt(style: HouseStyle) -> None:
    assert found_in(style, "title: Behaviour, 5 October", "content/sources/any.yaml") == []
    assert not any("/es/" in glob for glob in style.also_read)


def test_a_pattern_that_is_none_is_named_at_its_line() -> None:
    raw = b"formats:\n  - {find: '[0-9', say: a number}\n"
    (finding,) = read_as(KIND, PATH, raw).findings
    assert finding.place.line == 2
    assert "'[0-9' is no regular expression" in finding.sentence
