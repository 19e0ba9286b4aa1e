"""Item analysis equals the published formulas, learner by learner, and worked figures."""

import random
import statistics as plain
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from generator.questions.kinds.marking import Marking, Score
from generator.results.item_stats import Analysis
from tests.results.core import analyzed_table, scored, scores, table_of
from tests.results.made import class_of, raw, result, right_response
from tests.results.reference_scoring import reference_score
from tests.results.test_question_notices import CHOICE

Matrix = list[list[float]]


def analyzed(keys: dict[str, Marking], values: Sequence[dict[str, Any]]) -> Analysis:
    found = scored(raw(values), keys)
    assert found.problems == ()
    (analysis,) = found.analyzes
    return analysis


def matrix_of(keys: dict[str, Marking], values: Sequence[dict[str, Any]]) -> Matrix:
    """Points, a line a learner, a column a question; 0 for one left out."""
    asked = [
        (answer["item"], answer["response"]) for value in values for answer in value["answers"]
    ]
    found = iter(scores(keys, asked))
    given = [
        {answer["item"]: found_points(next(found)) for answer in value["answers"]}
        for value in values
    ]
    return [[answers.get(name, 0.0) for name in keys] for answers in given]


def found_points(found: Score | None) -> float:
    assert found
    return found.points


def reference_alpha(points: Matrix) -> float:
    """Cronbach 1951, formula 2: n/(n-1) (1 - sum V_i / V_t), with variances over the group."""
    size = len(points[0])
    items = sum(plain.pvariance(column) for column in zip(*points, strict=True))
    return size / (size - 1) * (1 - items / plain.pvariance([sum(line) for line in points]))


def reference_kr20(right: Matrix) -> float:
    """Kuder and Richardson 1937, formula 20: n/(n-1) (s2 - sum pq) / s2."""
    size, count = len(right[0]), len(right)
    shares = [sum(column) / count for column in zip(*right, strict=True)]
    spread = plain.pvariance([sum(line) for line in right])
    return size / (size - 1) * (spread - sum(p * (1 - p) for p in shares)) / spread


def reference_item_rest(points: Matrix, item: int) -> float | None:
    """Henrysson 1963: the correlation of an item with the sum of the others."""
    own, rest = [line[item] for line in points], [sum(line) - line[item] for line in points]
    return None if len(set(own)) == 1 else plain.correlation(own, rest)


@pytest.fixture(scope="module")
def big(keys: dict[str, Marking]) -> list[dict[str, Any]]:
    return class_of(keys, 150)


@pytest.fixture(scope="module")
def found(keys: dict[str, Marking], big: list[dict[str, Any]]) -> Analysis:
    return analyzed(keys, big)


@pytest.fixture(scope="module")
def points(keys: dict[str, Marking], big: list[dict[str, Any]]) -> Matrix:
    return matrix_of(keys, big)


def test_facility_and_times_are_those_of_the_reference(keys, big, found, points) -> None:
    for place, item in enumerate(found.items):
        times = [
            answer["ms"] // 1000
            for value in big
            for answer in value["answers"]
            if answer["item"] == item.id
        ]
        assert item.facility == pytest.approx(plain.mean(line[place] for line in points), abs=1e-4)
        assert item.right == pytest.approx(
            plain.mean(line[place] == 1 for line in points), abs=1e-4
        )
        assert (item.seconds, item.answers, item.omitted) == (
            plain.median(times),
            len(times),
            150 - len(times),
        )


def test_discrimination_is_that_of_the_reference(keys, big, found, points) -> None:
    expected = [reference_item_rest(points, place) for place in range(len(keys))]
    assert [item.discrimination for item in found.items] == [
        pytest.approx(r, abs=1e-4) for r in expected
    ]
    assert all(r is not None and r > 0.1 for r in expected)


def test_reliability_is_that_of_the_reference(keys, big, found, points) -> None:
    totals = [sum(line) for line in points]
    assert found.alpha == pytest.approx(reference_alpha(points), abs=1e-4)
    assert found.kr20 == pytest.approx(
        reference_kr20([[float(value == 1) for value in line] for line in points]), abs=1e-4
    )
    assert (found.mean, found.deviation) == (
        pytest.approx(plain.mean(totals), abs=1e-4),
        pytest.approx(plain.pstdev(totals), abs=1e-4),
    )
    assert found.error == pytest.approx(
        plain.pstdev(totals) * (1 - reference_alpha(points)) ** 0.5, abs=1e-4
    )
    assert found.spread == tuple(
        sorted(
            {
                whole: [sum(value == 1 for value in line) for line in points].count(whole)
                for whole in {sum(value == 1 for value in line) for line in points}
            }.items()
        )
    )


