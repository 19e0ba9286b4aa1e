"""Writing the store: a copy is changed and replaces the old one in one step, or is deleted."""

import os
import shutil
import sqlite3
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import astuple
from datetime import date
from pathlib import Path

from generator.cms.edit_rows import Batch, EditPeriod
from generator.cms.file_names import Quarter
from generator.cms.import_error import CmsImportError
from generator.cms.store_schema import SCHEMA, VERSION, Kind

RENEW = "remove the folder .rightcode/cms and import the files again"


class Draft:
    """The copy, open for writing; it counts when `open_draft` ends without an exception."""

    def __init__(self, database: sqlite3.Connection, today: date) -> None:
        self.database = database
        self.today = today
        self.spans = {
            EditPeriod(*span): number for number, *span in database.execute("SELECT * FROM spans")
        }

    def start(self, kind: Kind, setting: str, quarter: Quarter, part: int, name: str) -> int:
        """The id of a new file; an earlier import of the same is deleted."""
        key = (kind, setting, str(quarter), part)
        old = self.database.execute(
            "SELECT id FROM files WHERE (kind, setting, quarter, part) = (?, ?, ?, ?)", key
        ).fetchone()
        for table, column in (
            ("runs", "file"),
            ("ceilings", "file"),
            ("statuses", "file"),
            ("files", "id"),
        ):
            self.database.execute(f"DELETE FROM {table} WHERE {column} = ?", old or (0,))
        values = (*key, name, 0, self.today.isoformat())
        statement = (
            "INSERT INTO files (kind, setting, quarter, part, name, rows, imported) VALUES (?, ?,"
            " ?, ?, ?, ?, ?)"
        )
        return self.database.execute(statement, values).lastrowid or 0

    def add_pairs(self, file: int, batches: Iterable[Batch]) -> int:
        """How many rows there were. Each batch is written before the next is asked for."""
        total = serial = 0
        first = last = None
        for batch in batches:
            if not batch.column1:
                continue
            runs = list(_runs(file, serial, batch))
            self.database.executemany("INSERT INTO runs VALUES (?, ?, ?, ?, ?)", runs)
            serial += len(runs)
            total += len(batch.column1)
            first = min(first or "~", f"{batch.column1[0]} {batch.column2[0]}")
            last = max(last or "", f"{batch.column1[-1]} {batch.column2[-1]}")
        self.database.execute(
            "UPDATE files SET first = ?, last = ? WHERE id = ?", (first, last, file)
        )
        return total

    def add_rows(self, table: str, file: int, rows: Iterable[tuple[object, ...]]) -> None:
        """A code and two values of it in each row, for the table of ceilings or of statuses."""
        self.database.executemany(
            f"INSERT INTO {table} VALUES (?, ?, ?, ?)", ((file, *row) for row in rows)
        )

    def finish(self, file: int, rows: int, oldest_end: int | None = None) -> None:
        """Record how many rows there were, and the earliest deletion date."""
        self.database.execute(
            "UPDATE files SET rows = ?, oldest_end = ? WHERE id = ?", (rows, oldest_end, file)
        )

    def save_spans(self) -> None:
        """Write the periods that are new."""
        rows = ((number, *astuple(span)) for span, number in self.spans.items())
        self.database.executemany("INSERT OR IGNORE INTO spans VALUES (?, ?, ?, ?, ?)", rows)


def _runs(file: int, serial: int, batch: Batch) -> Iterator[tuple[int, str, int, str, bytes]]:
    """The batch is sorted, so each column 1 code ends where bisection finds it to."""
    start = 0
    while start < len(batch.column1):
        code = batch.column1[start]
        end = bisect_right(batch.column1, code, start)
        yield (
            file,
            code,
            serial,
            "".join(batch.column2[start:end]),
            batch.spans[start:end].tobytes(),
        )
        start, serial = end, serial + 1


@contextmanager
def open_draft(store: Path, today: date) -> Iterator[Draft]:
    """A draft that replaces `store` at the end; an exception leaves the store as it was."""
    store.parent.mkdir(parents=True, exist_ok=True)
    with _exclusive_lock(store):
        copy = store.with_name("draft.sqlite")
        copy.unlink(missing_ok=True)
        try:
            with closing(_open_copy(store, copy)) as database:
                draft = Draft(database, today)
                yield draft
                draft.save_spans()
                database.execute("COMMIT")
            _replace_store(copy, store)
        except sqlite3.Error as problem:
            raise CmsImportError(
                store.name,
                f"the store cannot be written ({problem})",
                f"make room on the disk, or {RENEW}",
            ) from problem
        finally:
            copy.unlink(missing_ok=True)


def _open_copy(store: Path, copy: Path) -> sqlite3.Connection:
    fresh = not store.exists()
    if not fresh:
        shutil.copyfile(store, copy)
    database = sqlite3.connect(copy, isolation_level=None)
    database.execute("PRAGMA journal_mode = OFF")  # a copy that breaks is thrown away
    database.execute("PRAGMA synchronous = OFF")
    if fresh:
        database.executescript(SCHEMA + f"PRAGMA user_version = {VERSION};")
    elif database.execute("PRAGMA user_version").fetchone() != (VERSION,):
        database.close()
        raise CmsImportError(
            store.name, "the store was made by another version of RightCode", RENEW
        )
    database.execute("BEGIN")
    return database


def _replace_store(copy: Path, store: Path) -> None:
    with copy.open("rb+") as written:
        os.fsync(written.fileno())
    os.replace(copy, store)


@contextmanager
def _exclusive_lock(store: Path) -> Iterator[None]:
    """Hold a lock that ends with the process, however that ends."""
    with closing(
        sqlite3.connect(store.with_name("lock.sqlite"), timeout=0, isolation_level=None)
    ) as lock:
        try:
            lock.execute("PRAGMA journal_mode = MEMORY")
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as problem:
            raise CmsImportError(
                store.name, "another import is running", "wait until it has ended"
            ) from problem
        yield
