"""Archives whose bytes depend on nothing but what is in them and a day."""

import io
import os
import zipfile
from collections.abc import Mapping
from datetime import date

EARLIEST = date(1980, 1, 1)


def archive(
    files: Mapping[str, bytes], day: date, first: tuple[str, ...] = (), compressed: bool = True
) -> bytes:
    """A zip of the files by name, those in `first` before the others, all stamped with `day`."""
    out = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    with zipfile.ZipFile(out, "w", method) as packed:
        for name in (*first, *sorted(set(files) - set(first))):
            packed.writestr(_entry(name, day, method), files[name])
    return out.getvalue()


def source_date() -> int:
    """The moment of the source in seconds since 1970, as a publisher sets it; 0 where none is set.

    https://reproducible-builds.org/specs/source-date-epoch/
    """
    text = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(text) if text.isdecimal() else 0


def _entry(name: str, day: date, method: int) -> zipfile.ZipInfo:
    stamped = max(day, EARLIEST)
    entry = zipfile.ZipInfo(name, (stamped.year, stamped.month, stamped.day, 0, 0, 0))
    entry.compress_type, entry.create_system, entry.external_attr = method, 3, 0o644 << 16
    return entry


def unpacked(content: bytes) -> dict[str, bytes]:
    """The files of a zip by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}
