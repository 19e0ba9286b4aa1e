"""Result files, sealed ones, keys and tables, sound and to be made hostile."""

import io
import json
from typing import Any

from tests.hostile.cases import Content
from tests.hostile.projects import project

ITEMS = ("calf-in-spasm", "what-is-true-of-massage")


def result(number: int = 1, name: str = "Sound Learner", **changes: Any) -> dict[str, Any]:
    """A sound result of the small project's assignment."""
    return {
        "format": "rightcode-result",
        "version": 1,
        "id": f"11111111-1111-4111-8111-{number:012x}",
        "assignment": {"id": "first-week", "title": "The first week", "items": list(ITEMS)},
        "learner": {"name": name, "id": f"s-{number}"},
        "attempt": 1,
        "started": "2026-03-02T09:00:00Z",
        "finished": "2026-03-02T09:10:00.000Z",
        "site": {"as_of": "2026-01-01"},
        "answers": [
            {
                "item": item,
                "version": version,
                "digest": "0123456789ab",
                "response": response,
                "started": "2026-03-02T09:00:01Z",
                "ms": 20_000,
                "confidence": "sure",
            }
            for item, version, response in (
                (ITEMS[0], 1, ["97124"]),
                (ITEMS[1], 2, ["timed", "one-on-one"]),
            )
        ],
        **changes,
    }


def raw(value: object) -> bytes:
    """As the page saves it."""
    return json.dumps(value).encode()


SOUND = {"r/000-sound.json": raw(result()), "r/zzz-sound.json": raw(result(2, "Last Learner"))}
"""Two sound files, one read before all others and one after."""


def room() -> dict[str, Content]:
    """The project and the two sound files."""
    return {**project(), **SOUND}


def table_file(kind: str, query: str) -> bytes:
    """A CSV or Parquet file of a query."""
    import tempfile
    from pathlib import Path

    import duckdb

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t"
        duckdb.sql(f"COPY ({query}) TO '{path}' ({'FORMAT parquet' if kind == 'parquet' else 'HEADER'})")
        return path.read_bytes()


def zipped(files: dict[str, bytes], level: int = 9) -> bytes:
    """A zip."""
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()
