"""The timeline: what changes.yaml tells, and what the dates of facts add to it, each once."""

from datetime import date, timedelta

import pytest

from generator.facts.corpus import Corpus
from generator.pages.timeline_page import Event, events_of, timeline


@pytest.fixture(scope="module")
def events(corpus: Corpus) -> dict[str, Event]:
    found = list(events_of(corpus))
    assert len({event.id for event in found}) == len(found), "an event's id is an anchor"
    return {event.id: event for event in found}


def test_every_change_is_told(corpus: Corpus, events: dict[str, Event]) -> None:
    assert set(corpus.changes) <= set(events)


def test_every_code_that_ended_is_told_of_on_the_day_after_its_last(
    corpus: Corpus, events: dict[str, Event]
) -> None:
    for name, code in corpus.other_codes.items():
        if code.effective.end:
            after = code.effective.end + timedelta(days=1)
            assert [
                event.id for event in events.values() if event.day == after and name in event.codes
            ], name


def test_every_dated_edit_is_in_an_event_of_its_day(
    corpus: Corpus, events: dict[str, Event]
) -> None:
    told = {(event.day, pair) for event in events.values() for pair in event.pairs}
    for edit in corpus.edits.values():
        if edit.effective.end and edit.indicator != 9:
            assert (
                edit.effective.end + timedelta(days=1),
                f"{edit.column1} with {edit.column2}",
            ) in told


def test_a_code_s_beginning_is_not_told_twice(events: dict[str, Event]) -> None:
    assert "begin-97037" not in events and events["low-level-laser-2024"].codes == ("97037",)


def test_events_know_the_families_of_their_codes(events: dict[str, Event]) -> None:
    assert events["low-level-laser-2024"].families == ("supervised-modalities",)


def test_years_run_backwards_and_days_within_them(corpus: Corpus) -> None:
    days = [event.day for _, found in timeline(corpus) for event in found]
    assert days == sorted(days, reverse=True) and days[0] > corpus.judged_on > date(2026, 1, 1)


def test_each_year_holds_its_own_days(corpus: Corpus) -> None:
    assert all(event.day.year == year for year, found in timeline(corpus) for event in found)
