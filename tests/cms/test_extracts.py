"""A fact that is not CMS's is found, whichever table it stands in; rows and codes are invented."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

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
from tests.cms.made import code, corpus, edit

SOURCED = {"sources": ["authored"], "as_of": "2024-07-01"}
EDITS = (
    ("11111", "22222", "", "1"),
    ("11111", "33333", "2020-12-31", "0"),
    ("11111", "33333", "", "1"),
    ("22222", "33333", "2021-06-30", "9"),
)


def rows(tmp_path: Path, columns: str, lines: Sequence[Sequence[str]]) -> tuple[Row, ...]:
    """The lines as they come back from a file in the layout of an extract."""
    path = tmp_path / "extract.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([columns.split(), *lines])
    return table(path)


def edits(tmp_path: Path) -> tuple[Row, ...]:
    return rows(tmp_path, "column1 column2 deleted modifier_indicator", EDITS)


def authored(**changed: str) -> Corpus:
    """The edits of the table; the second of 11111 and 33333 with what is `changed`."""
    return corpus(
        [
            edit("11111", "22222", 1),
            edit("11111", "33333", 0, to="2020-12-31"),
            edit("11111", "33333", 1, **{"from_": "2021-01-01", **changed}),
            edit("22222", "33333", 9, from_="2021-06-30", to="2021-06-30"),
        ]
    )


def test_the_same_edits_differ_on_no_day_and_in_no_row(tmp_path: Path) -> None:
    theirs = edits(tmp_path)
    assert days_that_differ(authored(), theirs, {}) == []
    assert authored_rows(authored()) == authored_rows(authored(), "authored") == edit_rows(theirs)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"from_": "2021-01-02"}, ["11111-33333 on 2021-01-01: CMS 1"]),
        ({"to": "2023-12-31"}, ["11111-33333 on 2024-07-01: CMS 1"]),
    ],
    ids=["it begins too late", "it ends before the table's date"],
)
def test_an_edit_of_other_days_is_found(
    tmp_path: Path, changed: dict[str, str], expected: list[str]
) -> None:
    assert days_that_differ(authored(**changed), edits(tmp_path), {}) == expected


def test_an_edit_that_is_not_authored_is_found(tmp_path: Path) -> None:
    without = corpus([edit("11111", "22222", 1)])
    assert "11111-33333 on 2024-07-01: CMS 1" in days_that_differ(without, edits(tmp_path), {})
    assert len(edit_rows(edits(tmp_path)) - authored_rows(without)) == 3


def test_a_first_day_that_the_table_does_not_tell_is_kept_to(tmp_path: Path) -> None:
    began = {("11111", "33333"): date(2021, 1, 1)}
    found = days_that_differ(authored(), edits(tmp_path), began)
    assert found == [f"11111-33333 on 2020-12-{day}: CMS None" for day in (30, 31)]


def described(letter: str = "A", status: str = "active", units: int = 4) -> Corpus:
    said = {"text": "Invented.", "status": status, "letter": letter, "reduction": True, **SOURCED}
    mue = {"units": units, "adjudication": 3, "setting": "practitioner", **SOURCED}
    return corpus(
        codes=[code("11111", coverage={"medicare-part-b": said}, mue=[mue]), code("22222")]
    )


def test_ceilings_that_differ_are_found(tmp_path: Path) -> None:
    theirs = rows(tmp_path, "code mue mai", [("11111", "4", "3")])
    assert unlike_ceilings(described(), theirs, "authored") == []
    assert unlike_ceilings(described(units=5), theirs, "authored") == ["11111"]
    assert unlike_ceilings(described(), (), "authored") == ["11111"]


def test_statuses_that_differ_are_found(tmp_path: Path) -> None:
    theirs = rows(tmp_path, "code status mult_proc_indicator", [("11111", "A", "5")])
    assert unlike_statuses(described(), theirs) == []
    assert unlike_statuses(described("B", "bundled"), theirs) == ["11111"]
    assert unlike_statuses(described(status="bundled"), theirs) == ["11111"]
    assert codes_without_row(described(), theirs) == {"22222"}
