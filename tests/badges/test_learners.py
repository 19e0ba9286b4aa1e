"""Who gets a badge: by which mark, of which name, from files or a store."""

import json

import pytest

from generator.cli import app
from generator.results.lrs_client import RecordStore
from tests.badges.issuing import (
    ASSIGNMENT,
    DAY,
    RUN,
    TRACK,
    handed_in,
    issue,
    issued,
    parts,
)
from tests.conftest import ROOT
from tests.results.core import statements

pytestmark = pytest.mark.usefixtures("loaded_once")


def test_the_mark_in_a_badge_is_the_agreed_one(desk, assignment_keys):
    """Not what it comes to with so many questions."""
    handed_in(desk, assignment_keys, "Ann", ASSIGNMENT)
    issue(desk, "--date", DAY, "--pass-mark", "71")
    achievement = parts(issued(desk)[0])[1]["credentialSubject"]["achievement"]
    assert achievement["resultDescription"][0]["requiredValue"] == "71"
    assert "the pass mark is 71%" in achievement["criteria"]["narrative"]


def test_two_learners_of_one_name_are_both_named_and_both_judged(desk, track_keys):
    handed_in(desk, track_keys, "Ann Lee", TRACK)
    handed_in(desk, track_keys, "Ann Lee", TRACK, number=2)
    handed_in(desk, track_keys, "Ann Lee", TRACK, wrong=5, number=3)
    output = issue(desk, "--date", DAY, "--flagged").output
    subjects = {parts(path)[1]["credentialSubject"]["id"] for path in issued(desk)}
    assert len(issued(desk)) == len(subjects) == 2
    assert "no badge for Ann Lee." in output
    for number in (1, 2, 3):
        assert f"Ann Lee (Ann Lee-{number}.json)" in output


def test_learners_of_one_name_with_ids_are_two(desk, track_keys):
    for number, one in enumerate(("17", "18"), 1):
        learner = {"name": "Ann Lee", "id": one}
        handed_in(desk, track_keys, "Ann Lee", TRACK, number=number, learner=learner)
    assert "same name" not in issue(desk, "--date", DAY).output
    assert len(issued(desk)) == 2


def test_badges_come_from_a_store_too(desk, track_keys, monkeypatch):
    """What the store's pages hold is read; the client itself is tested with a real store."""
    made = handed_in(desk, track_keys, "Ann", TRACK)
    (desk / "results" / "Ann-1.json").unlink()
    made["assignment"]["id"] = TRACK
    (statement_list,) = statements(track_keys, [made])
    page = json.dumps({"statements": statement_list})
    monkeypatch.setattr(RecordStore, "read", lambda _self, take: take(page))
    store = "https://lrs.example/xapi"
    command = ["badge", "--lrs", store, "--issuer", desk / "issuer.yaml", "--root", ROOT]
    command += ["--key", desk / "badge.pem", "--out", desk / "badges", "--date", DAY]
    done = RUN.invoke(app, [*map(str, command)])
    assert done.exit_code == 0, done.output
    (path,) = issued(desk)
    names = parts(path)[1]["credentialSubject"]["identifier"]
    assert [one["identityHash"] for one in names] == ["Ann"]
    done = RUN.invoke(app, [*map(str, [*command[:1], desk / "results", *command[1:]])])
    assert done.exit_code == 2 and "or a store with --lrs" in done.output


def test_a_learner_with_two_attempts_gets_one_badge(desk, track_keys):
    handed_in(desk, track_keys, "Ann", TRACK, wrong=5)
    handed_in(desk, track_keys, "Ann", TRACK, number=2, attempt=2)
    issue(desk, "--date", DAY)
    assert len(issued(desk)) == 1
