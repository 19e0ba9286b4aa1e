"""Every fact says who says so, and as of when."""

from datetime import date
from itertools import pairwise

import pytest

from generator.authoring.finding_formats import report
from generator.build.project import Checked
from generator.facts.base import Sourced
from tests.content.facts import all_facts, real

JUDGED = date(
    2026, 11, 21
)  # the day the evidence was judged (shared/reference/facts.md): nothing can be known as of a later one


@pytest.mark.parametrize(("name", "fact"), all_facts(), ids=[name for name, _ in all_facts()])
def test_a_fact_has_sources_that_were_read_and_a_date_that_has_been(
    name: str, fact: Sourced
) -> None:
    assert [source for source in fact.sources if source not in real().sources] == []
    assert fact.as_of <= JUDGED
    assert len(set(fact.sources)) == len(fact.sources)


@pytest.mark.parametrize("name", real().sources)
def test_a_source_was_read_by_the_day_the_evidence_was_judged(name: str) -> None:
    source = real().sources[name]
    assert source.read <= JUDGED
    assert not isinstance(source.date, date) or source.date <= JUDGED


@pytest.mark.parametrize("name", real().rules)
def test_a_rule_s_figures_follow_one_another(name: str) -> None:
    by_key: dict[str, list] = {}
    for value in real().rules[name].values:
        by_key.setdefault(value.key, []).append(value.effective)
    for periods in by_key.values():
        assert all(
            earlier.end and later.start and earlier.end < later.start
            for earlier, later in pairwise(periods)
        )


def test_the_content_has_no_finding(checked: Checked) -> None:
    assert report(checked.findings, "text") == ""
