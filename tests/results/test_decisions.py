"""Credits that an instructor changes: what counts, what stays, and what of it leaves."""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.build.project import open_project
from generator.results.answer_marking import markings
from generator.results.decisions import Decisions, Rescored
from generator.results.limits import MAX_DECISIONS
from tests.conftest import BASE
from tests.results.core import in_javascript, scored
from tests.results.made import HOSTILE, class_of, raw, result, right_response
from tests.results.test_harmless_tables import assert_harmless, read_csv
from tests.results.test_output import run

AT = "2026-03-03T10:00:00.000Z"
REASON = "The note supports this code, too."


def trail(*decisions: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {"format": "rightcode-decisions", "version": 1, "decisions": list(decisions), **changes}


def decision(value: dict[str, Any], place: int = 0, **changes: Any) -> dict[str, Any]:
    """About one answer of a result: full credit."""
    answer = value["answers"][place]
    return {
        "at": AT,
        "by": "Dr. Ito",
        "assignment": value["assignment"]["id"],
        "item": answer["item"],
        "version": answer["version"],
        "result": value["id"],
        "after": 1,
        "reason": REASON,
        **changes,
    }


@pytest.fixture
def two(keys) -> list[dict[str, Any]]:
    """Two learners who answer the first question wrongly, and alike."""
    item, marking = next(one for one in keys.items() if one[1].kind == "choose-code")
    wrong = next(option.id for option in marking.options if not option.right)
    return [result(keys, name, {item: [wrong]}, number) for number, name in enumerate("AB", 1)]


def points(keys, values, *decisions: dict[str, Any]) -> list[float]:
    trails = [json.dumps(trail(*decisions)).encode()] if decisions else []
    return [row.points for row in scored(raw(values), keys, trails=trails).rows]


def test_one_answer_one_way_of_answering_or_all(keys, two) -> None:
    assert points(keys, two) == [0, 0]
    assert points(keys, two, decision(two[0])) == [1, 0]
    group = {"result": None, "response": two[0]["answers"][0]["response"]}
    assert points(keys, two, decision(two[0], **group)) == [1, 1]
    assert points(keys, two, decision(two[0], **{**group, "response": ["other"]})) == [0, 0]
    assert points(keys, two, decision(two[0], result=None, after=0.5)) == [0.5, 0.5]
    assert points(keys, two, decision(two[0], result=None, assignment="another")) == [0, 0]
    assert points(keys, two, decision(two[0], version=77)) == [0, 0]


def test_the_last_one_counts_and_one_without_a_credit_gives_it_back_to_the_key(keys, two) -> None:
    first = decision(two[0], after=0.25)
    later = decision(two[0], at="2026-03-04T10:00:00Z", after=0.75)
    back = decision(two[0], at="2026-03-05T10:00:00Z", before=0.75, after=None)
    assert points(keys, two, later, first) == [0.75, 0]
    assert points(keys, two, back, later, first) == [0, 0]


def test_what_it_was_by_the_key_the_reason_and_the_trail_leave(keys, two) -> None:
    decided = decision(two[0], before=0)
    found = scored(raw(two), keys, trails=[json.dumps(trail(decided, decided)).encode()])
    row, other = found.rows
    assert (row.right, row.percent > 0, other.right) == (1, True, 0)
    head, (cells, _) = found.tables[1]["head"], found.tables[1]["rows"]
    told = dict(zip(head, cells, strict=True))
    assert (told["Points"], told["Points by the key"], told["Why changed"]) == (1, 0, REASON)
    assert found.changes["rows"] == [
        [AT, "Dr. Ito", "week-three", decided["item"], "A", 0, 1, REASON]
    ]
    (analysis,) = found.analyzes
    noticed = {one.id: [note.name for note in one.notices] for one in analysis.items}
    assert noticed[decided["item"]] == ["decided"]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"after": 1.5}, "decisions 1 after"),
        ({"after": "1"}, "decisions 1 after"),
        ({"reason": ""}, "decisions 1 reason"),
        ({"reason": "x" * 1001}, "decisions 1 reason"),
        ({"by": None}, "decisions 1 by"),
        ({"at": "yesterday"}, "decisions 1 at"),
        ({"item": "../x"}, "decisions 1 item"),
        ({"result": "x"}, "decisions 1 result"),
        ({"response": []}, "decisions 1 response"),
        ({"version": 0}, "decisions 1 version"),
    ],
)
def test_what_was_changed_by_hand_is_named(two, change: dict[str, Any], place: str) -> None:
    with pytest.raises(Exception, match=place):
        scored([], {}, trails=[json.dumps(trail(decision(two[0], **change))).encode()])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{", "not JSON"),
        (b"[]", "not a result file"),
        (b'{"format": "rightcode-result"}', "not a file of decisions"),
        (b'{"format": "rightcode-decisions", "version": 2}', "newer version"),
        (json.dumps(trail(*[{}] * (MAX_DECISIONS + 1))).encode(), "decisions"),
    ],
)
def test_what_is_no_file_of_decisions_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(Exception, match=words):
        scored([], {}, trails=[content])


