"""The desk: what arrives has computed answers, and a right hand gets the whole score."""

import json
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import deno
import pytest

from generator.build.adjudication_facts import adjudication_facts, shared_facts
from generator.build.desk.desk_questions import desk_questions
from generator.build.desk.desk_script import desk_json
from generator.build.desk.desk_visits import desk_visits
from generator.build.payer_scripts import compact
from generator.facts.corpus import Corpus
from tests.conftest import ROOT

RUNNER = ROOT / "tests/js/desk_play.js"
DAY = {1: 6, 2: 7, 3: 8}
Json = Any


@pytest.fixture(scope="module")
def work(corpus: Corpus) -> Json:
    return json.loads(compact(desk_json(corpus.public)))


@pytest.fixture(scope="module")
def played(corpus: Corpus, work: Json, tmp_path_factory: pytest.TempPathFactory) -> Json:
    public = corpus.public
    plans = {name: adjudication_facts(public, plan) for name, plan in public.plans.items()}
    path = tmp_path_factory.mktemp("desk") / "work.json"
    path.write_text(compact({"work": work, "shared": shared_facts(public), "plans": plans}))
    return played_by(path)


def played_by(path: Path) -> Json:
    command = [deno.find_deno_bin(), "run", "--quiet", "--allow-read", str(RUNNER), str(path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout)


def test_nothing_held_back_or_contested_arrives(corpus: Corpus) -> None:
    held = {item.id for item in corpus.items.values() if item.held_back or item.contested}
    arrives = {one.item.id for one in desk_visits(corpus.public)}
    arrives |= {one.item.id for one in desk_questions(corpus.public)}
    assert arrives and not arrives & held


def test_every_visit_is_billed_asked_or_held(work: Json) -> None:
    found = Counter(visit["state"] for visit in work["visits"])
    assert found["bill"] > 50 and found["ask"] > 20 and found["none"] > 0
    for visit in work["visits"]:
        assert bool(visit["ask"]) == (visit["state"] == "ask"), visit["id"]
        assert visit["state"] != "bill" or all(visit["ways"]), visit["id"]


def test_the_payer_in_the_browser_answers_sent_claims_as_here(work: Json, played: Json) -> None:
    answers = {one["id"]: one for one in played["answers"]}
    for sent in work["sent"]:
        found = answers[sent["id"]]
        assert (found["status"] == "rejected") == (sent["kind"] == "rejected"), sent["id"]
        if sent["kind"] == "denial":
            denied = {str(place) for place, one in enumerate(found["lines"], 1) if one == "denied"}
            assert denied == set(sent["causes"]), sent["id"]
        if sent["kind"] == "remittance":
            assert "pended" not in found["lines"], sent["id"]


def test_a_remedy_is_a_fact(corpus: Corpus, work: Json) -> None:
    for name, (remedy, text, *_) in work["causes"].items():
        adjustment, cause = name.split("/")
        known = {one.id: one for one in corpus.adjustments[adjustment].causes}
        assert (known[cause].remedy, known[cause].text) == (remedy, text)


def test_who_does_everything_right_has_the_whole_score(played: Json) -> None:
    for one in played["right"]:
        assert one["phase"] == "done", one
        assert one["points"] == pytest.approx(1), one
        assert one["wrong"] == one["atRisk"] == 0, one
        assert one.get("firstPass", True) and one.get("prevented", True), one


def test_a_unit_too_many_costs_and_is_never_a_gain(played: Json) -> None:
    right = {one["id"]: one for one in played["right"]}
    over = [one for one in played["over"] if one["acts"][0] == "send"]
    assert len(over) > 50
    for one in over:
        assert one["points"] < right[one["id"]]["points"] - 0.05, one
    assert sum(one["wrong"] > 0 for one in over) > 20
    for one in over:
        assert not one["wrong"] or one["stillWrong"] == 0, one


def test_a_day_has_its_items_and_nothing_comes_twice(work: Json, played: Json) -> None:
    source = {one["id"]: one["of"] for one in work["sent"]}
    cases = {one["id"]: one.get("case") for one in (*work["visits"], *work["questions"])}
    for drawn in played["draws"]:
        setup, entries = drawn["setup"], drawn["entries"]
        ids = [source.get(one["id"], one["id"].removesuffix("~q")) for one in entries]
        assert len(ids) == len(set(ids)), setup
        least = DAY[setup["level"]] if setup["length"] == "day" else 10
        assert len(ids) >= min(least, 8), (setup, len(ids))
        for day in {one["arrives"] for one in entries}:
            today = [
                cases[name]
                for name, one in zip(ids, entries, strict=True)
                if one["arrives"] == day and cases[name]
            ]
            assert len(today) == len(set(today)), setup


def test_the_same_seed_brings_the_same_work(played: Json) -> None:
    by_seed = {
        json.dumps(one["setup"]): [entry["id"] for entry in one["entries"]]
        for one in played["draws"]
    }
    first = {name.replace('"seed": 2', '"seed": 1'): ids for name, ids in by_seed.items()}
    assert len(by_seed) == len(played["draws"])
    assert any(by_seed[name] != ids for name, ids in first.items())
