"""Imported rows win by date over authored facts; without a store nothing changes."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator.checks.code_checks import overlapping_periods
from generator.cms.merged_imports import merge_imports
from generator.cms.store_schema import path_in, with_imports
from generator.facts.corpus import Corpus
from generator.facts.registers import Edit
from tests.cms.made import (
    archive,
    bring_in,
    code,
    corpus,
    edit,
    mue_text,
    pair_text,
    store,
    told,
    write,
)

ROOT = Path(__file__).resolve().parents[2]
FIRST, LAST = (
    ("00100", "00101", "", "20200101", "*", "1", "x"),
    ("Z9998", "Z9999", "", "20200101", "20161231", "9", "x"),
)


def laid(
    root: Path, authored: Corpus, *rows: tuple[str, ...], name: str = "ccipra-v323r0-f1.txt"
) -> Corpus:
    """`authored` under a table of 2026 Q4 that holds every code and reaches back to 2016."""
    bring_in(root, write(root, name, pair_text((FIRST, *rows, LAST))))
    with store(root) as found:
        return merge_imports(authored, found)


def row(started: str, ended: str = "*", indicator: str = "1", star: str = "") -> tuple[str, ...]:
    return ("11111", "22222", star, started, ended, indicator, "x")


def pair(laid_over: Corpus) -> list[str]:
    return [
        line.removeprefix("11111 22222 practitioner ")
        for line in told(laid_over.edits_of("11111", "22222"))
    ]


def test_without_a_store_the_corpus_is_the_same_object_and_no_database_is_loaded(
    tmp_path: Path,
) -> None:
    authored = corpus([edit("11111", "22222", 1)])
    assert with_imports(authored, tmp_path) == (authored, ())
    assert with_imports(authored, tmp_path)[0] is authored
    asks = (
        "import sys, generator.build.project; assert not {'sqlite3', 'openpyxl'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", asks], cwd=ROOT, check=True)


def test_a_store_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    path_in(tmp_path).parent.mkdir(parents=True)
    path_in(tmp_path).write_bytes(
        b"not a database, but longer than the hundred bytes of a header" * 9
    )
    _, (finding,) = with_imports(corpus(), tmp_path)
    assert "The store cannot be read" in finding.sentence and str(finding.place).startswith(
        ".rightcode/cms/store.sqlite"
    )


@pytest.mark.parametrize(
    ("authored", "rows", "expected"),
    (
        pytest.param(
            [{}],
            [row("20200101")],
            ["2020-01-01.. 1"],
            id="an edit whose first day was not known gets it",
        ),
        pytest.param(
            [{"indicator": 0}],
            [row("20250101", indicator="1")],
            ["2025-01-01.. 1"],
            id="another indicator wins",
        ),
        pytest.param([], [row("20261001")], ["2026-10-01.. 1"], id="a new pair comes in"),
        pytest.param([{}], [], [], id="a pair that CMS does not list is gone"),
        pytest.param(
            [{"to": "1996-12-31"}],
            [row("20200101")],
            ["...1996-12-31 1".replace("...", ".....", 1), "2020-01-01.. 1"],
            id="what ended before the table's memory stays",
        ),
        pytest.param(
            [{"from_": "2000-01-01", "to": "2010-12-31"}],
            [row("20200101")],
            ["2000-01-01..2010-12-31 1", "2020-01-01.. 1"],
            id="so does what began and ended before",
        ),
        pytest.param(
            [{"to": "2019-12-31"}, {}],
            [row("20100101", "20191231"), row("20200101", indicator="0")],
            ["2010-01-01..2019-12-31 1", "2020-01-01.. 0"],
            id="history and present are both CMS's",
        ),
        pytest.param(
            [{}], [row("19960101", star="*")], ["..... 1"], id="a star leaves the first day open"
        ),
        pytest.param(
            [{}],
            [row("20200101", "20210101"), row("20210101")],
            ["2020-01-01..2020-12-31 1", "2021-01-01.. 1"],
            id="of two that overlap the later one begins",
        ),
        pytest.param(
            [{"as_of": "2027-01-01", "from_": "2027-01-01"}],
            [row("20200101", indicator="0")],
            ["2027-01-01.. 1", "2020-01-01..2026-12-31 0"],
            id="facts of a later day go on after the quarter",
        ),
        pytest.param(
            [],
            [row("20200101", "20200101", "9")],
            ["2020-01-01..2020-01-01 9"],
            id="one that never stood is told as such",
        ),
        pytest.param(
            [],
            [row("20200101", "20191231")],
            ["2020-01-01..2020-01-01 9"],
            id="one deleted before it began never stood",
        ),
    ),
)
def test_pairs_by_date(
    authored: list[dict[str, str]], rows: list[tuple[str, ...]], expected: list[str], tmp_path: Path
) -> None:
    edits: list[Edit] = [
        edit("11111", "22222", int(more.pop("indicator", 1)), **more)
        for more in map(dict, authored)
    ]
    result = laid(tmp_path, corpus(edits), *rows)
    assert pair(result) == expected
    assert not list(overlapping_periods(result))


def test_an_edit_that_stays_keeps_its_name_and_place_and_another_has_the_store_for_its_place(
    tmp_path: Path,
) -> None:
    authored = corpus([edit("22222", "33333", 1, to="1996-12-31"), edit("11111", "22222", 1)])
    result = laid(tmp_path, authored, row("20200101"))
    assert result.edits["e0"] is authored.edits["e0"]
    (new,) = result.edits.keys() - authored.edits.keys()
    assert result.spot("edits", new).path == ".rightcode/cms/store.sqlite"
    assert (
        result.sources[result.edits[new].sources[0]].via == "imported: ccipra-v323r0-f1.txt, 2026q4"
    )
    assert result.edits[new].as_of == date(2026, 10, 1)


def test_a_pair_outside_the_parts_that_were_imported_stays_as_authored(tmp_path: Path) -> None:
    authored = corpus([edit("22222", "33333", 1)])
    bring_in(tmp_path, write(tmp_path, "ccipra-v323r0-f1.txt", pair_text((FIRST, row("20200101")))))
    with store(tmp_path) as found:
        assert told(merge_imports(authored, found).edits_of("22222", "33333")) == [
            "22222 33333 practitioner ..... 1"
        ]


def test_an_older_quarter_rules_only_until_its_end_where_facts_are_newer(tmp_path: Path) -> None:
    authored = corpus([edit("11111", "22222", 1, from_="2024-07-01")])
    result = laid(tmp_path, authored, row("20200101", indicator="0"), name="ccipra-v300r0-f1.txt")
    assert sorted(pair(result)) == ["2020-01-01..2024-03-31 0", "2024-07-01.. 1"]


def test_a_later_quarter_is_laid_over_an_earlier_one(tmp_path: Path) -> None:
    laid(tmp_path, corpus(), row("20200101", indicator="0"), name="ccipra-v321r0-f1.txt")
    assert pair(laid(tmp_path, corpus(), row("20200101", "20260930", "0"), row("20261001"))) == [
        "2020-01-01..2026-09-30 0",
        "2026-10-01.. 1",
    ]


def test_the_hospital_table_leaves_the_practitioners_alone(tmp_path: Path) -> None:
    authored = corpus([edit("11111", "22222", 1), edit("11111", "22222", 1, setting="hospital")])
    result = laid(tmp_path, authored, row("20200101", indicator="0"), name="ccioph-v323r0-f1.txt")
    assert told(result.edits_of("11111", "22222")) == [
        "11111 22222 practitioner ..... 1",
        "11111 22222 hospital 2020-01-01.. 0",
    ]


def mues(result: Corpus) -> list[str]:
    return [
        f"{mue.effective.start or '...'}..{mue.effective.end or ''} {mue.units}"
        for mue in result.codes["11111"].mue
        if mue.setting == "practitioner"
    ]


@pytest.mark.parametrize(
    ("as_of", "quarters", "expected"),
    (
        ("2024-07-01", ("10-01-2026",), [".....2026-09-30 9", "2026-10-01.. 4"]),
        (
            "2026-11-01",
            ("01-01-2026",),
            [".....2025-12-31 9", "2026-01-01..2026-03-31 4", "2026-04-01.. 9"],
        ),
        (
            "2024-07-01",
            ("01-01-2026", "10-01-2026"),
            [".....2025-12-31 9", "2026-01-01..2026-09-30 4", "2026-10-01.. 4"],
        ),
    ),
)
def test_mue_values_by_date(
    as_of: str, quarters: tuple[str, ...], expected: list[str], tmp_path: Path
) -> None:
    own = {
        "units": 9,
        "adjudication": 3,
        "setting": "practitioner",
        "sources": ["authored"],
        "as_of": as_of,
    }
    for day in quarters:
        bring_in(
            tmp_path, write(tmp_path, f"MCR_MUE_PractitionerServices_Eff_{day}.csv", mue_text())
        )
    with store(tmp_path) as found:
        result = merge_imports(
            corpus(codes=[code("11111", mue=[own, {**own, "setting": "hospital"}]), code("33333")]),
            found,
        )
    assert mues(result) == expected
    assert [mue.setting for mue in result.codes["11111"].mue] == ["practitioner"] * len(
        expected
    ) + ["hospital"]
    assert not list(overlapping_periods(result))
    assert result.codes["33333"].mue == ()


def test_parts_from_one_archive_share_a_source(tmp_path: Path) -> None:
    bring_in(
        tmp_path,
        archive(
            tmp_path / "ptp.zip",
            {
                "ccipra-v323r0-f1.txt": pair_text((FIRST, row("20200101"))),
                "ccipra-v323r0-f2.TXT": pair_text(
                    (("22222", "33333", "", "20200101", "*", "1", "x"), LAST)
                ),
            },
        ),
    )
    with store(tmp_path) as found:
        (source,) = merge_imports(corpus(), found).sources.values()
    assert source.via == "imported: ccipra-v323r0-f1.txt, ccipra-v323r0-f2.TXT, 2026q4"
