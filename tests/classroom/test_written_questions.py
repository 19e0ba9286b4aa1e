"""A question written in the browser: its key, its problems and its file are what the check says."""

import copy
import dataclasses
import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from generator.build.browser_facts import facts_table
from generator.checks.undecided_items import items_not_decided
from generator.facts.corpus import Corpus
from generator.findings import Finding
from generator.questions.keys import derive_key
from generator.results.own_question import OwnQuestion
from generator.results.result_file import Result
from tests.exports.hostile import ALL

RULES = re.compile(r"^[IK]\d{3}")
Question = dict[str, Any]
SOUND: Question = {
    "title": "Case 1: left calf",
    "note": "PT, one-on-one. Kneaded the left calf for 15 minutes to ease a spasm. No joint moved.",
    "reason": "Strokes that ease a spasm are massage, 97124.",
    "objective": "tell-massage",
    "difficulty": 1,
    "options": [
        {"id": "97124", "feedback": "Kneading relieves the spasm."},
        {"id": "97140", "feedback": "No joint was moved."},
        {"id": "97110", "feedback": "The patient did nothing."},
        {"id": "ask-therapist", "feedback": "The note says it all."},
    ],
    "visit": {
        "date": "2026-03-02",
        "payer": "medicare-part-b",
        "discipline": "pt",
        "setting": "practitioner",
        "services": [
            {
                "id": "s1",
                "technique": "petrissage",
                "purpose": "ease-spasm",
                "minutes": 15,
                "by": "therapist",
                "separate": False,
                "first": False,
                "confirmed": False,
                "details": {},
            }
        ],
        "used_this_year": {},
    },
    "about": 0,
}


def changed(**changes: Any) -> Question:
    """The sound question with values at paths such as `visit.services.0.minutes`."""
    made = copy.deepcopy(SOUND)
    for path, value in changes.items():
        *keys, last = [int(key) if key.isdigit() else key for key in path.split("__")]
        place: Any = made
        for key in keys:
            place = place[key]
        place[last] = value
    return made


@pytest.fixture
def written(port: Callable[..., Any], base: Corpus) -> Callable[..., list[Any]]:
    """Key, problems and file of each question, by the browser's code."""

    def ask(*questions: Question) -> list[Any]:
        return port("written", {"facts": facts_table(base), "questions": list(questions)})

    return ask


def found_in(project: Any) -> list[Finding]:
    return [one for one in project.findings if one.place.path == "quizzes/own-one.yaml"]


def test_the_file_of_a_sound_question_is_accepted_by_the_check(written, with_files):
    several = changed(about=1)
    several["visit"]["services"].insert(
        0, {"id": "s1", "technique": "joint-mobilization", "minutes": 9, "by": "therapist"}
    )
    several["visit"]["services"][1]["id"] = "s2"
    several["note"] = several["note"].replace(
        "No joint moved.", "The ankle was mobilized, 9 minutes."
    )
    several["options"][1]["feedback"] = "That is the other service."
    asked = changed(
        visit__services__0__purpose=None,
        reason="The note gives no purpose, so ask.",
        options__0__feedback="The purpose is not in the note.",
        options__3__feedback="The purpose decides, and is missing.",
        note="PT, one-on-one. Kneaded the left calf for 15 minutes. No joint moved.",
    )
    del asked["visit"]["services"][0]["purpose"]
    for question, right in ((SOUND, "97124"), (several, "97124"), (asked, "ask-therapist")):
        (one,) = written(question)
        assert one["key"]["right"] == [right]
        assert one["problems"] == []
        project = with_files({"quizzes/own-one.yaml": one["file"].encode()})
        assert [finding.sentence for finding in found_in(project)] == []
        item = project.corpus.items["own-one"]
        assert derive_key(project.corpus, item).right == {right}
        assert item.note == question["note"]


