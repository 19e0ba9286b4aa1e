"""Figures that stand in CMS's tables are those of the tables."""

from collections.abc import Sequence
from datetime import date

import pytest

from generator.facts.corpus import Corpus
from tests.cms.extracts import (
    Row,
    authored_rows,
    codes_without_row,
    days_that_differ,
    edit_rows,
    table,
    unlike_ceilings,
    unlike_statuses,
)
from tests.reference.conftest import TABLES

NOT_IN_EXTRACT = set(
    [
        "92597",
        "92605",
        "92606",
        "92607",
        "92608",
        "92609",
        "92611",
        "92612",
        "96105",
        "98966",
        "98967",
        "98968",
        "98970",
        "98971",
        "98972",
        "98979",
        "98984",
        "98985",
        "98986",
        "G0151",
        "G0152",
        "G0153",
        "G0157",
        "G0158",
        "G0159",
        "G0160",
        "G0161",
        "G0282",
        "G0295",
        "G2168",
        "G2169",
        "G2250",
        "G2251",
    ]
)
"""The extract has no row for these: read in the whole file, or they began later."""

BEGAN = {("97140", "97530"): date(2000, 7, 1), ("97530", "97116"): date(1999, 7, 1)}
"""Read in later tables; the extract has no first days."""


@pytest.fixture(scope="module")
def edits() -> tuple[Row, ...]:
    return table(TABLES / "ncci_ptp_practitioner_2024q3_therapy.csv")


def test_the_ceilings_are_cms_s(corpus: Corpus) -> None:
    rows = table(TABLES / "mue_practitioner_2026q2_therapy.csv")
    assert unlike_ceilings(corpus, rows, "cms-mue-2026q2") == []


def test_the_statuses_and_reductions_are_cms_s(corpus: Corpus) -> None:
    rows = table(TABLES / "pfs_2024c_therapy.csv")
    assert unlike_statuses(corpus, rows) == []
    assert codes_without_row(corpus, rows) == NOT_IN_EXTRACT


def test_every_edit_that_names_the_table_stands_in_it(
    corpus: Corpus, edits: tuple[Row, ...]
) -> None:
    ours = authored_rows(corpus, "cms-ncci-2024q3")
    assert {row for row in ours if _extracted(row)} - edit_rows(edits) == set()


def test_no_edit_of_taught_codes_is_left_out_and_none_is_ours_alone(
    corpus: Corpus, edits: tuple[Row, ...]
) -> None:
    theirs = {row for row in edit_rows(edits) if set(row[:2]) <= corpus.codes.keys()}
    assert theirs - authored_rows(corpus, "cms-ncci-2024q3") == set()
    assert {row for row in authored_rows(corpus) if _extracted(row)} == theirs


def test_the_edits_agree_on_every_day(corpus: Corpus, edits: tuple[Row, ...]) -> None:
    differing = days_that_differ(corpus, edits, BEGAN)
    assert [pair for pair in differing if _extracted(pair.split(" ")[0].split("-"))] == []


def _extracted(pair: Sequence[str]) -> bool:
    """Whether the extract has rows for both codes; the other pairs were read in the whole file."""
    return not NOT_IN_EXTRACT & set(pair[:2])
