"""What the imported files say of a pair, a code's ceiling and a code's status."""

import sqlite3
from array import array
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Self

from generator.cms.edit_rows import EditPeriod, as_date
from generator.cms.file_names import Quarter
from generator.cms.import_error import CmsImportError
from generator.cms.store_schema import VERSION, ImportedFile, Kind
from generator.cms.store_writer import RENEW
from generator.facts.base import Period
from generator.facts.codes import Mue, Setting
from generator.facts.registers import Edit


@dataclass(frozen=True)
class Status:
    """A code's status indicator and multiple-procedure indicator (5: the therapy reduction)."""

    letter: str
    reduction: str
    file: ImportedFile


class Store:
    """Read-only; use it in a `with`."""

    def __init__(self, path: Path) -> None:
        try:
            self._database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
            version = self._database.execute("PRAGMA user_version").fetchone()
        except sqlite3.DatabaseError as problem:
            raise CmsImportError(
                path.name, f"the store cannot be read ({problem})", RENEW
            ) from problem
        if version != (VERSION,):
            raise CmsImportError(
                path.name, "the store was made by another version of RightCode", RENEW
            )
        rows = self._database.execute("SELECT * FROM files ORDER BY kind, setting, quarter, part")
        self.files = tuple(map(_file, rows))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def quarters(self, kind: Kind, setting: str) -> tuple[Quarter, ...]:
        """The quarters imported, oldest first."""
        files = (file for file in self.files if (file.kind, file.setting) == (kind, setting))
        return tuple(sorted({file.quarter for file in files}))

    def newest(self, kind: Kind, setting: str) -> Quarter | None:
        """The last quarter imported."""
        return max(self.quarters(kind, setting), default=None)

    def of(self, kind: Kind, setting: str, quarter: Quarter) -> tuple[ImportedFile, ...]:
        """The imported parts of a table."""
        return tuple(
            file
            for file in self.files
            if (file.kind, file.setting, file.quarter) == (kind, setting, quarter)
        )

    def edits(self, setting: Setting, quarter: Quarter, codes: Collection[str]) -> tuple[Edit, ...]:
        """Every edit of a table between two of `codes`, by code, indicator 9 included."""
        found = {
            (column1, column2, span): file
            for file in self.of("pairs", setting, quarter)
            for column1, column2, span in self._spans(file, frozenset(codes))
        }
        return tuple(
            _edit(column1, column2, span, setting, found[column1, column2, span])
            for column1, column2, span in sorted(
                found, key=lambda row: (*row[:2], row[2].started, row[2].ended or 0)
            )
        )

    def ceilings(self, setting: str, quarter: Quarter, codes: Collection[str]) -> dict[str, Mue]:
        """MUEs by code; the model has none for suppliers, so `setting` is one of its two."""
        return {
            code: Mue(
                units=units,
                adjudication=adjudication,
                setting=setting,
                sources=(file.source_id,),
                as_of=quarter.first,
                effective=Period.between(quarter.first, quarter.last),
            )
            for file in self.of("mue", setting, quarter)
            for code, units, adjudication in self._rows(
                "SELECT code, units, adjudication FROM ceilings", "code", file, codes
            )
        }

    def statuses(self, quarter: Quarter, codes: Collection[str]) -> dict[str, Status]:
        """Statuses by code."""
        return {
            code: Status(letter, reduction, file)
            for file in self.of("status", "", quarter)
            for code, letter, reduction in self._rows(
                "SELECT code, letter, reduction FROM statuses", "code", file, codes
            )
        }

    def _spans(
        self, file: ImportedFile, codes: frozenset[str]
    ) -> Iterator[tuple[str, str, EditPeriod]]:
        spans = {
            number: EditPeriod(*span)
            for number, *span in self._database.execute("SELECT * FROM spans")
        }
        for column1, joined, numbers in self._rows(
            "SELECT column1, codes, spans FROM runs", "column1", file, codes
        ):
            for index, number in enumerate(array("I", numbers)):
                column2 = joined[index * 5 : index * 5 + 5]
                if column2 in codes:
                    yield column1, column2, spans[number]

    def _rows(
        self, select: str, column: str, file: ImportedFile, codes: Collection[str]
    ) -> Iterator[tuple[Any, ...]]:
        wanted = sorted(codes)
        marks = ", ".join("?" * len(wanted))
        yield from self._database.execute(
            f"{select} WHERE file = ? AND {column} IN ({marks})", (file.id, *wanted)
        )


def _file(row: tuple[Any, ...]) -> ImportedFile:
    values = dict(zip(ImportedFile.__dataclass_fields__, row, strict=True))
    return ImportedFile(
        **values
        | {
            "quarter": Quarter.read(values["quarter"]),
            "imported": date.fromisoformat(values["imported"]),
        }
    )


def _edit(
    column1: str, column2: str, span: EditPeriod, setting: Setting, file: ImportedFile
) -> Edit:
    """An edit with a star has no known first day; one deleted before it began ends that day."""
    started = as_date(span.started)
    ended = max(as_date(span.ended), started) if span.ended else None
    indicator = 9 if span.ended and span.ended < span.started else span.indicator
    return Edit(
        column1=column1,
        column2=column2,
        indicator=indicator,
        setting=setting,
        sources=(file.source_id,),
        as_of=file.quarter.first,
        effective=Period.between(None if span.before_1996 else started, ended),
    )
