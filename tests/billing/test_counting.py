"""Minutes to units: CMS's own examples, the whole unit table, and where the two methods part."""

import json
import subprocess
from dataclasses import replace
from datetime import date
from typing import get_args

import deno
import pytest

from generator.billing import unit_methods
from generator.billing.unit_methods import minutes_by_code, unit_method
from generator.deno_process import FRONTEND
from generator.facts.base import Period
from generator.facts.corpus import Corpus
from generator.facts.payers import Payer
from generator.facts.visits import Visit
from generator.pages.tool_pages import METHODS as SHOWN
from tests.billing.conftest import billed, did
from tests.billing.counting import METHODS, units_in

CMS_EXAMPLES = [  # Pub. 100-04, ch. 5, §20.2, examples 1 to 5; last the per-code midpoint answer
    ("97112 24, 97110 23", [{"97112": 2, "97110": 1}], {"97112": 2, "97110": 2}),
    (
        "97112 20, 97110 20",
        [{"97112": 2, "97110": 1}, {"97112": 1, "97110": 2}],
        {"97112": 1, "97110": 1},
    ),
    ("97110 33, 97140 7", [{"97110": 2, "97140": 1}], {"97110": 2}),
    (
        "97110 18, 97140 13, 97116 10, 97035 8",
        [{"97110": 1, "97140": 1, "97116": 1}],
        {"97110": 1, "97140": 1, "97116": 1, "97035": 1},
    ),
    ("97112 7, 97110 7, 97140 7", [{"97112": 1}, {"97110": 1}, {"97140": 1}], {}),
]

DIFFERING = [  # facts 3.2: minutes of different codes, Medicare's units, the midpoint's units
    ((8, 8, 8), 2, 3),
    ((10, 10), 1, 2),
    ((12, 12, 12), 2, 3),
    ((5, 5), 1, 0),
    ((7, 1), 1, 0),
    ((16, 7), 2, 1),
    ((20, 20, 20), 4, 3),
    ((28, 25), 4, 4),
    ((15, 15, 8), 3, 3),
    ((23, 7), 2, 2),
]

CODES = ("97110", "97112", "97116", "97140")


def minutes_of(text: str) -> tuple[tuple[str, int], ...]:
    return minutes_by_code(
        (code, int(spent)) for code, spent in (entry.split() for entry in text.split(", "))
    )


def ways(method: str, minutes: tuple[tuple[str, int], ...]) -> list[dict[str, int]]:
    return [dict(way) for way in METHODS[method].count(minutes).allocations]


def by_code(allocations: list[dict[str, int]]) -> set[tuple[tuple[str, int], ...]]:
    return {tuple(sorted(way.items())) for way in allocations}


@pytest.mark.parametrize(
    ("minutes", "cms", "ama"), CMS_EXAMPLES, ids=[f"cms-example-{number}" for number in range(1, 6)]
)
def test_cms_examples_come_out_as_cms_prints_them(
    minutes: str, cms: list[dict[str, int]], ama: dict[str, int]
) -> None:
    assert by_code(ways("cms", minutes_of(minutes))) == by_code(cms)
    assert ways("ama", minutes_of(minutes)) == [dict(sorted(ama.items()))]


UNIT_TABLE = [
    (0, 0, 7),
    (1, 8, 22),
    (2, 23, 37),
    (3, 38, 52),
    (4, 53, 67),
    (5, 68, 82),
    (6, 83, 97),
    (7, 98, 112),
    (8, 113, 127),
    (9, 128, 142),
]


@pytest.mark.parametrize(
    ("units", "first", "last"), UNIT_TABLE, ids=[f"{units}-units" for units, *_ in UNIT_TABLE]
)
def test_every_row_of_the_unit_table_holds_at_both_edges(units: int, first: int, last: int) -> None:
    assert [units_in(minutes) for minutes in (first, last)] == [units, units]
    for method in METHODS:
        assert (
            ways(method, (("97110", first),))
            == ways(method, (("97110", last),))
            == [{"97110": units} if units else {}]
        )


@pytest.mark.parametrize(
    ("spent", "cms", "ama"), DIFFERING, ids=["+".join(map(str, spent)) for spent, *_ in DIFFERING]
)
def test_the_two_methods_agree_and_differ_where_the_facts_say_so(
    spent: tuple[int, ...], cms: int, ama: int
) -> None:
    minutes = tuple(zip(CODES, spent, strict=False))
    assert (sum(ways("cms", minutes)[0].values()), sum(ways("ama", minutes)[0].values())) == (
        cms,
        ama,
    )


