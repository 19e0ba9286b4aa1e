"""Laws of counting that hold for every visit."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.billing.assistants import split_timed
from generator.billing.claim import build_claim
from generator.billing.unit_methods import UnitCount, minutes_by_code
from tests.billing.conftest import did, visit
from tests.billing.counting import COUNTING, DE_MINIMIS, METHODS, units_in

CODES = ("97110", "97112", "97116", "97124", "97140", "97530", "97535")
entries = st.lists(st.tuples(st.sampled_from(CODES), st.integers(0, 90)), max_size=8)
methods = st.sampled_from(sorted(METHODS))


def total(count: UnitCount) -> int:
    return sum(units for _, units in count.allocations.first)


@given(entries)
def test_units_never_exceed_what_the_total_minutes_allow(spent: list[tuple[str, int]]) -> None:
    assert total(METHODS["cms"].count(minutes_by_code(spent))) == units_in(
        sum(minutes for _, minutes in spent)
    )


@given(entries, methods, st.randoms())
def test_the_order_of_services_does_not_matter(
    spent: list[tuple[str, int]], method: str, random: object
) -> None:
    shuffled = list(spent)
    random.shuffle(shuffled)
    assert METHODS[method].count(minutes_by_code(shuffled)) == METHODS[method].count(
        minutes_by_code(spent)
    )


@given(entries, methods, st.sampled_from(CODES), st.integers(1, 60))
def test_more_minutes_never_make_fewer_units(
    spent: list[tuple[str, int]], method: str, code: str, more: int
) -> None:
    assert total(METHODS[method].count(minutes_by_code([*spent, (code, more)]))) >= total(
        METHODS[method].count(minutes_by_code(spent))
    )


@given(entries, methods)
def test_every_way_to_share_has_the_same_total_and_no_way_comes_twice(
    spent: list[tuple[str, int]], method: str
) -> None:
    ways = tuple(METHODS[method].count(minutes_by_code(spent)).allocations)
    assert len({sum(units for _, units in way) for way in ways}) == 1
    assert len(set(ways)) == len(ways)


@given(entries)
def test_no_code_gets_fewer_units_than_its_full_quarters_or_more_than_one_above(
    spent: list[tuple[str, int]],
) -> None:
    minutes = minutes_by_code(spent)
    for way in METHODS["cms"].count(minutes).allocations:
        for code, done in minutes:
            assert done // 15 <= dict(way).get(code, 0) <= -(-done // 15)


@given(st.integers(0, 120), st.integers(0, 120), st.booleans())
def test_an_assistants_split_loses_no_unit_and_makes_none(
    therapist: int, assistant: int, rounded_up: bool
) -> None:
    spent = therapist + assistant
    units = min(units_in(spent) if rounded_up else spent // 15, -(-spent // 15))
    split = split_timed(COUNTING, DE_MINIMIS, units, therapist, assistant)
    assert split.plain + split.marked == units and min(split.plain, split.marked) >= 0
    assert therapist or not split.plain
    assert assistant or not split.marked


people = st.sampled_from(("therapist", "assistant"))
services = st.lists(
    st.tuples(st.sampled_from((*CODES, "97150", "97010")), st.integers(1, 60), people),
    min_size=1,
    max_size=5,
)


@settings(deadline=None)  # the first visit of a run builds the indexes of the facts
@given(services, st.randoms())
def test_the_order_of_services_does_not_change_a_claim(
    facts: object, done: list[tuple[str, int, str]], random: object
) -> None:
    described = [
        did(code, minutes, by=by, id=f"s{number}")
        for number, (code, minutes, by) in enumerate(done)
    ]
    shuffled = list(described)
    random.shuffle(shuffled)
    one, other = build_claim(facts, visit(*described)), build_claim(facts, visit(*shuffled))
    assert (one.lines, one.alternatives, set(one.not_billed)) == (
        other.lines,
        other.alternatives,
        set(other.not_billed),
    )


@settings(deadline=None)  # the first visit of a run builds the indexes of the facts
@given(services)
def test_every_minute_is_on_a_line_or_explained(
    facts: object, done: list[tuple[str, int, str]]
) -> None:
    found = build_claim(facts, visit(*(did(code, minutes, by=by) for code, minutes, by in done)))
    assert {code for code, *_ in done} == {line.code for line in found.lines} | {
        entry.code for entry in found.not_billed
    }
    assert all(line.reasons for line in found.lines)
