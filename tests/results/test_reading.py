"""Files of any origin.

Sound ones are read, others refused with a sentence, and neither harms the other.
"""

import json
from typing import Any

import pytest

from generator.questions.kinds.marking import Marking
from generator.results.limits import MAX_BYTES
from tests.results.core import in_javascript, scored
from tests.results.made import HOSTILE, result, right_response

DAMAGED = {
    "learner": {"name": " \u0000 "},
    "attempt": 0,
    "started": "2026-02-30T09:00:00Z",
    "finished": "yesterday",
    "id": "no-uuid",
    "answers": {},
    "site": {"as_of": 2026},
    "assignment": {"id": "Week Three"},
    "version": True,
}
DAMAGED_ANSWERS = {
    "response": [],
    "ms": -1,
    "version": "1",
    "digest": "xyz",
    "item": "../../etc",
    "started": None,
    "confidence": "certain",
}


@pytest.fixture
def sound(keys: dict[str, Marking]) -> dict[str, Any]:
    return result(keys, "Ann", {name: right_response(marking) for name, marking in keys.items()})


def told(raw: bytes) -> str:
    found = scored([("a.json", raw)], {})
    assert not found.rows and len(found.problems) == 1
    return found.problems[0].sentence


def submissions(*raw: bytes) -> list[Any]:
    found = scored([(f"{place}.json", one) for place, one in enumerate(raw)], {})
    assert found.problems == ()
    return [row.submission for row in found.rows]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "The file is empty"),
        (b" \n", "The file is empty"),
        (b"\xff\xfe{}", "not UTF-8 text"),
        (b"PK\x03\x04rest", "not JSON"),
        (b'{"format": "rightcode-res', "not JSON, or it is incomplete"),
        (b"[" * 200_000, "not JSON"),
        (b"[]", "not a result file"),
        (b'{"format": "rightcode-progress"}', "'format' is not"),
        (b'{"format": NaN}', "not JSON"),
        (b'{"format": "rightcode-result", "version": 2}', "newer version (2)"),
        (b'{"format": "rightcode-result", "version": 1}', "at 'id'"),
        (b" " * (MAX_BYTES + 1), "larger than 5 MB"),
        (b'{"a": ' + b"9" * 5000 + b"}", "not a result file"),
        (b'{"format": "rightcode-result-sealed", "version": 1}', "at 'key'"),
    ],
)
def test_what_is_no_result_is_refused_with_the_reason(raw: bytes, said: str) -> None:
    assert said in told(raw)


@pytest.mark.parametrize("name", DAMAGED)
def test_a_field_that_was_changed_is_named(sound: dict[str, Any], name: str) -> None:
    assert f"at '{name}" in told(json.dumps({**sound, name: DAMAGED[name]}).encode())


@pytest.mark.parametrize("name", DAMAGED_ANSWERS)
def test_an_answer_that_was_changed_is_named_by_its_place(sound: dict[str, Any], name: str) -> None:
    sound["answers"][2] = {**sound["answers"][2], name: DAMAGED_ANSWERS[name]}
    assert f"at 'answers 3 {name}" in told(json.dumps(sound).encode())


def test_a_sound_file_is_read_beside_damaged_ones(sound: dict[str, Any]) -> None:
    files = [
        ("bad.json", b"{"),
        ("good.json", b"\xef\xbb\xbf" + json.dumps(sound).encode()),
        ("worse.json", b""),
    ]
    found = scored(files, {})
    assert [row.submission.source for row in found.rows] == ["good.json"]
    assert [problem.source for problem in found.problems] == ["bad.json", "worse.json"]


def test_spacing_and_keys_that_nobody_knows_do_not_make_another_attempt(
    sound: dict[str, Any],
) -> None:
    one, other = submissions(
        json.dumps(sound).encode(), json.dumps({**sound, "more": 1}, indent=4).encode()
    )
    assert one.digest == other.digest


@pytest.mark.parametrize(
    "name", [name for name in HOSTILE if "\n" not in name and "\t" not in name]
)
def test_a_name_comes_through_whole(sound: dict[str, Any], name: str) -> None:
    (one,) = submissions(json.dumps({**sound, "learner": {"name": name}}).encode())
    assert one.result.learner.name == name


def test_half_a_sign_in_a_name_can_still_be_written(sound: dict[str, Any]) -> None:
    (one,) = submissions(json.dumps({**sound, "learner": {"name": "Zo\ud800e\u0007"}}).encode())
    assert one.result.learner.name.encode() == b"Zo e"


def test_the_page_says_why_it_refuses_what_was_changed(sound: dict[str, Any]) -> None:
    damaged = [{**sound, name: value} for name, value in DAMAGED.items()]
    damaged += [
        {**sound, "answers": [{**sound["answers"][0], name: value}]}
        for name, value in DAMAGED_ANSWERS.items()
    ]
    damaged += [
        {**sound, "format": "x"},
        {**sound, "version": 2},
        [],
        None,
        {},
        {**sound, "learner": None},
    ]
    found = in_javascript("refusals", {"values": [sound, *damaged]})
    assert found[0] is None
    assert set(found[1:]) <= {"damaged", "notResult", "newer"} and None not in found[1:]


def test_what_the_page_makes_is_read(sound: dict[str, Any]) -> None:
    given = {
        **{
            name: sound[name]
            for name in ("id", "assignment", "learner", "attempt", "started", "finished", "answers")
        },
        "asOf": "2026-01-01",
    }
    made = in_javascript("made", {"value": given})
    one, same = submissions(json.dumps(made).encode(), json.dumps(sound).encode())
    assert one.digest == same.digest
