"""Kinds other than the best code, written in the browser: keys, files, problems are the check's."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from generator.build.browser_facts import facts_table
from generator.facts.corpus import Corpus
from generator.findings import Finding
from generator.questions.keys import derive_key
from generator.results.own_question import OwnQuestion
from tests.classroom.test_written_questions import RULES, asked_of

Question = dict[str, Any]
KINDS_WITH_A_VISIT = ("units", "choose-all", "claim")
SERVICE: Question = {
    "by": "therapist",
    "separate": False,
    "first": False,
    "confirmed": False,
    "details": {},
}
VISIT: Question = {
    "date": "2026-04-06",
    "payer": "medicare-part-b",
    "discipline": "pt",
    "setting": "practitioner",
    "services": [
        {
            "id": "s1",
            "technique": "petrissage",
            "purpose": "ease-spasm",
            "minutes": 15,
            **SERVICE,
        },
        {
            "id": "s2",
            "technique": "joint-mobilization",
            "minutes": 23,
            **SERVICE,
        },
    ],
    "used_this_year": {},
}
ALL_SOUND: Question = {
    "title": "Case 1: left calf",
    "note": (
        "PT, one-on-one. Kneaded the left calf for 15 minutes to ease a spasm. Ankle joint"
        " mobilization, 23 minutes. NCCI edit: indicator 1."
    ),
    "reason": "Two services, 38 minutes.",
    "objective": "tell-massage",
    "difficulty": 1,
    "options": [
        {"id": "97124", "feedback": "Kneading relieves the spasm."},
        {"id": "97140", "feedback": "The ankle was mobilized."},
        {"id": "97110", "feedback": "The patient did nothing."},
    ],
    "visit": VISIT,
    "about": 0,
    "more": {},
}
JUDGED: Question = {
    **{name: ALL_SOUND[name] for name in ("title", "objective", "difficulty", "about")},
    "note": "",
    "reason": "Massage is counted by its minutes.",
    "options": [
        {"id": "holds", "feedback": "It is timed, so minutes do count."},
        {"id": "misleading", "feedback": "Nothing in it is true in part."},
        {"id": "does-not-hold", "feedback": "It is a timed code after all."},
    ],
    "visit": {"date": "2026-03-02", "payer": "medicare-part-b", "services": []},
    "more": {
        "statement": "97124 is billed once a day, however long it takes.",
        "verdict": "false",
        "asOf": "2026-01-01",
    },
}


def sound(kind: str, source: str = "") -> Question:
    """A question of a kind in which nothing is wrong."""
    made = copy.deepcopy(JUDGED if kind == "judge-claim" else ALL_SOUND)
    made["kind"] = kind
    if kind == "claim":
        made["more"] = {"modifiers": "gp, 59 GO", "lines": "4"}
    if kind == "units":
        made["options"][0]["wrong"] = [
            {"units": "3", "feedback": "Each code was rounded up by itself.", "field": "why1"}
        ]
    if kind == "judge-claim":
        made["more"]["source"] = source
    return made


SOUND_KINDS = (*KINDS_WITH_A_VISIT, "judge-claim")


@pytest.fixture
def written(port: Callable[..., Any], base: Corpus) -> Callable[..., list[Any]]:
    """Key, problems and files of each question, by the browser's code."""

    def ask(*questions: Question) -> list[Any]:
        return port("written", {"facts": facts_table(base), "questions": list(questions)})

    return ask


def found_in(project: Any) -> list[Finding]:
    return [one for one in project.findings if "own-one" in one.place.path]


def source_of(base: Corpus) -> str:
    """One that was read after the day as of which the statement is judged."""
    return next(
        name
        for name in facts_table(base)["sources"]
        if str(base.sources[name].read) > JUDGED["more"]["asOf"]
        and base.sources[name].kind in ("manual", "guidance", "rule", "statute")
    )


@pytest.mark.parametrize("kind", SOUND_KINDS)
def test_the_files_of_a_sound_question_are_accepted_by_the_check(written, with_files, base, kind):
    question = sound(kind, source_of(base))
    (one,) = written(question)
    assert one["problems"] == []
    project = with_files({path: text.encode() for path, text in one["files"].items()})
    assert [finding.sentence for finding in found_in(project)] == []
    item = project.corpus.items["own-one"]
    assert item.kind == kind
    assert derive_key(project.corpus, item).right == set(one["key"]["right"])


@pytest.mark.parametrize("kind", SOUND_KINDS)
def test_python_reads_what_an_assignment_carries_of_it(written, base, kind):
    question = sound(kind, source_of(base))
    (one,) = written(question)
    told = {name: question[name] for name in ("title", "note", "reason", "difficulty")}
    head = {"id": "own-one", "version": 1, "kind": kind, "payer": "A", "date": "2026-03-02"}
    own = OwnQuestion.model_validate({**head, **told, "note": told["note"] or None, **one["own"]})
    assert own.right or own.ways


