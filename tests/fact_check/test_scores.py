"""How well wrong statements are found, by kind, on tuned and on held-out statements."""

from collections import Counter

import pytest

from tests.fact_check.conftest import Check
from tests.fact_check.labeled import HELD_OUT, TUNED, Labelled, labeled

PRECISION, RECALL = 0.95, 0.85


def wrong_kinds(check: Check, one: Labelled) -> set[str]:
    return {statement.kind for statement in check(one.text) if statement.verdict == "wrong"}


def scored(check: Check, parts: tuple[str, ...]) -> tuple[float, float, list[str]]:
    """Precision and recall of wrong verdicts, and a table of found of all by kind."""
    asked, found, false = Counter(), Counter(), 0
    for one in labeled(parts):
        kinds = wrong_kinds(check, one)
        asked[one.kind] += 1
        found[one.kind] += bool(kinds)
        false += bool(kinds) and not one.kind
    wrong, hit = sum(asked.values()) - asked[""], sum(found.values()) - found[""]
    table = [f"{kind:<13}{found[kind]:>4} of {asked[kind]:>4}" for kind in sorted(asked) if kind]
    table.append(
        f"false alarms {false:>4} of {asked['']:>4}; precision {hit / (hit + false):.3f}, recall"
        f" {hit / wrong:.3f}"
    )
    return hit / (hit + false), hit / wrong, table


@pytest.mark.parametrize("parts", [TUNED, HELD_OUT], ids=["tuned", "held-out"])
def test_wrong_statements_are_found_and_right_ones_left_alone(
    check: Check, parts: tuple[str, ...]
) -> None:
    precision, recall, table = scored(check, parts)
    print("\n" + "\n".join(table))
    assert precision >= PRECISION and recall >= RECALL, "\n".join(table)


def test_there_are_enough_statements_and_most_are_right_or_traps() -> None:
    every = list(labeled(TUNED + HELD_OUT))
    assert len(every) >= 400
    assert sum(not one.kind for one in every) > len(every) / 2
    assert len({one.text for one in every}) == len(every)


def test_what_is_held_out_is_a_part_of_its_own() -> None:
    assert not {one.text for one in labeled(TUNED)} & {one.text for one in labeled(HELD_OUT)}


def test_the_code_and_the_right_code_are_named(check: Check) -> None:
    named = right = asked = 0
    for one in labeled(TUNED + HELD_OUT):
        found = (
            [statement for statement in check(one.text) if statement.verdict == "wrong"]
            if one.right
            else []
        )
        asked += bool(found)
        named += any(statement.code == one.code for statement in found)
        right += any(statement.right_code == one.right for statement in found)
    assert named >= 0.95 * asked and right >= 0.95 * asked


def test_every_wrong_verdict_names_its_pattern_and_a_source(check: Check) -> None:
    for one in labeled(TUNED + HELD_OUT):
        for statement in check(one.text):
            if statement.verdict == "wrong":
                assert statement.why.startswith("Pattern '") and statement.sources, (
                    one.text,
                    statement.why,
                )
