"""The files to read: a path as it is, or the ones in an archive that are CMS tables."""

import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from generator.cms.import_error import CmsImportError

TEXT, SHEET = (".txt", ".csv"), (".xlsx",)
TABLE_NAME = re.compile(r"cci(pra|oph)|ptp|mue|pprrvu", re.IGNORECASE)
MOST_BYTES = 2 << 30  # a published part has about 60 MB
MOST_SWELLING = 250  # a table swells about twentyfold, a bomb a thousandfold
SMALL = 16 << 20
AGAIN = "download it again from cms.gov"


@dataclass(frozen=True)
class ArchiveMember:
    """One table to read; `inner` is its name in the archive at `path`."""

    path: Path
    inner: str | None
    size: int

    @property
    def name(self) -> str:
        """How messages call it."""
        return f"{self.path.name}/{self.inner}" if self.inner else self.path.name

    @property
    def file(self) -> str:
        return PurePosixPath(self.inner).name if self.inner else self.path.name

    @property
    def is_sheet(self) -> bool:
        return self.file.lower().endswith(SHEET)

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Its bytes, from the start; those of a sheet can be read in any order."""
        if self.inner is None:
            with self.path.open("rb") as stream:
                yield stream
            return
        with zipfile.ZipFile(self.path) as archive, archive.open(self.inner) as stream:
            if not self.is_sheet:
                yield stream
                return
            with tempfile.TemporaryFile() as copy:
                shutil.copyfileobj(stream, copy)
                copy.seek(0)
                yield copy


def archive_members(path: Path) -> tuple[ArchiveMember, ...]:
    """The tables at `path`.

    Refuses what is no table, what is damaged, and what would swell beyond measure.
    """
    suffix = path.suffix.lower()
    if not path.is_file():
        raise CmsImportError(
            path.name, None, "there is no such file", "give the path of a file from cms.gov"
        )
    if suffix == ".zip":
        return _archived(path)
    if suffix not in TEXT + SHEET:
        raise CmsImportError(
            path.name,
            None,
            f"'{suffix}' is not a form CMS publishes these tables in",
            "give the .zip, .txt, .csv or .xlsx",
        )
    if suffix in SHEET:
        _measured(path)
    elif not _ends_with_a_line(path):
        raise CmsImportError(
            path.name,
            None,
            "its last line does not end, so it was cut short",
            f"{AGAIN}, or give the .zip itself",
        )
    return (ArchiveMember(path, None, path.stat().st_size),)


def _ends_with_a_line(path: Path) -> bool:
    """A bare file has no checksum as an archive has.

    One cut short almost always ends within a line. (Text in 16 bits is told later.)
    """
    with path.open("rb") as stream:
        stream.seek(max(path.stat().st_size - 1, 0))
        return stream.read(1) in (b"\n", b"\r", b"\0")


def _archived(path: Path) -> tuple[ArchiveMember, ...]:
    found = [info for info in _measured(path) if _is_table(info.filename)]
    if not found:
        raise CmsImportError(
            path.name,
            None,
            "no table of CMS is in it",
            "give an archive with pair (ccipra, ccioph), MUE or PPRRVU files",
        )
    stems = {
        info.filename.rpartition(".")[0].lower()
        for info in found
        if info.filename.lower().endswith(TEXT)
    }
    kept = [
        info
        for info in found
        if info.filename.lower().endswith(TEXT)
        or info.filename.rpartition(".")[0].lower() not in stems
    ]
    if any("nonqpp" in info.filename.lower() for info in kept):
        kept = [info for info in kept if not re.search(r"(?<!non)qpp", info.filename.lower())]
    return tuple(
        ArchiveMember(path, info.filename, info.file_size)
        for info in sorted(kept, key=lambda info: info.filename)
    )


def _is_table(name: str) -> bool:
    file = PurePosixPath(name)
    fixed_width = file.suffix.lower() == ".txt" and "pprrvu" in file.name.lower()
    hidden = file.name.startswith(".") or "__MACOSX" in name
    return (
        file.suffix.lower() in TEXT + SHEET
        and bool(TABLE_NAME.search(file.name))
        and not fixed_width
        and not hidden
    )


def _measured(path: Path) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as problem:
        raise CmsImportError(
            path.name, None, f"it is damaged or cut short ({problem})", AGAIN
        ) from problem
    for info in infos:
        swells = info.file_size > SMALL and info.file_size > MOST_SWELLING * max(
            info.compress_size, 1
        )
        if swells or info.file_size > MOST_BYTES:
            problem = (
                f"{info.filename} would swell from {info.compress_size:,} to {info.file_size:,}"
                " bytes"
            )
            raise CmsImportError(path.name, None, problem, "no file of CMS does; " + AGAIN)
    return infos