@pytest.mark.parametrize("kind", KINDS_WITH_A_VISIT)
def test_the_key_is_the_engines_own_for_every_question_of_the_bank(port, corpus, kind):
    """All of the kind, as their visits stand in the files."""
    items = [
        item
        for item in corpus.items.values()
        if item.kind == kind and getattr(item, "visit", None) is not None
        if not any(hasattr(option, "holds") for option in item.choices)  # statements
    ]
    asked = []
    for item in items:
        rows = [str(row.code) for row in getattr(item, "rows", ())]
        options = [{"id": code, "feedback": ""} for code in rows]
        asked.append({**asked_of(item), "kind": kind, "options": options, "more": {}})
    keys = port("keys", {"facts": facts_table(corpus), "asked": asked})
    wrong = [
        item.id
        for item, key in zip(items, keys, strict=True)
        if frozenset(key.get("right", [key.get("refused")])) != derive_key(corpus, item).right
    ]
    assert len(items) > 25 and wrong == []


def changed(kind: str, **changes: Any) -> Question:
    """The sound question with values at paths such as `visit__services__0__minutes`."""
    made = sound(kind)
    for path, value in changes.items():
        *keys, last = [int(key) if key.isdigit() else key for key in path.split("__")]
        place: Any = made
        for key in keys:
            place = place[key]
        place[last] = value
    return made


UNSEEN = ALL_SOUND["note"].replace(" NCCI edit: indicator 1.", "")
BROKEN: dict[str, Question] = {
    f"{name} of {kind}": changed(kind, **changes)
    for name, changes in {
        "an edit that nobody sees": {"note": UNSEEN},
        "the same code twice": {"options__2__id": "97140"},
        "short feedback": {"options__1__feedback": "Wrong code."},
        "a later year": {"visit__date": "2031-03-02"},
    }.items()
    for kind in KINDS_WITH_A_VISIT
} | {
    "the same feedback": changed("choose-all", options__2__feedback="The ankle was mobilized."),
    "revealing title": changed("choose-all", title="Case 1: massage and manual therapy, calf"),
    "minutes of another visit": changed("units", visit__services__0__minutes=17),
    "minutes in feedback": changed("units", options__1__feedback="It took 51 minutes in all."),
    "minutes in what is wrong": changed(
        "units", options__0__wrong__0__feedback="It took 51 minutes in all."
    ),
    "a right number called wrong": changed("units", options__0__wrong__0__units="0"),
    "young with Medicare": changed("claim", note=ALL_SOUND["note"].replace("PT,", "PT, 44 y/o,")),
    "a row missing": changed("units", options=[ALL_SOUND["options"][0]]),
    "a code missing": changed("claim", options=[ALL_SOUND["options"][0], ALL_SOUND["options"][2]]),
    "a modifier missing": changed("claim", more__modifiers="GO"),
    "KX without an amount": changed("claim", more__modifiers="GP 59 KX"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_problem_is_told_as_the_check_tells_it(written, with_files, name):
    (one,) = written(BROKEN[name])
    project = with_files({path: text.encode() for path, text in one["files"].items()})
    wanted = {
        (finding.code, finding.sentence)
        for finding in found_in(project)
        if RULES.match(finding.code)
    }
    told = {
        (problem["rule"][:4], problem["text"])
        for problem in one["problems"]
        if RULES.match(problem["rule"])
    }
    worded_anew = {"K308"}
    assert {code for code, _ in told} == {code for code, _ in wanted} != set()
    assert {text for code, text in told if code not in worded_anew} == {
        text for code, text in wanted if code not in worded_anew
    }


def open_visit(kind: str) -> Question:
    made = sound(kind)
    del made["visit"]["services"][0]["purpose"]
    return made


@pytest.mark.parametrize("kind", KINDS_WITH_A_VISIT)
def test_a_visit_that_leaves_something_open_has_no_key_and_says_why(written, base, kind):
    (one,) = written(open_visit(kind))
    (refusal,) = [problem for problem in one["problems"] if problem["rule"] == "K301"]
    assert "purpose" in refusal["text"] and refusal["field"] == "1.what"
    assert one["files"] == {}


def test_a_statement_needs_a_verdict_and_a_source(written):
    question = sound("judge-claim")
    question["more"] = {"statement": "", "verdict": "", "source": "", "asOf": ""}
    (one,) = written(question)
    assert [problem["field"] for problem in one["problems"]] == [
        "statement",
        "verdict",
        "source",
        "asOf",
    ]


def test_lines_and_threshold_of_a_whole_claim(port, corpus):
    """By the facts of the site: mobilization apart from the traction, above the threshold."""
    question = changed("claim", note=UNSEEN, more__lines="1", more__modifiers="GP KX 59 XS XU")
    services = question["visit"]["services"]
    services[0] = {"id": "s1", "code": "97012", "minutes": 15, **SERVICE}
    services[1] |= {"separate": True, "separate_by": "structure"}
    question["options"][0]["id"] = "97012"
    question["visit"] |= {
        "allowed_so_far_usd": 2600,
        "allowed_today_usd": 90,
        "necessary": True,
    }
    (one,) = port("written", {"facts": facts_table(corpus), "questions": [question]})
    told = {problem["rule"] for problem in one["problems"]}
    assert {"K303lines", "K308pairs", "K308thresholds"} <= told
    bypassed = {line[0] for lines in one["own"]["ways"] for line in lines if "XS" in line[2]}
    assert bypassed == {"97012", "97140"}, "either line may carry it"
