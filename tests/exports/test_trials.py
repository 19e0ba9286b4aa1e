"""What is said of a format's trials and losses: the same everywhere, and what the reports say."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from generator.exports.format_registry import FORMATS
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion
from generator.facts.corpus import Corpus
from generator.pages.export_trials import TRIALS, short_table, trials_table
from generator.pages.labels import day
from tests.conftest import ROOT, Approve

START, END = "<!-- generator/pages/export_trials.yaml -->\n", "<!-- to here -->\n"
Table = Callable[[Mapping[str, str]], str]
TITLES = {name: form.title for name, form in FORMATS.items()}


@pytest.fixture(scope="module")
def plan(corpus: Corpus) -> Plan:
    """An assignment that asks for everything a format may lose."""
    moment = datetime(2026, 12, 1, tzinfo=UTC)
    return replace(
        Plan("bank", "The bank", corpus.judged_on),
        shuffled=True,
        pass_mark_percent=75,
        time_limit_minutes=30,
        attempts=2,
        feedback="after-due",
        opens=moment,
        due=moment,
    )


def test_every_format_was_tried() -> None:
    assert set(TRIALS) == set(FORMATS)
    assert [name for name, one in TRIALS.items() if not one.trials] == []


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_the_losses_are_those_of_the_reports(
    name: str,
    asked: tuple[ExportQuestion, ...],
    odd: tuple[ExportQuestion, ...],
    plan: Plan,
) -> None:
    sentences = {loss.sentence for loss in FORMATS[name].limitations((*asked, *odd), plan)}
    said = {part for loss in TRIALS[name].losses for part in loss.says}
    assert [text for text in sentences if not any(part in text for part in said)] == []
    assert [part for part in said if not any(part in text for text in sentences)] == []


@pytest.mark.parametrize(
    ("path", "table"), [("docs/exports.md", trials_table), ("README.md", short_table)]
)
def test_the_tables_are_those_of_the_file(path: str, table: Table, approve: Approve) -> None:
    written = (ROOT / path).read_text("utf-8")
    before, rest = written.split(START)
    _, after = rest.split(END)
    approve(ROOT / path, f"{before}{START}\n{table(TITLES)}\n{END}{after}")


def test_the_downloads_page_says_it(site_files: dict[str, bytes]) -> None:
    page = site_files["classroom/downloads.md"].decode()
    for one in TRIALS.values():
        assert one.lost_words in page
        assert all(f"{day(trial.on)} ({trial.found})" in page for trial in one.trials)


def test_every_format_is_read_again_by_the_tests() -> None:
    assert [name for name, one in TRIALS.items() if not any(t.in_tests for t in one.trials)] == []