def test_each_option_s_pull_by_fifths_is_counted_by_hand(keys, big, found, points) -> None:
    totals = [round(sum(line), 9) for line in points]
    fifth = [
        min(4, int(5 * (sum(other < total for other in totals) + totals.count(total) / 2) / 150))
        for total in totals
    ]
    assert found.groups == tuple(fifth.count(group) for group in range(5))
    given = [{answer["item"]: answer["response"] for answer in value["answers"]} for value in big]
    item = next(item for item in found.items if item.kind == "choose-code")
    for pull in item.pulls:
        takers = [
            fifth[place]
            for place, answers in enumerate(given)
            if pull.id in answers.get(item.id, ())
        ]
        assert pull.count == len(takers)
        assert list(pull.by_group) == [
            pytest.approx(takers.count(group) / fifth.count(group), abs=1e-4) for group in range(5)
        ]
    right = next(pull for pull in item.pulls if pull.right)
    assert right.by_group[-1] > right.by_group[0]


def test_what_was_taken_for_what_is_counted_by_hand(keys, big, found) -> None:
    expected: dict[tuple[str, str], int] = {}
    for value in big:
        for answer in value["answers"]:
            score = reference_score(keys[answer["item"]], answer["response"])
            assert score
            pair = score.exchange
            if pair:
                expected[pair] = expected.get(pair, 0) + 1
    assert {(meant, chosen): times for meant, chosen, times in found.exchanges} == expected and len(
        expected
    ) > 4


def led_astray(keys: dict[str, Marking], values: Sequence[dict[str, Any]]) -> None:
    """All of them take the first wrong option of the question with one best answer."""
    name, marking = next(
        (name, marking) for name, marking in keys.items() if marking.kind == "choose-code"
    )
    wrong = next(option.id for option in marking.options if not option.right)
    for value in values:
        kept = [answer for answer in value["answers"] if answer["item"] != name]
        value["answers"] = [
            *kept,
            {
                **kept[0],
                "item": name,
                "version": marking.version,
                "digest": marking.digest,
                "response": [wrong],
            },
        ]


def test_a_small_class_led_astray_is_noticed(keys) -> None:
    values = class_of(keys, 31, seed=4)
    led_astray(keys, values[-10:])
    ours = analyzed(keys, values)
    assert {notice.name for item in ours.items for notice in item.notices} >= {"negative", "rival"}


def test_order_and_second_attempts_change_nothing(keys, big, found) -> None:
    more = [
        result(keys, "Learner 007", {"kinds-tie": ["97110.1", "97140.1"]}, 900, attempt=2),
        *big,
    ]
    random.Random(2).shuffle(more)
    assert analyzed(keys, more) == found


def test_who_answers_nothing_counts_among_the_weakest(keys) -> None:
    values = [
        result(
            keys,
            name,
            (
                {one: right_response(marking) for one, marking in keys.items()}
                if name == "Ann"
                else {}
            ),
        )
        for name in ("Ann", "Bob", "Cy")
    ]
    found = analyzed(keys, values)
    assert (found.persons, found.groups, found.items[0].omitted, found.items[0].facility) == (
        3,
        (0, 2, 1),
        2,
        round(1 / 3, 4),
    )


def test_kuder_richardson_20_by_hand(tmp_path) -> None:
    """Five learners, four questions, worked on paper.

    P = .8 .6 .4 .2, sum pq = .8, totals 4 3 2 1 0 with variance 2; 4/3 (1 - .8/2) = .8.
    """
    right = [[1, 1, 1, 1], [1, 1, 1, 0], [1, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0]]
    keys = {name: replace(CHOICE, id=name) for name in "qrst"}
    lines = [
        (str(person), name, "a" if value else "b", 20_000)
        for person, line in enumerate(right)
        for name, value in zip(keys, line, strict=True)
    ]
    table_of(tmp_path / "five.csv", lines)
    found = analyzed_table(keys, tmp_path / "five.csv")
    assert found.deviation == pytest.approx(2**0.5, abs=1e-4)
    assert found.kr20 == found.alpha == pytest.approx(0.8) == pytest.approx(reference_kr20(right))


def test_few_learners_bring_warnings_and_no_verdicts(keys) -> None:
    tiny = analyzed(keys, class_of(keys, 4))
    assert [notice.name for notice in tiny.warnings] == ["tiny-class"] and not any(
        item.notices for item in tiny.items
    )
    assert tiny.warnings[0].text.startswith("4 learners: too few to judge any question")


def test_a_changed_key_is_named_first(keys) -> None:
    values = class_of(keys, 40)
    led_astray(keys, values[-30:])
    for value in values:
        for answer in value["answers"]:
            answer["digest"] = "f" * 12
    notices = [[notice.name for notice in item.notices] for item in analyzed(keys, values).items]
    assert {names[0] for names in notices} == {"key-changed"} and max(map(len, notices)) > 1


@pytest.mark.parametrize("suffix", ["parquet", "csv"])
def test_a_table_of_answers_gives_the_same(keys, big, found, tmp_path, suffix) -> None:
    lines = [
        (str(place), answer["item"], " ".join(answer["response"]), answer["ms"])
        for place, value in enumerate(big)
        for answer in value["answers"]
    ]
    path = tmp_path / f"answers.{suffix}"
    table_of(path, lines)
    assert analyzed_table(keys, path) == found
