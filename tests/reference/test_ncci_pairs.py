"""Every pair among the codes taught, against CMS's practitioner table of July 2024, on its date and around each deletion."""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.billing.edit_lookup import edit_on
from generator.facts.corpus import Corpus

TABLE = (
    Path(__file__).parents[3]
    / "shared"
    / "reference"
    / "cms"
    / "ncci_ptp_practitioner_2024q3_therapy.csv"
)
TABLE_DATE = date(2024, 7, 1)
BEGAN = {
    ("97140", "97530"): date(2000, 7, 1),
    ("97530", "97116"): date(1999, 7, 1),
}  # read in later tables; the extract has no first days
DAY = timedelta(days=1)

pytestmark = pytest.mark.skipif(
    not TABLE.exists(),
    reason=(
        f"CMS's table is not on this machine ({TABLE}); the authored pairs are tested without it"
    ),
)

Row = tuple[int, date | None]


@pytest.fixture(scope="module")
def rows() -> dict[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            deleted = date.fromisoformat(row["deleted"]) if row["deleted"] else None
            found.setdefault((row["column1"], row["column2"]), []).append(
                (int(row["modifier_indicator"]), deleted)
            )
    return found


def _says(rows: list[Row], pair: tuple[str, str], day: date) -> int | None:
    """What the table says of a day: of the rows not yet deleted, the one deleted first."""
    if day < BEGAN.get(pair, date.min):
        return None
    standing = [
        (deleted or date.max, indicator)
        for indicator, deleted in rows
        if indicator != 9 and (deleted is None or day <= deleted)
    ]
    return min(standing)[1] if standing else None


def _days(rows: list[Row]) -> Iterator[date]:
    yield TABLE_DATE
    for _, deleted in rows:
        if deleted:
            yield from (deleted - DAY, deleted, deleted + DAY)


def test_every_pair_among_taught_codes_agrees_on_every_date(
    facts: Corpus, rows: dict[tuple[str, str], list[Row]]
) -> None:
    wrong = []
    for pair in ((one, other) for one in facts.codes for other in facts.codes if one != other):
        own = rows.get(pair, [])
        for day in _days(own):
            edit = edit_on(facts, *pair, day, "practitioner")
            if (edit.indicator if edit else None) != _says(own, pair, day):
                wrong.append((*pair, day, edit, _says(own, pair, day)))
    assert wrong == []


def test_every_row_among_taught_codes_is_authored_and_none_besides(
    facts: Corpus, rows: dict[tuple[str, str], list[Row]]
) -> None:
    theirs = {
        (*pair, indicator, deleted)
        for pair, own in rows.items()
        if set(pair) <= set(facts.codes)
        for indicator, deleted in own
    }
    ours = {
        (str(edit.column1), str(edit.column2), edit.indicator, edit.effective.end)
        for edit in facts.edits.values()
        if edit.setting == "practitioner" and {edit.column1, edit.column2} <= set(facts.codes)
    }
    assert ours == theirs
