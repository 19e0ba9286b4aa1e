"""Published files come into the store as codes, dates and indicators."""

from datetime import date
from pathlib import Path

import pytest

from generator.cms.store_schema import path_in
from tests.cms.made import (
    DESCRIPTION,
    MUE_ROWS,
    PAIR_HEADER,
    PAIRS,
    PFS_HEADER,
    PFS_ROWS,
    archive,
    bring_in,
    mue_text,
    pair_text,
    pfs_text,
    sheet,
    store,
    told,
    write,
)

ALL_PAIRS = [
    "11111 22222 practitioner 2020-01-01.. 0",
    "11111 33333 practitioner .....2019-12-31 1",
    "22222 33333 practitioner 2020-10-01..2020-10-01 9",
]
PAIR_SHEET = sheet(
    (
        *PAIR_HEADER,
        *(
            (int(row[0]) if row[0].isdigit() else row[0], *row[1:3], int(row[3]), *row[4:])
            for row in PAIRS
        ),
    )
)


def pair_files(folder: Path) -> dict[str, Path]:
    return {
        "text": write(folder, "ccipra-v323r0-f1.TXT", pair_text()),
        "text with bare line feeds": write(folder, "ccipra-v323r0-f2.txt", pair_text(end="\n")),
        "text in Latin-1": write(
            folder,
            "ccipra-v323r0-f3.txt",
            pair_text((*PAIRS, ("99998", "99999", "", "20200101", "*", "1", "naïve ® rule"))),
        ),
        "text after a byte order mark": write(
            folder, "ccipra-v323r0-f4.txt", b"\xef\xbb\xbf" + pair_text().encode()
        ),
        "text padded with blanks": write(
            folder,
            "ccipra-v323r0-f5.txt",
            pair_text((f" {cell}  " for cell in row) for row in PAIRS),
        ),
        "text with empty lines at its end": write(
            folder, "ccipra-v323r0-f6.txt", pair_text() + "\t\t\t\t\t\t\r\n\r\n"
        ),
        "a spreadsheet with numbers": write(folder, "ccipra-v323r0-f7.xlsx", PAIR_SHEET),
        "an archive": archive(
            folder / "practitioner-f8.zip",
            {"ccipra-v323r0-f8.txt": pair_text(), "ccipra-v323r0-f8.xlsx": PAIR_SHEET},
        ),
    }


@pytest.mark.parametrize(
    "form",
    (
        "text",
        "text with bare line feeds",
        "text in Latin-1",
        "text after a byte order mark",
        "text padded with blanks",
        "text with empty lines at its end",
        "a spreadsheet with numbers",
        "an archive",
    ),
)
def test_a_pair_file_is_read_as(form: str, tmp_path: Path) -> None:
    bring_in(tmp_path, pair_files(tmp_path)[form])
    with store(tmp_path) as found:
        assert (
            told(
                [
                    *found.pairs("22222", "11111"),
                    *found.pairs("11111", "33333"),
                    *found.pairs("22222", "33333"),
                ]
            )
            == ALL_PAIRS
        )
        assert told(found.pairs("00100", "00140")) == ["00100 00140 practitioner 2020-01-01.. 1"]
        assert told(found.pairs("22222", "A1111")) == ["A1111 22222 practitioner 2026-04-01.. 1"]


def test_the_name_says_setting_quarter_and_part(tmp_path: Path) -> None:
    bring_in(tmp_path, write(tmp_path, "ccioph-v302r1-f2.txt", pair_text(PAIRS[:3])))
    with store(tmp_path) as found:
        (file,) = found.files
    assert (file.kind, file.setting, str(file.quarter), file.part, file.rows) == (
        "pairs",
        "hospital",
        "2024q3",
        2,
        3,
    )
    assert (file.first, file.last, file.oldest_end) == ("00100 00140", "11111 33333", 20191231)
    assert file.source == "imported: ccioph-v302r1-f2.txt, 2024q3"


def test_a_renamed_file_is_read_when_setting_and_quarter_are_given(tmp_path: Path) -> None:
    bring_in(
        tmp_path, write(tmp_path, "download.txt", pair_text()), setting="hospital", quarter="2026q4"
    )
    with store(tmp_path) as found:
        assert found.pairs("11111", "22222")[0].setting == "hospital"


def test_parts_of_a_table_stand_beside_each_other_and_a_part_replaces_itself(
    tmp_path: Path,
) -> None:
    one, two = (
        write(tmp_path, f"ccipra-v323r0-f{part}.txt", pair_text(rows))
        for part, rows in ((1, PAIRS[:2]), (2, PAIRS[2:]))
    )
    bring_in(tmp_path, one, two)
    bring_in(tmp_path, write(tmp_path, "ccipra-v323r1-f2.txt", pair_text(PAIRS[3:])))
    with store(tmp_path) as found:
        assert [(file.name, file.rows) for file in found.files] == [
            ("ccipra-v323r0-f1.txt", 2),
            ("ccipra-v323r1-f2.txt", 2),
        ]
        assert told(found.pairs("11111", "22222")) and not found.pairs("11111", "33333")