def test_minutes_of_one_code_are_added_before_counting() -> None:
    assert ways("ama", minutes_by_code([("97110", 7), ("97110", 8)])) == [{"97110": 1}]


def test_each_step_is_told_with_the_rule_it_rests_on() -> None:
    count = METHODS["cms"].count(minutes_of("97110 18, 97140 13, 97116 10, 97035 8"))
    assert [reason.text for reason in count.reasons] == [
        "Total 49 timed minutes: 3 units (38 to 52).",
        "Count full 15-minute blocks first: 1 for 97110.",
        "One more unit goes to the remaining 13 minutes of 97140.",
        "One more unit goes to the remaining 10 minutes of 97116.",
        "97035 gets no unit for 8 minutes. The minutes stay in the note.",
    ]
    assert {fact for reason in count.reasons for fact in reason.rests_on} == {"rules/eight-minute"}


def test_a_tie_is_told_as_a_choice() -> None:
    texts = [
        reason.text for reason in METHODS["cms"].count(minutes_of("97112 20, 97110 20")).reasons
    ]
    assert (
        texts[-1]
        == "97110 and 97112 have 5 minutes remaining each and share 1 unit more. Either choice is"
        " correct."
    )


def test_a_day_without_a_full_block_speaks_of_no_further_unit() -> None:
    one = METHODS["cms"].count(minutes_of("97110 13")).reasons
    assert one[-1].text == "97110, with 13 minutes, gets a unit."
    tied = METHODS["cms"].count(minutes_of("97110 9, 97116 9, 97140 9")).reasons
    assert (
        tied[-1].text
        == "97110, 97116 and 97140 have 9 minutes each and share 2 units. Any choice is correct."
    )


def test_the_midpoint_tells_each_code_by_itself() -> None:
    texts = [
        reason.text for reason in METHODS["ama"].count(minutes_of("97110 33, 97140 7")).reasons
    ]
    assert texts == [
        "97110 alone: 33 minutes is 2 units; the next unit starts at 38.",
        "97140 alone: 7 minutes is no unit; the next unit starts at 8.",
    ]


@pytest.mark.parametrize("method", sorted(METHODS))
def test_content_gives_the_constants_of_each_method(facts: Corpus, method: str) -> None:
    counting = unit_method(facts, method, date(2026, 3, 2)).counting
    assert (counting.size, counting.least) == (15, 8)


@pytest.mark.parametrize("method", sorted(METHODS))
def test_without_a_rule_in_effect_the_method_is_not_known(facts: Corpus, method: str) -> None:
    ended = {
        name: rule.model_copy(
            update={
                "counting": tuple(
                    entry.model_copy(update={"effective": Period(to="2020-12-31")})
                    for entry in rule.counting
                )
            }
        )
        for name, rule in facts.rules.items()
    }
    later = replace(facts, rules=ended)
    assert unit_method(later, method, date(2020, 12, 31))
    assert unit_method(later, method, date(2021, 1, 1)) is None


def test_a_timed_code_waits_where_the_method_has_no_rule_in_effect(facts: Corpus) -> None:
    rules = {name: rule for name, rule in facts.rules.items() if not rule.counting}
    unknown = replace(facts, rules=rules)
    found = billed(unknown, did("97110", 30), did("97150", 20))
    assert [line.code for line in found.lines] == ["97150"]
    assert [question.missing for question in found.questions] == ["unit_method"]


def literals(annotation: object) -> set[str]:
    """The values of a `Literal`, also of one that may be None."""
    return {
        value
        for part in (annotation, *get_args(annotation))
        for value in get_args(part)
        if isinstance(value, str)
    }


def test_every_method_that_a_file_may_name_is_counted_here_and_in_the_browser() -> None:
    """One that is named and not counted would be asked about as if nobody knew it."""
    ported = f"import {{ METHODS }} from '{(FRONTEND / 'billing/unit_methods.js').as_uri()}';"
    shown = "console.log(JSON.stringify(Object.keys(METHODS)));"
    command = [deno.find_deno_bin(), "eval", "--no-config", ported + shown]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    counted = set(unit_methods.METHODS)
    assert literals(Payer.model_fields["unit_method"].annotation) == counted | {"not-known"}
    assert literals(Visit.model_fields["unit_method"].annotation) == counted
    assert set(json.loads(done.stdout)) == set(SHOWN) == counted
