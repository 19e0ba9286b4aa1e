"""The cost of a claim is a polynomial of its services, counted in steps and not in seconds."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.billing.claim import build_claim
from generator.billing.unit_calculator import units_of_day
from generator.billing.written_claims import CountedDay
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit
from tests.billing.port import run_port
from tests.billing.random_visits import Json, crowded_visit

MINUTES = {"ties": (8,), "one minute": (1,), "full units": (20,), "mixed": (7, 8, 9, 23)}
SIZES = (30, 60, 120)
CUBE = 2**3
MOST_STEPS = 3_000_000
"""A few hundred thousand calls take a tenth of a second."""


def steps(work: Callable[[], object]) -> int:
    """How many functions of Python are called."""
    count = 0

    def called(_frame: object, event: str, _value: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def hardest(facts: Corpus, minutes: tuple[int, ...], size: int) -> Json:
    """Timed codes first, since they tie; then those with edits among them."""
    codes = sorted(facts.codes, key=lambda code: (facts.codes[code].unit.kind != "timed", code))
    return crowded_visit(codes[:size], minutes)


@pytest.mark.parametrize("minutes", MINUTES.values(), ids=MINUTES)
def test_twice_the_codes_take_at_most_eight_times_the_steps(
    facts: Corpus, minutes: tuple[int, ...]
) -> None:
    visits = [Visit.model_validate(hardest(facts, minutes, size)) for size in SIZES]
    build_claim(facts, visits[0])  # the indexes of the facts are built once
    found = [steps(lambda visit=visit: build_claim(facts, visit)) for visit in visits]
    assert found[2] < min(MOST_STEPS, CUBE * CUBE * found[0]), found
    assert found[2] < CUBE * found[1], found


def test_the_port_takes_as_few_steps(facts: Corpus, tmp_path: Path) -> None:
    """A step is a sentence or a look-up of an edit."""
    for minutes in MINUTES.values():
        visits = [hardest(facts, minutes, size) for size in SIZES]
        found = [run_port(facts, {"visits": [visit]}, tmp_path)["steps"] for visit in visits]
        assert found[2] < CUBE * found[1] < CUBE * CUBE * found[0], found
        assert found[2] < MOST_STEPS, found


def test_a_day_of_codes_that_all_tie_takes_steps_for_its_answers_alone(facts: Corpus) -> None:
    codes = [f"{97000 + number}" for number in range(120)]

    def day(size: int) -> CountedDay:
        services = [{"code": code, "minutes": 8, "timed": True} for code in codes[:size]]
        return CountedDay.model_validate({"services": services})

    found = [steps(lambda size=size: units_of_day(facts, day(size), "cms")) for size in SIZES]
    assert found[2] < CUBE * found[1] < CUBE * CUBE * found[0], found
    assert found[2] < MOST_STEPS, found
