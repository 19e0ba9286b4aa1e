"""Numbers to ways of drawing: counted right, each once, nothing that the limits forbid."""

from datetime import date
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.facts.question_templates import Template
from generator.questions.variants.note_wording import UnfilledHoleError, fill, in_words
from generator.questions.variants.randomness import numbers
from generator.questions.variants.scenario import scenario
from generator.questions.variants.variant_space import VariantSpace
from generator.questions.variants.working_days import is_working_day


def template(**more: object) -> Template:
    """Two spans, a choice of service, one of words: small enough to count by hand."""
    said = {
        "id": "small",
        "version": 1,
        "kind": "units",
        "title": "Small",
        "summary": "Small.",
        "difficulty": 1,
        "objectives": ["count"],
        "rests_on": ["rules/eight-minute"],
        "dates": [date(2026, 3, 6), date(2026, 3, 9)],
        "draws": {
            "one": {"from": 8, "to": 10},
            "two": {"from": 20, "to": 40, "step": 10},
            "age": {"from": 70, "to": 71},
            "what": [
                {
                    "words": {"did": ["Presses", "Curls"]},
                    "service": {"technique": "strengthening-exercise"},
                },
                {"words": {"did": "Glides"}, "service": {"technique": "joint-mobilization"}},
            ],
            "who": [{"words": {"who": ["man", "woman", "patient"]}}],
        },
        "where": [{"sum": ["one", "two"], "at_most": 39}],
        "note": "{Who} of {age}. {did}, {one} and {two} minutes.",
        "visit": {
            "discipline": "pt",
            "services": [
                {"id": "a", "draw": "what", "minutes": "one"},
                {"id": "b", "technique": "balance-training", "minutes": "two"},
            ],
        },
        "prompt": "How many?",
        "mistakes": [{"make": "forgot-the-remainder", "feedback": "The rest was forgotten."}],
        "reason": "Because.",
        **more,
    }
    return Template.model_validate(said)


def space(**more: object) -> VariantSpace:
    made = template(**more)
    return VariantSpace(
        made, {name: draw for name, draw in made.draws.items() if isinstance(draw, tuple)}
    )


def test_the_count_is_what_counting_gives() -> None:
    """Of 3 × 3 pairs of minutes 5 make 39 or less.

    2 ages, 3 services in words, 3 persons, 2 weekdays.
    """
    small = space()
    found = [case for number in range(small.size) if (case := scenario(small, number))]
    assert small.count == len(found) == 5 * 2 * 3 * 3 * 2
    assert len({case.id for case in found}) == small.count


def test_cases_leave_out_wording_person_and_date() -> None:
    small = space()
    found = [case for number in range(small.size) if (case := scenario(small, number))]
    assert small.cases == len({case.facts.model_dump_json() for case in found}) == 5 * 2


@pytest.mark.parametrize(
    "where",
    [
        [],
        [{"sum": ["two"], "minus": ["one"], "at_least": 11}],
        [{"sum": ["one"], "not_between": [9, 9]}],
        [{"sum": ["one", "two"], "at_least": 30}, {"sum": ["one"], "at_most": 9}],
    ],
)
def test_limits_count_only_what_they_allow(where: list) -> None:
    small = space(where=where)
    assert small.count == sum(small.at(number) is not None for number in range(small.size))


def test_a_weekend_is_no_date_of_service() -> None:
    assert space().days == (date(2026, 3, 6), date(2026, 3, 9))


@pytest.mark.parametrize(
    "holiday",
    [
        date(2026, 1, 1),
        date(2026, 5, 25),
        date(2025, 7, 4),
        date(2026, 7, 3),
        date(2027, 7, 5),
        date(2026, 9, 7),
        date(2026, 11, 26),
        date(2026, 12, 25),
    ],
)
def test_a_holiday_is_no_date_of_service(holiday: date) -> None:
    assert not is_working_day(holiday)


@pytest.mark.parametrize("day", [date(2026, 5, 18), date(2026, 9, 14), date(2026, 11, 19)])
def test_other_mondays_and_thursdays_are_dates_of_service(day: date) -> None:
    assert is_working_day(day)


@settings(deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 20_000))
def test_chance_gives_each_number_once(seed: int, size: int) -> None:
    found = list(islice(numbers(seed, "name", size), 200))
    assert len(set(found)) == len(found) == min(200, size)
    assert all(0 <= number < size for number in found)
    assert found == list(islice(numbers(seed, "name", size), 200))


def test_chance_reaches_every_number() -> None:
    assert sorted(numbers(7, "name", 5000)) == list(range(5000))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (7, "seven"),
        (13, "thirteen"),
        (20, "twenty"),
        (45, "forty-five"),
        (2330, "2,330"),
    ],
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert in_words(number) == words


def test_holes_are_filled_and_sentences_begin_with_a_capital() -> None:
    drawn = space().at(0)
    assert (
        fill("{Who} of {age}: {one:words} minutes, {what.did}.", drawn)
        == "Man of 70: eight minutes, Presses."
    )


def test_a_hole_that_nothing_fills_is_named() -> None:
    with pytest.raises(
        UnfilledHoleError,
        match=r"\{where\} is filled by nothing: no draw and no piece has that name",
    ):
        fill("In {where}.", space().at(0))


def test_pieces_that_lead_in_a_circle_are_refused() -> None:
    turning = space(
        draws={
            **template().model_dump(by_alias=True)["draws"],
            "who": [{"words": {"who": "{other}", "other": "{who}"}}],
        }
    )
    with pytest.raises(UnfilledHoleError, match="leads back to itself"):
        fill("{who}", turning.at(0))