BROKEN: Mapping[str, Question] = {
    "two equal options": changed(options__2__id="97140"),
    "short feedback": changed(options__1__feedback="Wrong code."),
    "the same feedback": changed(options__2__feedback="No joint was moved."),
    "two best answers": changed(
        visit__services__0__technique="trigger-point-pressure", visit__services__0__purpose=None
    ),
    "right answer missing": changed(options__0__id="not-billable"),
    "minutes of another visit": changed(visit__services__0__minutes=23),
    "a later year": changed(visit__date="2031-03-02"),
    "young with Medicare": changed(note=SOUND["note"].replace("PT,", "PT, 44 y/o M,")),
    "assistant": changed(note=SOUND["note"].replace("PT,", "PTA,")),
    "group": changed(note="PT, a group of four. " + SOUND["note"]),
    "another reason": changed(reason="Moving a joint would be 97140 here."),
    "revealing title": changed(title="Case 1: massage of a calf"),
    "minutes in feedback": changed(options__1__feedback="It took 51 minutes in all."),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_problem_is_told_in_the_words_of_the_check(written, with_files, name):
    question = BROKEN[name]
    question["visit"]["services"][0] = {
        key: value for key, value in question["visit"]["services"][0].items() if value is not None
    }
    (one,) = written(question)
    project = with_files({"quizzes/own-one.yaml": one["file"].encode()})
    wanted = {finding.sentence for finding in found_in(project) if RULES.match(finding.code)}
    told = {problem["text"] for problem in one["problems"] if RULES.match(problem["rule"])}
    assert wanted and told == wanted


def test_what_is_empty_or_in_the_note_is_told_before_there_is_a_file(written):
    empty = changed(title="", note="", reason="", objective="", options__1__feedback="")
    empty["options"] = empty["options"][:2]
    (one, stem) = written(empty, changed(note=SOUND["note"] + " Billed 97124."))
    fields = {(problem["rule"], problem["field"]) for problem in one["problems"]}
    assert fields >= {
        ("title", "title"),
        ("note", "note"),
        ("reason", "reason"),
        ("objective", "objective"),
        ("fewOptions", "option"),
        ("feedback", "feedback.2"),
    }
    assert [problem["rule"] for problem in stem["problems"]] == ["stem"]


def asked_of(item: Any) -> Question:
    """Visit and service of a question of the bank."""
    facts = item.visit.model_dump(mode="json", exclude_none=True, by_alias=True)
    places = [one.id for one in item.visit.services]
    return {
        "visit": {**facts, "date": str(item.date), "payer": str(item.payer)},
        "about": places.index(item.about) if getattr(item, "about", None) else 0,
    }


def test_the_key_is_the_engines_own_for_every_question_of_the_bank(port, corpus):
    """All that ask for one code, as their visits stand in the files."""
    items = [item for item in corpus.items.values() if item.kind == "choose-code"]
    asked = [asked_of(item) for item in items]
    keys = port("keys", {"facts": facts_table(corpus), "asked": asked})
    wrong = [
        item.id
        for item, key in zip(items, keys, strict=True)
        if frozenset(key["right"]) != derive_key(corpus, item).right
    ]
    assert len(items) > 200 and wrong == []


def test_a_note_that_leaves_the_key_open_is_told_for_every_question_of_the_bank(port, corpus):
    items = {
        item.id: item.model_copy(update={"note": "Seen today."})
        for item in corpus.items.values()
        if item.kind == "choose-code"
    }
    silent = dataclasses.replace(corpus, items=items)
    wanted: dict[str, set[str]] = {name: set() for name in items}
    for spot, sentence in items_not_decided(silent):
        name = next(
            one
            for one in items
            if corpus.spot("items", one).keys == spot.keys[:-1]
            and corpus.spot("items", one).path == spot.path
        )
        wanted[name].add(sentence)
    questions = [
        {**copy.deepcopy(SOUND), "note": item.note, **asked_of(item)} for item in items.values()
    ]
    told = port("written", {"facts": facts_table(corpus), "questions": questions})
    found = {
        name: {one["text"] for one in judged["problems"] if one["rule"].startswith("K306")}
        for name, judged in zip(items, told, strict=True)
    }
    assert sum(map(bool, wanted.values())) > 10
    assert found == wanted


@pytest.mark.parametrize("text", [*ALL.values(), "a: b # c", "- x", "2026-01-01", "line\nline"])
def test_hostile_texts_are_the_same_texts_in_the_file(written, with_files, text):
    text = text.replace("\x00", "").strip() or "x"
    question = changed(title=f"Case {text}", reason=f"{SOUND['reason']} {text}")
    (one,) = written(question)
    project = with_files({"quizzes/own-one.yaml": one["file"].encode()})
    item = project.corpus.items["own-one"]
    assert (item.title, item.reason) == (question["title"].strip(), question["reason"].strip())


def test_python_reads_a_result_that_carries_a_question():
    question = {
        "id": "own-one",
        "version": 1,
        "kind": "choose-code",
        "title": "Case 1",
        "payer": "Medicare Part B",
        "date": "2026-03-02",
        "difficulty": 1,
        "note": SOUND["note"],
        "options": SOUND["options"],
        "right": "97124",
        "reason": SOUND["reason"],
    }
    assert OwnQuestion.model_validate(question).right == "97124"
    assert "own_questions" in Result.model_fields
