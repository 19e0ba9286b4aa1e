"""Rows of the gradebook: scores by the keys of today, and everything to look at."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from generator.questions.kinds.marking import Marking
from generator.results.assignment_terms import AssignmentTerms
from tests.results.core import scored
from tests.results.made import any_response, class_of, raw, result, right_response, stamp

Make = Callable[..., dict[str, Any]]


@pytest.fixture
def sound(keys: dict[str, Marking]) -> dict[str, Any]:
    return result(keys, "Ann", {name: right_response(marking) for name, marking in keys.items()})


def rows(
    keys: dict[str, Marking], *values: dict[str, Any], terms: AssignmentTerms | None = None
) -> list[Any]:
    found = scored(raw(values), keys, {"week-three": terms} if terms else {})
    assert found.problems == ()
    return found.rows


def flags(row: Any) -> list[tuple[str, str]]:
    return [(flag.name, flag.about) for flag in row.flags]


def test_a_faultless_attempt_has_every_point_and_no_flag(
    keys: dict[str, Marking], sound: dict[str, Any]
) -> None:
    (row,) = rows(keys, sound)
    assert (row.right, row.points, row.counted, row.percent, row.flags) == (
        len(keys),
        len(keys),
        len(keys),
        100.0,
        [],
    )


def test_a_question_left_out_counts_as_wrong(
    keys: dict[str, Marking], sound: dict[str, Any]
) -> None:
    (row,) = rows(keys, {**sound, "answers": sound["answers"][:3]})
    assert (row.right, row.counted, row.percent) == (3, len(keys), round(100 * 3 / len(keys), 1))


def test_scores_follow_the_key_of_today_and_say_so(
    keys: dict[str, Marking], sound: dict[str, Any]
) -> None:
    name = "kinds-units"
    today = {
        **keys,
        name: replace(keys[name], digest="0" * 12, ways=({"97110": 1, "97140": 1, "97010": 0},)),
    }
    (row,) = rows(today, sound)
    assert row.right == len(keys) - 1 and row.points == pytest.approx(len(keys) - 1 / 3, abs=1e-6)
    assert flags(row) == [("key-changed", name)]


def test_a_question_rewritten_or_gone_is_not_counted(
    keys: dict[str, Marking], sound: dict[str, Any]
) -> None:
    rest = {
        name: replace(marking, version=marking.version + (name == "kinds-tie"))
        for name, marking in keys.items()
        if name != "kinds-words"
    }
    (row,) = rows(rest, sound)
    assert (row.right, row.counted, row.percent) == (len(keys) - 2, len(keys) - 2, 100.0)
    assert set(flags(row)) == {("reworded", "kinds-tie"), ("gone", "kinds-words")}


def test_an_answer_that_no_page_offers_is_wrong_and_flagged(
    keys: dict[str, Marking], sound: dict[str, Any]
) -> None:
    sound["answers"][0]["response"] = ["97110.2", "97140.1"]
    (row,) = rows(keys, sound)
    assert (row.right, row.counted, flags(row)) == (
        len(keys) - 1,
        len(keys),
        [("not-offered", "kinds-units")],
    )


def test_a_question_that_was_not_set_earns_nothing(
    keys: dict[str, Marking], sound: dict[str, Any]
) -> None:
    sound["assignment"]["items"] = list(keys)[1:]
    (row,) = rows(keys, sound)
    assert (row.right, row.counted, flags(row)) == (
        len(keys) - 1,
        len(keys) - 1,
        [("not-set", "kinds-units")],
    )


def test_a_result_that_leaves_questions_off_its_list_is_flagged(
    keys: dict[str, Marking], sound: dict[str, Any]
) -> None:
    others = class_of(keys, 3)
    others[1]["assignment"]["items"] = list(keys)[:3]
    others[1]["answers"] = others[1]["answers"][:2]
    assert [("other-set", "") in flags(row) for row in rows(keys, *others)] == [False, True, False]
    (row,) = rows(
        keys, {**others[1], "finished": stamp(900)}, terms=AssignmentTerms(items=tuple(keys))
    )
    assert (row.counted, flags(row)[:1]) == (len(keys), [("other-set", "")])


def test_a_copy_counts_once(keys: dict[str, Marking], sound: dict[str, Any]) -> None:
    one, other = rows(keys, sound, sound)
    assert (one.stands, flags(one)) == (True, [])
    assert (other.stands, flags(other)) == (False, [("copy", "000.json")])


def test_the_same_attempt_with_other_answers_is_flagged(
    keys: dict[str, Marking], sound: dict[str, Any]
) -> None:
    changed = {
        **sound,
        "answers": [{**answer, "ms": answer["ms"] + 1} for answer in sound["answers"]],
    }
    assert [flags(row) for row in rows(keys, sound, changed)] == [
        [],
        [("other-content", "000.json")],
    ]


def test_answers_under_another_name_are_flagged(
    keys: dict[str, Marking], sound: dict[str, Any]
) -> None:
    stolen = {**sound, "learner": {"name": "Bob"}, "id": "11111111-1111-4111-8111-111111111111"}
    one, other = rows(keys, sound, stolen)
    assert (flags(one), flags(other), other.stands) == ([], [("copied", "000.json")], False)


def test_a_second_first_attempt_is_flagged(keys: dict[str, Marking], sound: dict[str, Any]) -> None:
    again = result(keys, "ann", {"kinds-tie": ["97110.1", "97140.1"]}, number=9)
    assert flags(rows(keys, sound, again)[1]) == [("again", "001.json")]


@pytest.mark.parametrize(
    ("change", "flag"),
    [
        ({"finished": stamp(-5)}, "backwards"),
        ({"finished": "2026-11-22T12:00:00Z"}, "future"),
        ({"started": stamp(2000), "finished": stamp(4000)}, "outside"),
        ({"finished": stamp(60)}, "too-long"),
    ],
)
def test_times_that_cannot_be_are_flagged(
    keys: dict[str, Marking], sound: dict[str, Any], change: dict[str, str], flag: str
) -> None:
    (row,) = rows(keys, {**sound, **change})
    assert flag in [name for name, _ in flags(row)]
    assert row.right == len(keys)


def test_answers_faster_than_reading_are_named_three_at_most(
    keys: dict[str, Marking], sound: dict[str, Any]
) -> None:
    for answer in sound["answers"][:5]:
        answer["ms"] = 400
    assert flags(rows(keys, sound)[0]) == [("too-fast", "kinds-units, kinds-tie, kinds-claim + 2")]


def test_what_the_assignment_allows_is_held_against_the_result(
    keys: dict[str, Marking], sound: dict[str, Any]
) -> None:
    day = datetime.fromisoformat
    terms = AssignmentTerms(
        "Third week",
        tuple(keys),
        2,
        1,
        day("2026-03-02T09:30:00+00:00"),
        day("2026-03-01T00:00:00+00:00"),
        70,
    )
    (row,) = rows(keys, {**sound, "attempt": 2}, terms=terms)
    assert [name for name, _ in flags(row)] == ["over-time", "early", "late", "too-many"]
    assert row.passed is True


AMISS_ROWS = [
    ("012.json", 12, 12, 100, 12, 6),
    ("013.json", 12, 12, 100, 12, 6),
    ("014.json", 12, 12, 100, 12, 6),
    ("015.json", 12, 12, 100, 12, -0.1),
    ("016.json", 0, 0, 0, 12, 0.5),
    ("000.json", 0, 1, 0, 12, 6),
    ("001.json", 2, 2.785714, 16.7, 12, 5),
    ("002.json", 2, 2.619048, 16.7, 12, 5.5),
    ("003.json", 6, 6.928571, 50, 12, 5),
    ("004.json", 5, 6, 45.5, 11, 6),
    ("005.json", 4, 4, 40, 10, 6),
    ("006.json", 10, 10, 83.3, 12, 5.5),
    ("007.json", 10, 10.142857, 83.3, 12, 6),
    ("008.json", 9, 9.5, 75, 12, 6),
    ("009.json", 9, 9.5, 75, 12, 5),
    ("010.json", 9, 9.833333, 75, 12, 6),
    ("011.json", 9, 9, 75, 12, 5.5),
]
AMISS_FLAGS = {
    "013.json": [("copy", "012.json")],
    "014.json": [("copied", "012.json")],
    "015.json": [
        ("other-content", "012.json"),
        ("copied", "012.json"),
        ("backwards", ""),
        ("outside", "kinds-nothing, kinds-spot, kinds-missing + 6"),
        ("too-long", "4.0"),
    ],
    "016.json": [("not-offered", "kinds-units")],
    "003.json": [("key-changed", "kinds-tie")],
    "004.json": [("reworded", "kinds-tie")],
    "005.json": [("other-set", ""), ("not-set", "kinds-units"), ("not-set", "kinds-tie")],
}


def test_a_class_with_everything_amiss_makes_these_rows(keys: dict[str, Marking]) -> None:
    keys = {name: key for name, key in keys.items() if name != "kinds-form"}  # drawn for twelve
    sound = result(keys, "Ann", {name: right_response(key) for name, key in keys.items()})
    values = [
        *class_of(keys, 12, seed=5),
        sound,
        sound,
        {**sound, "learner": {"name": "Bob"}, "id": "11111111-1111-4111-8111-111111111111"},
    ]
    values += [
        {**sound, "finished": stamp(-5), "learner": {"name": "Cy"}},
        result(keys, "Dee", {"kinds-units": ["97110.9"]}, 4),
    ]
    values[3]["answers"][0]["digest"] = "f" * 12
    values[4]["answers"][1]["version"] = 99
    values[5]["assignment"]["items"] = list(keys)[2:]
    found = rows(keys, *values)
    assert [
        (row.submission.source, row.right, row.points, row.percent, row.counted, row.minutes)
        for row in found
    ] == AMISS_ROWS
    assert {row.submission.source: flags(row) for row in found if row.flags} == AMISS_FLAGS
    unsound = ["013.json", "014.json", "015.json"]
    assert [row.submission.source for row in found if not row.stands] == unsound


def test_any_answers_at_all_make_a_row(keys: dict[str, Marking]) -> None:
    import random

    chance = random.Random(5)
    values = [
        result(
            keys,
            f"N{number}",
            {name: any_response(marking, chance) for name, marking in keys.items()},
            number,
        )
        for number in range(30)
    ]
    assert all(0 <= row.right <= row.points <= row.counted for row in rows(keys, *values))
