"""A bad file is refused whole, with its place and a remedy, and the store stays as it was."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.cms import archive_members
from generator.cms.import_error import CmsImportError
from generator.cms.store_schema import path_in
from tests.cms.made import (
    DESCRIPTION,
    PAIRS,
    PFS_ROWS,
    archive,
    bring_in,
    mue_text,
    pair_text,
    pfs_text,
    store,
    write,
)

ROOT = Path(__file__).resolve().parents[2]
PTP, MUE, PFS = (
    "ccipra-v323r0-f1.txt",
    "MCR_MUE_PractitionerServices_Eff_10-01-2026.csv",
    "PPRRVU2026_Oct_nonQPP.csv",
)
GOOD = PAIRS[1]


def with_row(*row: str) -> str:
    return pair_text((GOOD, row, GOOD))


def replaced(column: int, cell: str) -> str:
    return with_row(*GOOD[:column], cell, *GOOD[column + 1 :])


BAD_TEXT = {
    "a code too long": (PTP, replaced(0, "111111"), ":8: column 1 holds no code"),
    "a description for a code": (PTP, replaced(1, DESCRIPTION), ":8: column 2 holds no code"),
    "a description in the star's column": (
        PTP,
        replaced(2, DESCRIPTION),
        ":8: 11111 and 22222: the third column",
    ),
    "a description in a column of its own": (
        PTP,
        with_row(*GOOD, DESCRIPTION),
        ":8: the line has 8 columns, not 7",
    ),
    "a day that does not exist": (
        PTP,
        replaced(3, "20260230"),
        ":8: 11111 and 22222: 20260230 is not a day",
    ),
    "a date with hyphens": (
        PTP,
        replaced(4, "2026-01-01"),
        ":8: 11111 and 22222: a date is not written",
    ),
    "an indicator of 2": (PTP, replaced(5, "2"), ":8: 11111 and 22222: the modifier indicator"),
    "an edit of a later quarter": (
        PTP,
        replaced(3, "20270101"),
        ":8: 11111 and 22222: an edit that begins on 20270101 does not belong into 2026q4",
    ),
    "a line cut short": (PTP, pair_text() + "11111\t2222\n", ":12: the line has 2 columns"),
    "no end of the last line": (PTP, pair_text()[:-9], "its last line does not end"),
    "no rows": (PTP, pair_text(()), "no pair follows the header"),
    "no header": (
        PTP,
        "\r\n".join("\t".join(row) for row in PAIRS) + "\r\n",
        ":1: no header of a pair, MUE or relative value table",
    ),
    "two columns exchanged": (
        PTP,
        pair_text().replace("Effective\tDeletion", "Deletion\tEffective"),
        ":1: the columns are not the seven",
    ),
    "a column gone": (
        PTP,
        pair_text()
        .replace("Deletion", "")
        .replace("\tDate\tDate", "\tDate\t")
        .replace("*=no data", ""),
        ":3: no column of the header can be the ended",
    ),
    "a sixteen-bit text": (PTP, pair_text().encode("utf-16"), ":1: it is not text of one byte"),
    "a page of the web": (PTP, "<html>\n<body>Page not found</body>\n", ":1: no header"),
    "a MUE that is a description": (
        MUE,
        mue_text(rows=f"11111,{DESCRIPTION},3 Clinical,x\r\n"),
        "where a number of units for 11111 should stand",
    ),
    "a MUE without its indicator": (
        MUE,
        mue_text(rows="11111,4,,x\r\n"),
        "where an adjudication indicator for 11111 should stand",
    ),
    "a MUE row cut short": (MUE, mue_text(rows="11111,4\r\n"), "the line has 2 columns, not 4"),
    "a code with two MUEs": (
        MUE,
        mue_text(rows="11111,4,3,x\r\n11111,5,3,x\r\n"),
        "11111 is in it twice",
    ),
    "a quotation that does not end": (MUE, mue_text() + '"11111,4,3,x\r\n', "cannot be read"),
    "the MUEs of another setting": (
        MUE,
        mue_text("Outpatient Hospital"),
        "its header is of hospital",
    ),
    "a status that is a description": (
        PFS,
        pfs_text(rows=(PFS_ROWS[0].replace(",A,", f",{DESCRIPTION},"),)),
        ":7: where a status letter for 11111",
    ),
    "a description moved into the code": (
        PFS,
        pfs_text(rows=(f"{DESCRIPTION},,x,A,,0,XXX,5,0,1",)),
        ":7: where a code of five characters",
    ),
    "no status column": (
        PFS,
        pfs_text().replace("STATUS", "STATE"),
        ":6: no column of the header can be the status",
    ),
}


def refused(root: Path, *paths: Path) -> str:
    before = path_in(root).read_bytes()
    with pytest.raises(CmsImportError) as caught:
        bring_in(root, *paths)
    assert path_in(root).read_bytes() == before
    assert {path.name for path in path_in(root).parent.iterdir()} == {"store.sqlite", "lock.sqlite"}
    assert caught.value.remedy and DESCRIPTION not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("name", BAD_TEXT)
def test_refused_is(name: str, stocked: Path) -> None:
    file, content, sentence = BAD_TEXT[name]
    assert (
        f"{file}" in (said := refused(stocked, write(stocked, file, content))) and sentence in said
    )


@pytest.mark.parametrize("name", [name for name in BAD_TEXT if name != "no end of the last line"])
def test_refused_in_an_archive_is(name: str, stocked: Path) -> None:
    file, content, sentence = BAD_TEXT[name]
    path = archive(
        stocked / "good.zip",
        {file: content if isinstance(content, bytes) else content.encode("latin-1")},
    )
    assert sentence in refused(stocked, path)


def test_in_an_archive_with_its_checksum_the_last_line_may_lack_its_end(stocked: Path) -> None:
    bring_in(stocked, archive(stocked / "good.zip", {PTP: pair_text().rstrip()}))


def test_one_bad_file_keeps_out_the_good_ones_beside_it(stocked: Path) -> None:
    good = write(stocked, "ccipra-v323r0-f2.txt", pair_text())
    assert PTP in refused(stocked, good, write(stocked, PTP, with_row("x")))


@pytest.mark.parametrize(
    ("names", "sentence"),
    (
        (
            ("ccipra-v323r0-f1.txt", "ccipra-v322r0-f2.txt"),
            "ccipra-v322r0-f2.txt: it is of 2026q3, and ccipra-v323r0-f1.txt of 2026q4",
        ),
        (("ccipra-v323r0-f1.txt", "ccipra-v323r1-f1.txt"), "it is the same table and part as"),
        (("pairs.txt",), "pairs.txt: its name says no"),
        (("ccipra.txt",), "its name says no quarter; name it with --quarter"),
        (("table-2026q4.txt",), "its name says no setting; name it with --setting"),
        (("ccipra-v323r0-f1.pdf",), "'.pdf' is not a form"),
    ),
)
def test_names_that_do_not_fit_are_refused(
    names: tuple[str, ...], sentence: str, stocked: Path
) -> None:
    assert sentence in refused(stocked, *(write(stocked, name, pair_text()) for name in names))


def test_an_archive_of_mixed_quarters_is_refused(stocked: Path) -> None:
    mixed = archive(
        stocked / "ptp.zip",
        {"ccipra-v323r0-f1.txt": pair_text(), "ccipra-v322r0-f2.txt": pair_text()},
    )
    assert "it is of 2026q4, and" in refused(stocked, mixed)
    misnamed = archive(
        stocked / "ncci-2026q3-practitioner-ptp.zip", {"ccipra-v323r0-f1.txt": pair_text()}
    )
    assert "the archive's name says 2026q3, the file's in it 2026q4" in refused(stocked, misnamed)


def test_a_missing_file_is_refused(stocked: Path) -> None:
    assert (
        refused(stocked, stocked / "gone.txt")
        == "gone.txt: there is no such file; give the path of a file from cms.gov."
    )


def test_while_another_import_runs_there_is_none(stocked: Path) -> None:
    with sqlite3.connect(path_in(stocked).with_name("lock.sqlite"), isolation_level=None) as lock:
        lock.execute("PRAGMA journal_mode = MEMORY")
        lock.execute("BEGIN EXCLUSIVE")
        assert "another import is running" in refused(stocked, write(stocked, PTP, pair_text()))


def test_a_store_of_another_version_is_refused_with_the_way_back(stocked: Path) -> None:
    with sqlite3.connect(path_in(stocked)) as made:
        made.execute("PRAGMA user_version = 99")
    assert "made by another version" in refused(stocked, write(stocked, PTP, pair_text()))


SLOW = """
import sys, time
from datetime import date
from pathlib import Path
from generator.cms.importer import import_files, plan
def advance(_):
    print("reading", flush=True)
    time.sleep(0.2)
import_files(Path(sys.argv[1]), plan([Path(sys.argv[2])], None, None), date(2026, 11, 21), advance)
print("done", flush=True)
"""


def test_a_kill_in_the_middle_leaves_the_store_and_the_next_import_works(stocked: Path) -> None:
    rows = [
        (f"{one:05d}", f"{two:05d}", "", "20200101", "*", "1", "x")
        for one in range(10000, 10200)
        for two in range(20000, 20400)
    ]
    path = write(stocked, PTP, pair_text(rows))
    before = path_in(stocked).read_bytes()
    child = subprocess.Popen(
        [sys.executable, "-c", SLOW, str(stocked), str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout and child.stdout.readline() == child.stdout.readline() == "reading\n"
    time.sleep(0.05)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    assert path_in(stocked).read_bytes() == before
    bring_in(stocked, path)
    with store(stocked) as found:
        assert [file.rows for file in found.files] == [2, 80000]
    assert not path_in(stocked).with_name("draft.sqlite").exists()


def test_what_is_larger_than_any_table_of_cms_is_refused(
    stocked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_members, "MOST_BYTES", 100)
    assert "would swell" in refused(
        stocked, archive(stocked / "ccipra-v323r0-f1.zip", {PTP: pair_text()})
    )
