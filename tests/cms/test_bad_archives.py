"""Damaged, strange and oversized archives and sheets are refused."""

from pathlib import Path

import pytest

from tests.cms.made import (
    PAIR_HEADER,
    PAIRS,
    archive,
    pair_text,
    sheet,
    write,
)
from tests.cms.test_refusals import GOOD, PTP, refused


def cut(folder: Path) -> Path:
    whole = archive(folder / "whole.zip", {PTP: pair_text()}).read_bytes()
    return write(folder, "ccipra-v323r0-f1.zip", whole[: len(whole) // 2])


def bent(folder: Path) -> Path:
    raw = bytearray(archive(folder / "whole.zip", {PTP: pair_text()}).read_bytes())
    raw[120] ^= 0xFF
    return write(folder, "ccipra-v323r0-f1.zip", bytes(raw))


def bomb(folder: Path) -> Path:
    return archive(folder / "ccipra-v323r0-f1.zip", {PTP: bytes(64 << 20)})


def sheet_bomb(folder: Path) -> Path:
    return archive(folder / "ccipra-v323r0-f1.xlsx", {"xl/worksheets/sheet1.xml": bytes(64 << 20)})


def strange(folder: Path) -> Path:
    return archive(folder / "ccipra-v323r0-f1.zip", {"holiday.txt": "x"})


def cut_sheet(folder: Path) -> Path:
    whole = sheet((*PAIR_HEADER, *PAIRS))
    return write(folder, "ccipra-v323r0-f1.xlsx", whole[: len(whole) - 300])


def no_sheet(folder: Path) -> Path:
    return archive(folder / "ccipra-v323r0-f1.xlsx", {"mimetype": "x"})


def wrong_sheet(folder: Path) -> Path:
    return write(
        folder,
        "ccipra-v323r0-f1.xlsx",
        sheet((*PAIR_HEADER, GOOD, (*GOOD[:3], "soon", *GOOD[4:]))),
    )


def cut_sheet_within(folder: Path) -> Path:
    return archive(
        folder / "ccipra-v323r0-f1.zip",
        {"ccipra-v323r0-f1.xlsx": sheet((*PAIR_HEADER, *PAIRS))[:-300]},
    )


BAD_ARCHIVES = {
    made.__name__: made
    for made in (
        cut,
        bent,
        bomb,
        sheet_bomb,
        strange,
        cut_sheet,
        no_sheet,
        wrong_sheet,
        cut_sheet_within,
    )
}


@pytest.mark.parametrize("name", BAD_ARCHIVES)
def test_refused_is_an_archive_or_sheet_that_is(name: str, stocked: Path) -> None:
    said = refused(stocked, BAD_ARCHIVES[name](stocked))
    assert said.startswith("ccipra-v323r0-f1.")
    assert name != "wrong_sheet" or ".xlsx:8: 11111 and 22222" in said
    assert "bomb" not in name or "would swell" in said


def test_refused_is_an_archive_that_asks_for_a_password(stocked: Path) -> None:
    raw = archive(stocked / "whole.zip", {PTP: pair_text()}).read_bytes()
    local, central = raw.index(b"PK\x03\x04"), raw.index(b"PK\x01\x02")
    marked = bytearray(raw)
    marked[local + 6] |= 1
    marked[central + 8] |= 1
    assert "password" in refused(stocked, write(stocked, "ccipra-v323r0-f1.zip", bytes(marked)))
