"""The files to read: a path as it is, or the ones in an archive that are CMS tables."""

import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from generator.cms.import_error import AGAIN, CmsImportError

TEXT, SHEET = (".txt", ".csv"), (".xlsx",)
TABLE_NAME = re.compile(r"cci(pra|oph)|ptp|mue|pprrvu", re.IGNORECASE)
QPP = re.compile(r"(?<!non)qpp")
MOST_BYTES = 2 << 30  # a published part has about 60 MB
MOST_SWELLING = 250  # a table swells about twentyfold, a bomb a thousandfold
SMALL = 16 << 20


@dataclass(frozen=True)
class ArchiveMember:
    """One table to read; `inner` is its name in the archive at `path`."""

    path: Path
    inner: str | None
    size: int

    @property
    def name(self) -> str:
        """What messages call it."""
        return f"{self.path.name}/{self.inner}" if self.inner else self.path.name

    @property
    def file(self) -> str:
        """The name of the table's own file."""
        return PurePosixPath(self.inner).name if self.inner else self.path.name

    @property
    def is_sheet(self) -> bool:
        """Whether it is a spreadsheet."""
        return self.file.lower().endswith(SHEET)

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """Its bytes; those of a sheet can be read in any order."""
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
    """The tables at `path`; raises `CmsImportError` where it is none, damaged or a bomb."""
    suffix = path.suffix.lower()
    if not path.is_file():
        raise CmsImportError(
            path.name, "there is no such file", "give the path of a file from cms.gov"
        )
    if suffix == ".zip":
        return _archived(path)
    if suffix not in TEXT + SHEET:
        raise CmsImportError(
            path.name,
            f"'{suffix}' is not a form CMS publishes these tables in",
            "give the .zip, .txt, .csv or .xlsx",
        )
    if suffix in SHEET:
        _measured(path)
    elif not _ends_with_a_line(path):
        raise CmsImportError(
            path.name,
            "its last line does not end, so it was cut short",
            f"{AGAIN}, or give the .zip itself",
        )
    return (ArchiveMember(path, None, path.stat().st_size),)


def _ends_with_a_line(path: Path) -> bool:
    """A bare file has no checksum; one cut short almost always ends within a line.

    Text in 16 bits is refused later.
    """
    with path.open("rb") as stream:
        stream.seek(max(path.stat().st_size - 1, 0))
        return stream.read(1) in (b"\n", b"\r", b"\0")


def _archived(path: Path) -> tuple[ArchiveMember, ...]:
    found = [info for info in _measured(path) if _is_table(info.filename)]
    if not found:
        raise CmsImportError(
            path.name,
            "no table of CMS is in it",
            "give an archive with pair (ccipra, ccioph), MUE or PPRRVU files",
        )
    names = {info.filename.lower(): info for info in found}
    texts = {name.rpartition(".")[0] for name in names if name.endswith(TEXT)}
    names = {
        name: info
        for name, info in names.items()
        if name.endswith(TEXT) or name.rpartition(".")[0] not in texts
    }
    if any("nonqpp" in name for name in names):
        names = {name: info for name, info in names.items() if not QPP.search(name)}
    chosen = sorted(names.values(), key=lambda info: info.filename)
    return tuple(ArchiveMember(path, info.filename, info.file_size) for info in chosen)


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
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise CmsImportError(path.name, f"it is damaged or cut short ({error})", AGAIN) from error
    for info in infos:
        most = max(SMALL, MOST_SWELLING * max(info.compress_size, 1))
        if info.file_size > min(most, MOST_BYTES):
            problem = (
                f"{info.filename} would swell from {info.compress_size:,} to {info.file_size:,}"
                " bytes"
            )
            raise CmsImportError(path.name, problem, "no file of CMS does; " + AGAIN)
    return infos
