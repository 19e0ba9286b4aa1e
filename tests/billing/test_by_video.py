"""A visit by video is asked about, and bills once the payer has confirmed it."""

import pytest

from generator.facts.corpus import Corpus
from tests.billing.conftest import billed, did, lines

MANUAL = {"technique": "joint-mobilization", "purpose": "restore-motion", "minutes": 30}
TALK = {"technique": "language-training", "minutes": 40}
VIDEO = {"contact": "remote"}


@pytest.mark.parametrize("day", ["2025-10-10", "2026-03-02"])
def test_manual_therapy_by_video_is_told_not_to_be_listed(facts: Corpus, day: str) -> None:
    found = billed(facts, {**MANUAL, **VIDEO}, date=day)
    assert not found.lines
    assert "not on CMS's telehealth list" in found.questions[0].reason.text


@pytest.mark.parametrize("payer", ["medicare-part-b", "commercial", "tricare"])
def test_exercise_by_video_is_asked_before_it_is_billed(facts: Corpus, payer: str) -> None:
    found = billed(facts, did("97110", 30, **VIDEO), payer=payer)
    assert not found.lines
    assert "by video" in found.questions[0].reason.text
    assert lines(billed(facts, did("97110", 30), payer=payer))


def test_what_the_payer_confirmed_is_billed(facts: Corpus) -> None:
    found = billed(facts, did("97110", 30, confirmed=True, **VIDEO))
    assert lines(found) == ["97110x2 GP"]


def test_a_technique_is_found_by_what_it_is_in_person(facts: Corpus) -> None:
    found = billed(facts, {**TALK, **VIDEO}, discipline="slp")
    assert "92507 by video" in found.questions[0].reason.text


def test_remote_care_itself_is_not_asked_as_video(facts: Corpus) -> None:
    month = {"month_minutes": 24, "live_contact": True}
    found = billed(facts, did("98980", details=month, **VIDEO), date="2025-03-31")
    assert lines(found) == ["98980x1 GP"]
