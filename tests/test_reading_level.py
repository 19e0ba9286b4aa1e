"""The grade of a text follows the published formula, and signs of the trade do not make it hard."""

import pytest

from generator.authoring.finding_registry import finding_rules
from generator.authoring.reading_level import reading_grade, syllables
from generator.checks.writing import cue_words
from generator.facts.corpus import Corpus
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1),
        ("massage", 2),
        ("table", 2),
        ("therapy", 3),
        ("moved", 1),
        ("wanted", 2),
        ("shoulder", 2),
        ("minutes", 2),
    ],
)
def test_syllables_are_counted_without_silent_endings(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_grade_is_what_the_formula_gives() -> None:
    """Ten words, two sentences, eleven syllables."""
    assert reading_grade("The hands move the skin. The table is too low.") == pytest.approx(
        0.39 * 5 + 11.8 * 11 / 10 - 15.59
    )


def test_a_long_sentence_of_long_words_is_harder() -> None:
    assert (
        reading_grade(
            "Therapeutic procedures necessitate individualized documentation of functional"
            " limitations."
        )
        > reading_grade("Write down what he can not do.") + 10
    )


@pytest.mark.parametrize(
    ("sign", "word"),
    [
        ("97124", "it"),
        ("$2,480", "it"),
        ("15:30", "it"),
        ("NCCI", "it"),
        ("G0283", "it"),
        ("0.5", "it"),
    ],
)
def test_a_code_a_number_and_an_abbreviation_are_one_short_word(sign: str, word: str) -> None:
    assert reading_grade(f"The line has {sign} today.") == pytest.approx(
        reading_grade(f"The line has {word} today.")
    )


def test_a_full_stop_after_a_number_ends_the_sentence() -> None:
    assert reading_grade("It ran in July 2024. It ran in May 2025.") == pytest.approx(
        reading_grade("It ran in July it. It ran in May it.")
    )


def test_a_shortened_word_ends_no_sentence() -> None:
    assert reading_grade("He walked approx. ten yards and sat down") == pytest.approx(
        reading_grade("He walked approx ten yards and sat down")
    )


def test_the_hardest_grade_is_the_one_that_is_documented() -> None:
    grade = f"grade {cue_words.HARDEST:.0f}"
    assert grade in finding_rules()["I368"].means
    assert grade in (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")


def test_a_grade_just_above_the_hardest_is_shown_above_it(
    base: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cue_words, "_grade", lambda *_: cue_words.HARDEST + 0.01)
    assert "grade 12.1 (" in next(iter(cue_words.hard_to_read(base)))[1]