def test_many_rows_in_any_order_are_found_again(tmp_path: Path) -> None:
    codes = [f"{number:05d}" for number in range(20000, 20300)]
    rows = [
        (one, two, "", "20200101", "*", str((int(one) + int(two)) % 2), "x")
        for one in codes
        for two in codes[:60]
        if one != two
    ]
    bring_in(tmp_path, write(tmp_path, "ccipra-v323r0-f1.txt", pair_text(reversed(rows))))
    with store(tmp_path) as found:
        assert found.files[0].rows == len(rows)
        edits = found.edits("practitioner", found.files[0].quarter, codes)
    assert [(edit.column1, edit.column2, str(edit.indicator)) for edit in edits] == [
        (row[0], row[1], row[5]) for row in rows
    ]


@pytest.mark.parametrize(
    ("words", "setting", "name"),
    (
        ("Practitioner", "practitioner", "MCR_MUE_PractitionerServices_Eff_10-01-2026.csv"),
        (
            "Outpatient Hospital",
            "hospital",
            "MCR_MUE_OutpatientHospitalServices_Eff_10-01-2026.csv",
        ),
        ("DME Supplier", "dme", "MCR_MUE_DMESupplierServices_Eff_10-01-2026.csv"),
    ),
)
def test_an_mue_table_is_read_for(words: str, setting: str, name: str, tmp_path: Path) -> None:
    bring_in(tmp_path, write(tmp_path, name, mue_text(words)))
    with store(tmp_path) as found:
        assert [(file.kind, file.setting, file.rows) for file in found.files] == [
            ("mue", setting, 2)
        ]


def test_an_mue_holds_in_its_quarter_and_zero_is_a_value(tmp_path: Path) -> None:
    rows = [
        ["notice", "", "", ""],
        [
            "HCPCS/\nCPT Code",
            "Practitioner Services MUE Values",
            "MUE Adjudication Indicator",
            "MUE Rationale",
        ],
    ]
    rows += [line.split(",") for line in MUE_ROWS.splitlines()]
    bring_in(
        tmp_path, write(tmp_path, "MCR_MUE_PractitionerServices_Eff_10-01-2026.xlsx", sheet(rows))
    )
    with store(tmp_path) as found:
        first, second = (
            found.mue(code, "practitioner", date(2026, 12, 31)) for code in ("11111", "22222")
        )
        assert (
            first
            and second
            and [(mue.units, mue.adjudication) for mue in (first, second)] == [(4, 3), (0, 2)]
        )
        assert found.mue("11111", "practitioner", date(2027, 1, 1)) is None
        assert found.mue("11111", "hospital", date(2026, 12, 31)) is None


def test_the_relative_value_file_gives_status_and_reduction_of_rows_without_modifier(
    tmp_path: Path,
) -> None:
    bring_in(tmp_path, write(tmp_path, "PPRRVU2026_Oct_nonQPP.csv", pfs_text(end="\r")))
    with store(tmp_path) as found:
        statuses = [found.status(code, date(2026, 10, 1)) for code in ("11111", "22222")]
        assert [(status.letter, status.reduction) for status in statuses if status] == [
            ("A", "5"),
            ("I", "9"),
        ]
        assert (
            statuses[0] and statuses[0].file.source == "imported: PPRRVU2026_Oct_nonQPP.csv, 2026q4"
        )
        assert found.status("11111", date(2026, 9, 30)) is None


def test_of_an_archive_of_relative_values_one_table_is_read(tmp_path: Path) -> None:
    rows = [line.split(",") for line in PFS_HEADER[4:]] + [
        ["11111", "", DESCRIPTION, "A", "", "", "", "5", "", ""]
    ]
    files = {
        "PPRRVU2026_Oct_QPP.csv": pfs_text(),
        "PPRRVU2026_Oct_nonQPP.csv": pfs_text(),
        "PPRRVU2026_Oct_nonQPP.xlsx": sheet(rows),
    }
    others = {"GPCI2026.csv": "x", "RVU26D.pdf": b"%PDF", "PPRRVU2026_Oct_nonQPP.txt": "HDR"}
    bring_in(tmp_path, archive(tmp_path / "rvu26d-updated-08-26-2026.zip", {**files, **others}))
    with store(tmp_path) as found:
        assert [file.name for file in found.files] == ["PPRRVU2026_Oct_nonQPP.csv"]


def test_no_description_and_no_rationale_is_kept_wherever_it_stands(tmp_path: Path) -> None:
    pairs = [(*row[:6], DESCRIPTION) for row in PAIRS]
    bring_in(tmp_path, write(tmp_path, "ccipra-v323r0-f1.txt", pair_text(pairs)))
    bring_in(
        tmp_path,
        write(
            tmp_path,
            "MCR_MUE_PractitionerServices_Eff_10-01-2026.csv",
            mue_text(rows=f"11111,4,3 Clinical,{DESCRIPTION}\r\n"),
        ),
    )
    bring_in(tmp_path, write(tmp_path, "PPRRVU26_OCT.csv", pfs_text(rows=PFS_ROWS)))
    kept = b"".join(path.read_bytes() for path in path_in(tmp_path).parent.iterdir())
    for word in (DESCRIPTION.split()[0], "polishing", "Rationale", "copyright"):
        assert word.encode() not in kept