def test_one_among_the_results_changes_nothing(keys, two) -> None:
    planted = ("planted.json", json.dumps(trail(decision(two[0]))).encode())
    found = scored([*raw(two), planted], keys)
    assert [row.points for row in found.rows] == [0, 0]
    (problem,) = found.problems
    assert problem.source == "planted.json" and "--decisions" in problem.sentence


def test_a_learner_gets_their_own_changes_alone(keys) -> None:
    values = class_of(keys, 6)
    first, other = values[3], values[4]
    told = [decision(first, reason="For A"), decision(other, reason="For B", after=0.5)]
    assert Decisions.model_validate(trail(*told))
    files = in_javascript(
        "rescored",
        {"values": values, "keys": in_json(keys), "trail": trail(*told)},
    )
    assert len(files) == 2
    for file, value in zip(files, (first, other), strict=True):
        read = Rescored.model_validate(file)
        assert (read.result, read.learner) == (value["id"], value["learner"]["name"])
        (change,) = read.changes
        assert change.reason == ("For A" if value is first else "For B")
        gained = change.after - (change.before or 0)
        assert read.after.points - read.before.points == pytest.approx(gained, abs=1e-3)
        assert read.after.questions == read.before.questions


def in_json(keys) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(Any).dump_python(list(keys.values()), mode="json")


@pytest.mark.usefixtures("loaded_once")
def test_the_command_applies_a_file_beside_the_results_and_changes_none_of_them(
    tmp_path: Path,
) -> None:
    corpus = open_project(BASE).corpus
    keys = markings(corpus, corpus.items)
    item = next(iter(keys))
    responses = {item: right_response(keys[item])}
    folder = tmp_path / "in"
    folder.mkdir()
    values = [result(keys, f"L{place}", responses, place) for place in range(len(HOSTILE))]
    for place, value in enumerate(values):
        (folder / f"{place}.json").write_text(json.dumps(value), encoding="utf-8")
    told = [
        decision(value, after=0, reason=text, by=text)
        for value, text in zip(values, HOSTILE, strict=True)
    ]
    path = folder / "decisions.json"
    path.write_text(json.dumps(trail(*told)), encoding="utf-8")
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    given = ("results", folder, "--out", tmp_path / "out", "--root", BASE)
    status, _, said = run(*given)
    assert status == 1 and "--decisions" in said
    status, _, said = run(*given, "--decisions", path)
    assert status == 0, said
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
    rows = read_csv((tmp_path / "out/changes.csv").read_bytes())
    assert len(rows) == 1 + len(HOSTILE)
    assert_harmless([cell for row in rows for cell in row])
    head, *grades = read_csv((tmp_path / "out/gradebook.csv").read_bytes())
    assert {row[head.index("Points")] for row in grades} == {"0", "0.0"} & {
        row[head.index("Points")] for row in grades
    }
    status, _, said = run(*given, "--decisions", folder / "0.json")
    assert status == 2 and "not a file of decisions" in said
