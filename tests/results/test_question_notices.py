"""Questions to look at are named, with the reason."""

from pathlib import Path

import pytest

from generator.questions.kinds.marking import MarkedOption, Marking
from tests.results.core import analyzed_table, table_of

CHOICE = Marking(
    "q",
    1,
    "0" * 12,
    "choose-code",
    "Q",
    tuple(MarkedOption(id, id, id == "a", False) for id in "abcd"),
)


def noted(
    folder: Path, answers: dict[str, list[str]], seconds: int = 20, others: int = 0
) -> dict[str, str]:
    """Notices of a question whose answers, from the weakest learner up, are given.

    Two other questions say who is weak.
    """
    keys = {
        "q": CHOICE,
        **{
            name: Marking(name, 1, "0" * 12, "choose-code", name, CHOICE.options)
            for name in ("r", "s", "t")
        },
    }
    size = len(answers["q"])
    given = [
        (str(place), "q", pick, seconds * 1000) for place, pick in enumerate(answers["q"]) if pick
    ]
    for order, name in enumerate(("r", "s", "t"), 1):
        given += [
            (str(place), name, "a" if place > order * size / 4 else "b", 20_000)
            for place in range(size)
        ]
    table_of(folder / "answers.csv", given)
    found = analyzed_table(keys, folder / "answers.csv")
    return {notice.name: notice.text for notice in found.items[0].notices}


@pytest.mark.parametrize(
    ("picks", "name"),
    [
        (["a"] * 20 + ["b"] * 20, "negative"),
        (["a"] * 20 + ["b"] * 20, "rival"),
        (["b", "a"] * 20, "weak"),
        (["b"] * 35 + ["a"] * 5, "below-chance"),
        (["a"] * 40, "easy"),
        (["b"] * 20 + ["c"] * 3 + ["a"] * 17, "idle"),
        ([""] * 20 + ["a"] * 20, "omitted"),
        (["d"] * 20 + ["a"] * 14 + ["b"] * 6, "lures-strong"),
    ],
)
def test_a_question_to_look_at_is_named_with_the_reason(tmp_path, picks, name) -> None:
    found = noted(tmp_path, {"q": picks})
    assert name in found and "{" not in found[name]


@pytest.mark.parametrize(("seconds", "name"), [(2, "quick"), (90, "slow")])
def test_times_out_of_the_common_are_named(tmp_path, seconds, name) -> None:
    assert name in noted(tmp_path, {"q": ["b"] * 20 + ["a"] * 20}, seconds)


def test_a_sound_question_is_not_named(tmp_path) -> None:
    assert noted(tmp_path, {"q": ["b", "c", "d"] * 7 + ["a"] * 19}) == {}
