"""Figures that stand in CMS's tables are those of the tables."""

import csv
from functools import cache

import pytest

from generator.facts.registers import Edit
from tests.conftest import SHARED
from tests.content.facts import real

FOLDER = SHARED / "reference" / "cms"
pytestmark = pytest.mark.skipif(
    not FOLDER.exists(),
    reason=f"CMS's tables are not here: {FOLDER} (they are no part of the repository)",
)


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def row_of(name: str, code: str) -> dict[str, str] | None:
    return next((row for row in table(name) if row["code"] == code), None)


@pytest.mark.parametrize("code", real().codes)
def test_the_ceiling_of_a_code_is_cms_s(code: str) -> None:
    row = row_of("mue_practitioner_2026q2_therapy.csv", code)
    told = [
        (mue.units, mue.adjudication)
        for mue in real().codes[code].mue
        if "cms-mue-2026q2" in mue.sources and mue.setting == "practitioner"
    ]
    assert told == ([(int(row["mue"]), int(row["mai"]))] if row else [])


# The extract of the fee schedule has no row for these: their letters were read in the whole file,
# or they began later.
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
        "G0282",
        "G0295",
        "G2250",
        "G2251",
    ]
)


def test_the_extract_lacks_no_other_code() -> None:
    assert {
        code for code in real().codes if row_of("pfs_2024c_therapy.csv", code) is None
    } == NOT_IN_EXTRACT


@pytest.mark.parametrize("code", [code for code in real().codes if code not in NOT_IN_EXTRACT])
def test_the_status_of_a_code_and_its_reduction_are_cms_s(code: str) -> None:
    row = row_of("pfs_2024c_therapy.csv", code)
    medicare = real().codes[code].coverage["medicare-part-b"]
    assert row is not None
    assert (medicare.letter, medicare.reduction) == (
        row["status"],
        row["mult_proc_indicator"] == "5",
    )
    assert (
        medicare.status
        == {
            "A": "active",
            "B": "bundled",
            "I": "invalid",
            "N": "non-covered",
            "R": "restricted",
            "C": "carrier-priced",
        }[row["status"]]
    )


def written(edit: Edit) -> tuple[str, str, str, str]:
    return edit.column1, edit.column2, str(edit.effective.end or ""), str(edit.indicator)


def listed() -> set[tuple[str, str, str, str]]:
    rows = table("ncci_ptp_practitioner_2024q3_therapy.csv")
    return {
        (row["column1"], row["column2"], row["deleted"], row["modifier_indicator"]) for row in rows
    }


AUTHORED = {
    name: edit
    for name, edit in real().edits.items()
    if "cms-ncci-2024q3" in edit.sources and edit.setting == "practitioner"
}


@pytest.mark.parametrize("name", AUTHORED)
def test_a_pair_stands_in_cms_s_table(name: str) -> None:
    assert written(AUTHORED[name]) in listed()


@pytest.mark.parametrize("code", real().codes)
def test_no_pair_of_taught_codes_is_left_out(code: str) -> None:
    taught = real().codes
    wanted = {row for row in listed() if row[0] == code and row[1] in taught}
    assert wanted - {written(edit) for edit in AUTHORED.values()} == set()
