"""Differences between imported files and authored facts are named: place, days, both sides."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli import app
from generator.cms.differences import differences
from generator.facts.corpus import Corpus
from tests.cms.made import bring_in, code, corpus, edit, mue_text, pair_text, pfs_text, store, write
from tests.cms.test_overlay import FIRST, LAST, row

SOURCE = "(imported: ccipra-v323r0-f1.txt, 2026q4)"


def compared(root: Path, authored: Corpus) -> list[str]:
    with store(root) as found:
        return [f"{entry.spot.path}: {entry.sentence}" for entry in differences(authored, found)]


@pytest.mark.parametrize(
    ("authored", "rows", "expected"),
    (
        pytest.param([{}], [row("20200101")], [], id="the same since a day that was not known"),
        pytest.param(
            [{"to": "2019-12-31"}, {}],
            [row("20100101", "20191231"), row("20200101")],
            [],
            id="the same with its history",
        ),
        pytest.param([{"to": "1996-12-31"}], [], [], id="older than the table's memory"),
        pytest.param(
            [{"indicator": 9, "from_": "2020-01-01", "to": "2020-01-01"}],
            [],
            [],
            id="one that never stood",
        ),
        pytest.param(
            [{"indicator": 0}],
            [row("20200101")],
            ["from 2024-07-01: authored indicator 0; CMS indicator 1"],
            id="another indicator",
        ),
        pytest.param(
            [{}],
            [row("20200101", "20260930")],
            ["from 2026-10-01: authored indicator 1; CMS no edit"],
            id="an edit that ended",
        ),
        pytest.param(
            [],
            [row("20250101", "20251231")],
            ["from 2025-01-01 to 2025-12-31: authored no edit; CMS indicator 1"],
            id="an edit that came and went",
        ),
        pytest.param(
            [{}],
            [],
            ["from 2024-07-01: authored indicator 1; CMS no edit"],
            id="an edit that CMS does not list",
        ),
    ),
)
def test_pairs_compared(
    authored: list[dict[str, str]], rows: list[tuple[str, ...]], expected: list[str], tmp_path: Path
) -> None:
    edits = [
        edit("11111", "22222", int(more.pop("indicator", 1)), **more)
        for more in map(dict, authored)
    ]
    bring_in(tmp_path, write(tmp_path, "ccipra-v323r0-f1.txt", pair_text((FIRST, *rows, LAST))))
    assert compared(tmp_path, corpus(edits)) == [
        f"content/edits.yaml: 11111-22222, practitioner, {line} {SOURCE}" for line in expected
    ]


def authored_code(letter: str = "A", reduction: bool = True, units: int = 4) -> Corpus:
    said = {"sources": ["authored"], "as_of": "2024-07-01"}
    coverage = {
        "medicare-part-b": {
            "status": "active",
            "letter": letter,
            "reduction": reduction,
            "text": "Invented.",
            **said,
        }
    }
    return corpus(
        codes=[
            code(
                "11111",
                coverage=coverage,
                mue=[{"units": units, "adjudication": 3, "setting": "practitioner", **said}],
            )
        ]
    )


def test_mue_and_status_compared(tmp_path: Path) -> None:
    bring_in(
        tmp_path, write(tmp_path, "MCR_MUE_PractitionerServices_Eff_10-01-2026.csv", mue_text())
    )
    bring_in(tmp_path, write(tmp_path, "PPRRVU2026_Oct_nonQPP.csv", pfs_text()))
    assert compared(tmp_path, authored_code()) == []
    assert compared(tmp_path, authored_code("B", reduction=False, units=5)) == [
        (
            "content/codes/11111.yaml: MUE of 11111, practitioner: authored 5 with adjudication"
            " indicator 3; CMS 4 with adjudication indicator 3 (imported:"
            " MCR_MUE_PractitionerServices_Eff_10-01-2026.csv, 2026q4)"
        ),
        (
            "content/codes/11111.yaml: status of 11111: authored B; CMS A (imported:"
            " PPRRVU2026_Oct_nonQPP.csv, 2026q4)"
        ),
        (
            "content/codes/11111.yaml: therapy reduction of 11111: authored, it does not apply; CMS"
            " has multiple-procedure indicator 5 (imported: PPRRVU2026_Oct_nonQPP.csv, 2026q4)"
        ),
    ]


def command(root: Path, *given: object) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["import-cms", "--root", str(root), *map(str, given)])
    return done.exit_code, done.stdout, done.stderr


def test_the_command_imports_and_tells_what_is_there_and_draws_no_bar_into_a_file(
    tmp_path: Path,
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "glossary.yaml").write_text("")
    path = write(tmp_path, "ccipra-v323r0-f1.txt", pair_text((FIRST, row("20200101"), LAST)))
    told = (
        "2026q4 pairs practitioner f1: 3 rows, 00100/00101 to Z9998/Z9999 (ccipra-v323r0-f1.txt)\n0"
        " differences from the authored facts.\n"
    )
    assert command(tmp_path, path) == (0, told, "")
    assert command(tmp_path, "--compare") == (0, told, "")


@pytest.mark.parametrize(
    ("given", "sentence"),
    (
        ((), "Name the files to import"),
        (("--compare",), "Nothing is imported yet"),
        (("gone.txt",), "gone.txt: there is no such file"),
        (
            ("gone.txt", "--quarter", "soon"),
            "--quarter: 'soon' is not a quarter; write it as 2026q4.",
        ),
    ),
)
def test_the_command_says_in_one_line_what_it_needs(
    given: tuple[str, ...], sentence: str, tmp_path: Path
) -> None:
    status, output, errors = command(tmp_path, *given)
    assert (status, output, errors.count("\n")) == (2, "", 1) and sentence in errors
