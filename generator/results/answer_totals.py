"""Tables of answers to sums, in DuckDB.

Of ten million answers no more is in memory than the limit allows, the rest waits on disk.
"""

import glob
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import duckdb

from generator.questions.kinds.marking import Marking
from generator.results.gradebook import GradebookProcess
from generator.results.limits import MANY_LEARNERS, MAX_ANSWER_MS, MAX_PICKS
from generator.results.result_error import ResultError

MEMORY, THREADS = "300MB", 1
MAX_ROWS, MAX_DIFFERENT = 20_000_000, 500_000
"""Of answers, and of different answers, each of which is scored once."""
LONGEST = {"person": 200, "item": 120, "response": MAX_PICKS * 121}
"""Characters that a cell may have."""
COLUMNS = (*LONGEST, "ms")
CSV_BOUNDS = "max_line_size = 2000000, buffer_size = 4000000"
"""Bytes. With DuckDB's own buffer a line without an end takes seconds to refuse."""
KNOWN = "SEMI JOIN (SELECT unnest(?) item) USING (item)"
GROUPS_FEW, GROUPS_MANY = 3, 5
BATCH = 10_000
Scored = dict[str, Any]


class AnswerDatabase:
    """A store of answers in `folder`, asked for sums. Not to be used once `close` was called."""

    def __init__(self, folder: Path, memory: str = MEMORY, threads: int = THREADS) -> None:
        self._folder, self.persons, self.groups = folder, 0, GROUPS_FEW
        self._table = ""
        self._base = duckdb.connect(str(folder / "answers.duckdb"))
        self._base.execute(
            f"SET memory_limit = '{memory}'; SET threads = {threads}; SET temp_directory ="
            f" '{folder / 'spill'}'; SET preserve_insertion_order = false"
        )

    def close(self) -> None:
        """Close the database."""
        self._base.close()

    def take_table(self, path: Path) -> None:
        """A Parquet or CSV file with the columns person, item, response, ms.

        Who is not in it did not take part. Raises `ResultError` for a table that cannot be used.
        """
        reader = (
            "read_parquet(?)"
            if path.suffix.lower() == ".parquet"
            else f"read_csv(?, header = true, all_varchar = true, {CSV_BOUNDS})"
        )
        self._table, name = path.name, [glob.escape(str(path))]
        head = self._base.execute(f"SELECT * FROM {reader} LIMIT 0", name).description
        present = {column[0].lower() for column in head or ()}
        if missing := [column for column in COLUMNS if column not in present]:
            raise ResultError(
                f"{path.name} has no column {' or '.join(missing)}. Its first row names the"
                f" columns, among them {', '.join(COLUMNS)}."
            )
        texts = ", ".join(
            f"CASE WHEN length(CAST({column} AS VARCHAR)) BETWEEN 1 AND {longest}"
            f" THEN CAST({column} AS VARCHAR) END {column}"
            for column, longest in LONGEST.items()
        )
        number = "TRY_CAST(ms AS BIGINT)"
        usable = f"{texts}, CASE WHEN {number} BETWEEN 0 AND {MAX_ANSWER_MS} THEN {number} END ms"
        rows = f"SELECT {usable} FROM {reader} LIMIT {MAX_ROWS + 1}"
        self._base.execute(f"CREATE TABLE raw AS {rows}", name)
        if self._all("SELECT count(*) FROM raw")[0][0] > MAX_ROWS:
            raise ResultError(
                f"{path.name} holds more than {MAX_ROWS:,} answers, which is more than is analyzed"
                " at once. Give it in parts."
            )
        bad = " OR ".join(f"{column} IS NULL" for column in COLUMNS)
        if self._all(f"SELECT 1 FROM raw WHERE {bad} LIMIT 1"):
            self._refuse_row(path, f"SELECT row_number() OVER () AS row, * FROM ({rows})", bad)

        twice = "SELECT person, item FROM raw GROUP BY ALL HAVING count(*) > 1 LIMIT 1"
        for person, item in self._all(twice):
            raise ResultError(
                f"{path.name}: {person} answers {item} more than once; leave one answer of each."
            )

    def _refuse_row(self, path: Path, rows: str, bad: str) -> NoReturn:
        self._base.execute("SET preserve_insertion_order = true")
        wrong = " ".join(f"WHEN {column} IS NULL THEN '{column}'" for column in COLUMNS)
        query = f"SELECT row, CASE {wrong} END FROM ({rows}) WHERE {bad} LIMIT 1"
        row, column = self._base.execute(query, [glob.escape(str(path))]).fetchall()[0]
        usable = (
            f"a text of 1 to {LONGEST[column]:,} characters"
            if column in LONGEST
            else f"whole milliseconds up to {MAX_ANSWER_MS:,}"
        )
        raise ResultError(
            f"{path.name}, row {row} below the head: {column} is not {usable}. Put it right or"
            " leave the row out."
        )

    def named(self, known: Iterable[str]) -> list[str]:
        """Every question of those known that an answer names."""
        query = f"SELECT DISTINCT item FROM raw {KNOWN} ORDER BY item"
        return [name for (name,) in self._base.execute(query, [list(known)]).fetchall()]

    def score(self, keys: dict[str, Marking], process: GradebookProcess) -> None:
        """Score each different answer once, however often it was given.

        Those to questions without a key are left out.
        """
        different = f"SELECT DISTINCT item, response FROM raw {KNOWN}"
        given, count = [list(keys)], f"SELECT count(*) FROM ({different})"
        if self._base.execute(count, given).fetchall()[0][0] > MAX_DIFFERENT:
            raise ResultError(
                f"{self._table} holds more than {MAX_DIFFERENT:,} different answers, which no class"
                " gives. Give it in parts."
            )
        answers = self._base.cursor().execute(f"{different} ORDER BY ALL", given)
        self._read_scores(_scored(keys, process, iter(lambda: answers.fetchmany(BATCH), [])))
        self._base.execute(
            """CREATE TABLE totals AS
            SELECT person, coalesce(sum(points), 0) total, coalesce(sum(whole), 0)::BIGINT whole
            FROM (SELECT DISTINCT person FROM raw)
            LEFT JOIN (raw JOIN scored USING (item, response)) USING (person) GROUP BY person"""
        )
        self.persons = self._all("SELECT count(*) FROM totals")[0][0]
        self.groups = GROUPS_MANY if self.persons >= MANY_LEARNERS else GROUPS_FEW
        middle_rank = f"({self.groups} * (2 * below + same)) // (2 * {self.persons})"
        self._base.execute(
            f"""CREATE TABLE grouped AS
            WITH levels AS (SELECT round(total, 9) level, count(*) same FROM totals GROUP BY 1),
            ranked AS (SELECT level, same, sum(same) OVER (ORDER BY level) - same below FROM levels)
            SELECT person, least({self.groups - 1}, {middle_rank})::INT ability
            FROM totals JOIN ranked ON round(totals.total, 9) = ranked.level"""
        )

    def _read_scores(self, rows: Iterator[Scored]) -> None:
        """By way of a file, which is a thousand times quicker than one by one."""
        path = self._folder / "scored.ndjson"
        with path.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(row) + "\n" for row in rows)
        columns = (
            "{item: 'VARCHAR', response: 'VARCHAR', points: 'DOUBLE', whole: 'BIGINT', picks:"
            " 'VARCHAR[]', meant: 'VARCHAR', chosen: 'VARCHAR'}"
        )
        self._base.execute(
            "CREATE TABLE scored AS SELECT * FROM read_json(?, format = 'newline_delimited',"
            f" columns = {columns})",
            [str(path)],
        )
        path.unlink()

    def sums(self) -> dict[str, Any]:
        """The `AnswerSums` of the page's analysis."""
        sizes = dict(self._all("SELECT ability, count(*) FROM grouped GROUP BY ability"))
        totals = "sum(total), sum(total * total), sum(whole), sum(whole * whole)"
        return {
            "persons": self.persons,
            "groups": [sizes.get(group, 0) for group in range(self.groups)],
            "totals": [float(one or 0) for one in self._all(f"SELECT {totals} FROM totals")[0]],
            "spread": self._all("SELECT whole, count(*) FROM totals GROUP BY whole ORDER BY whole"),
            "items": self._all(
                """SELECT item, count(*), sum(points), sum(points * points), sum(points * total),
                    sum(scored.whole)
                FROM raw JOIN scored USING (item, response) JOIN totals USING (person)
                GROUP BY item ORDER BY item"""
            ),
            "seconds": self._all(
                """SELECT item, ms // 1000, count(*) FROM raw SEMI JOIN scored USING (item)
                GROUP BY ALL ORDER BY ALL"""
            ),
            "picks": self._all(
                """SELECT item, pick, ability, sum(times)::BIGINT
                FROM (SELECT item, unnest(picks) pick, ability, times
                  FROM (SELECT item, response, ability, count(*) times
                    FROM raw JOIN grouped USING (person) GROUP BY ALL)
                  JOIN scored USING (item, response))
                GROUP BY ALL ORDER BY ALL"""
            ),
            "exchanges": self._all(
                """SELECT meant, chosen, sum(times)::BIGINT
                FROM (SELECT item, response, count(*) times FROM raw GROUP BY ALL)
                JOIN scored USING (item, response) WHERE meant IS NOT NULL
                GROUP BY ALL ORDER BY ALL"""
            ),
        }

    def _all(self, query: str) -> list[tuple[Any, ...]]:
        return self._base.execute(query).fetchall()


def _scored(
    keys: dict[str, Marking],
    process: GradebookProcess,
    batches: Iterable[list[tuple[str, ...]]],
) -> Iterator[Scored]:
    for batch in batches:
        given = [(item, response.split(" ")) for item, response in batch]
        asked = {"markings": tuple(keys.values()), "answers": given}
        for (item, response), found in zip(batch, process.request("scores", asked), strict=True):
            meant, chosen = (found and found["exchange"]) or (None, None)
            yield {
                "item": item,
                "response": response,
                "points": found["points"] if found else 0,
                "whole": int(bool(found and found["right"])),
                "picks": found["picks"] if found else [],
                "meant": meant,
                "chosen": chosen,
            }


def table_problem(problem: duckdb.Error) -> str:
    """Why a table cannot be read, and the remedy."""
    if isinstance(problem, duckdb.OutOfMemoryException | duckdb.IOException):
        return "there is not enough room to analyze it; make room in the folder for temporary files"
    line = re.search(r"CSV Error on Line: (\d+)", str(problem))
    if line:
        return f"line {line[1]} is not CSV in UTF-8; save the table anew"
    return "it is damaged or not what its name says; save the table anew"
