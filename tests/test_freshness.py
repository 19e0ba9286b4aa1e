"""What has gone stale on a day, what ends soon, and the questions that rest on it."""

from datetime import date

import pytest

from generator.facts.corpus import Corpus
from generator.pages.maintenance_pages import maintenance_pages
from generator.pages.renderer import render
from generator.questions.freshness import (
    INTERVALS,
    dated_facts,
    ending,
    lapsed,
    review_date,
    reviews,
    stale,
)


@pytest.mark.parametrize(
    ("as_of", "sort", "due"),
    [
        ("2024-07-01", "pairs", "2024-10-01"),
        ("2026-04-01", "ceilings", "2026-07-01"),
        ("2025-11-30", "pairs", "2026-02-28"),
        ("2024-02-29", "standing", "2025-02-28"),
        ("2026-11-21", "others", "2028-11-21"),
    ],
)
def test_a_review_comes_its_months_later(as_of: str, sort: str, due: str) -> None:
    assert review_date(date.fromisoformat(as_of), sort) == date.fromisoformat(due)


def test_pairs_ceilings_figures_and_standing_have_their_own_pace(corpus: Corpus) -> None:
    sorts = {
        (fact.reference.partition("/")[0], fact.slot.partition(".")[0]): fact.sort
        for fact in dated_facts(corpus)
    }
    assert sorts["edits", ""] == "pairs" and sorts["codes", "mue"] == "ceilings"
    assert (
        sorts["codes", "coverage"] == "standing"
        and sorts["rules", "values"] == "figures"
        and sorts["codes", "meaning"] == "others"
    )


def test_what_is_stale_grows_with_the_days(corpus: Corpus) -> None:
    def names(day: str) -> set[str]:
        return {
            fact.name for review in stale(corpus, date.fromisoformat(day)) for fact in review.facts
        }

    early, late = names("2024-10-01"), names("2027-01-01")
    assert early < late and any(name.startswith("edits/97140-97124") for name in early)
    assert not any("telehealth" in name for name in early)


def test_a_pair_s_questions_are_named_with_it(corpus: Corpus) -> None:
    (pairs,) = [
        review
        for review in reviews(corpus)
        if review.sort == "pairs" and review.as_of == date(2024, 7, 1)
    ]
    resting = {name for name, item in corpus.items.items() if "edits/97140-97124" in item.rests_on}
    assert resting and resting <= set(pairs.questions)


def test_what_ends_within_ninety_days_is_told_with_its_last_day(corpus: Corpus) -> None:
    found = {
        fact.name: review.day
        for review in ending(corpus, date(2026, 11, 21))
        for fact in review.facts
    }
    assert found["codes/92507 coverage.medicare-part-b"] == date(2026, 12, 31)
    assert any(name.startswith("rules/kx-threshold values") for name in found)
    assert "codes/92507 coverage.medicare-part-b" not in {
        fact.name for review in ending(corpus, date(2026, 9, 1)) for fact in review.facts
    }


def test_what_lapses_with_a_year_is_named_exactly(corpus: Corpus) -> None:
    found = {
        fact.name: review.day
        for review in lapsed(corpus, date(2027, 1, 1))
        for fact in review.facts
    }
    assert set(found.values()) == {date(2026, 12, 31)}
    assert {"codes/92507 coverage.medicare-part-b", "codes/92508 coverage.medicare-part-b"} < set(
        found
    )
    thresholds = {
        value.effective.end
        for index, value in enumerate(corpus.rules["kx-threshold"].values)
        if f"rules/kx-threshold values.{index}" in found
    }
    assert thresholds == {date(2026, 12, 31)}, "2024 and 2025 have a year after them"
    assert lapsed(corpus, date(2026, 12, 31)) == ()


def test_the_page_says_what_to_read_again_on_that_day_and_where(base: Corpus) -> None:
    text = render(base, next(maintenance_pages(base)))
    _, section = text.split("{#from-2027-01-01}", 1)
    assert INTERVALS["figures"].address in section and "sources/#" in section


def test_the_end_of_a_code_or_an_edit_is_no_lapse(corpus: Corpus) -> None:
    late = [fact for review in lapsed(corpus, date(2030, 1, 1)) for fact in review.facts]
    assert late and all(fact.slot and not fact.reference.startswith("edits/") for fact in late)


def test_what_has_ended_is_history(corpus: Corpus) -> None:
    past = [
        fact
        for review in reviews(corpus)
        for fact in review.facts
        if fact.reference.startswith("edits/") and fact.end
    ]
    assert past == []


def test_every_interval_has_a_reason() -> None:
    assert all(
        interval.months > 0 and interval.reason.endswith(".") for interval in INTERVALS.values()
    )


def test_facts_can_be_read_without_a_question(base: Corpus) -> None:
    assert reviews(base) and all(review.day for review in reviews(base))
