"""Files as one archive: sorted, dated by the facts, so that the same files give the same bytes."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date

EARLIEST = date(1980, 1, 1)


def zipped(files: Mapping[str, bytes], as_of: date) -> bytes:
    """A zip whose entries carry the day as of which the facts were judged."""
    day = max(as_of, EARLIEST)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for path, content in sorted(files.items()):
            entry = zipfile.ZipInfo(path, (min(day.year, 2107), day.month, day.day, 0, 0, 0))
            entry.external_attr, entry.create_system = 0o644 << 16, 3
            packed.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
