"""Answers to sums, in DuckDB.

Of ten million answers no more is in memory than the limit allows, the rest waits on disk.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from generator.questions.kinds.marking import Marking, Score
from generator.results.limits import MANY_LEARNERS
from generator.results.scoring import score

MEMORY, THREADS = "1GB", 1
GROUPS_FEW, GROUPS_MANY = 3, 5
NOT_OFFERED = Score(False, 0, ())
PARTS = " "
"""Between the picks of a response: no pick holds a space."""


class RawAnswer(NamedTuple):
    """One learner's answer to one question; `response` is its picks, parted by spaces."""

    person: str
    item: str
    response: str
    ms: int


class ItemSums(NamedTuple):
    """Over the answers to one item; `products` are points times the learner's total."""

    answers: int = 0
    points: float = 0
    squares: float = 0
    products: float = 0
    right: float = 0


class ClassSums(NamedTuple):
    """Over the learners: points, answers wholly right, and their squares."""

    points: float
    squares: float
    right: float
    right_squares: float


class AnswerDatabase:
    """A store of answers in `folder`, asked for sums. Not to be used once `close` was called."""

    def __init__(self, folder: Path, memory: str = MEMORY, threads: int = THREADS) -> None:
        self._folder, self.persons, self.groups = folder, 0, GROUPS_FEW
        self._base = duckdb.connect(str(folder / "answers.duckdb"))
        self._base.execute(
            f"SET memory_limit = '{memory}'; SET threads = {threads}; SET temp_directory ="
            f" '{folder / 'spill'}'; SET preserve_insertion_order = false"
        )

    def close(self) -> None:
        """Close the database."""
        self._base.close()

    def take(self, answers: Iterable[RawAnswer], persons: Iterable[str]) -> None:
        """Answers one by one; `persons` are all who took part, those too who gave none."""
        columns = "{person: 'VARCHAR', item: 'VARCHAR', response: 'VARCHAR', ms: 'BIGINT'}"
        self._read("raw", columns, (answer._asdict() for answer in answers))
        self._read("persons", "{person: 'VARCHAR'}", ({"person": person} for person in persons))

    def take_table(self, path: Path) -> None:
        """A Parquet or CSV file with the columns person, item, response, ms.

        Who is not in it did not take part.
        """
        reader = (
            "read_parquet(?)"
            if path.suffix == ".parquet"
            else "read_csv(?, header = true, all_varchar = true)"
        )
        chosen = "CAST(person AS VARCHAR) person, item, response, CAST(ms AS BIGINT) ms"
        self._base.execute(f"CREATE TABLE raw AS SELECT {chosen} FROM {reader}", [str(path)])
        self._base.execute("CREATE TABLE persons AS SELECT DISTINCT person FROM raw")

    def named(self) -> list[str]:
        """Every question that an answer names."""
        return [name for (name,) in self._all("SELECT DISTINCT item FROM raw ORDER BY item")]

    def _read(self, table: str, columns: str, rows: Iterable[Mapping[str, object]]) -> None:
        """Rows by way of a file, which is a thousand times quicker than one by one."""
        path = self._folder / f"{table}.ndjson"
        with path.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(row) + "\n" for row in rows)
        self._base.execute(
            f"CREATE TABLE {table} AS SELECT * FROM read_json(?, format = 'newline_delimited',"
            f" columns = {columns})",
            [str(path)],
        )
        path.unlink()

    def score(self, keys: Mapping[str, Marking]) -> None:
        """Each different answer is scored once, however often it was given.

        Those to questions without a key are left out.
        """
        distinct = self._base.execute(
            "SELECT DISTINCT item, response FROM raw ORDER BY ALL"
        ).fetchall()
        columns = (
            "{item: 'VARCHAR', response: 'VARCHAR', points: 'DOUBLE', whole: 'BIGINT', picks:"
            " 'VARCHAR[]', meant: 'VARCHAR', chosen: 'VARCHAR'}"
        )
        self._read("scored", columns, _scored(keys, distinct))
        self._base.execute(
            """CREATE TABLE totals AS
            SELECT person, coalesce(sum(points), 0) total, coalesce(sum(whole), 0)::BIGINT whole
            FROM persons LEFT JOIN (raw JOIN scored USING (item, response)) USING (person)
            GROUP BY person"""
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

    def totals(self) -> ClassSums:
        """The sums over learners."""
        sums = "sum(total), sum(total * total), sum(whole), sum(whole * whole)"
        return ClassSums(*(float(one or 0) for one in self._all(f"SELECT {sums} FROM totals")[0]))

    def spread(self) -> list[tuple[int, int]]:
        """How many learners have how many answers wholly right."""
        return self._all("SELECT whole, count(*) FROM totals GROUP BY whole ORDER BY whole")

    def items(self) -> dict[str, ItemSums]:
        """By item the sums over its answers."""
        rows = self._all(
            """SELECT item, count(*), sum(points), sum(points * points), sum(points * total),
                sum(scored.whole)
            FROM raw JOIN scored USING (item, response) JOIN totals USING (person)
            GROUP BY item ORDER BY item"""
        )
        return {item: ItemSums(*sums) for item, *sums in rows}

    def seconds(self) -> dict[str, list[tuple[float, int]]]:
        """By item how many answers took how many seconds."""
        found: dict[str, list[tuple[float, int]]] = {}
        for item, second, times in self._all(
            "SELECT item, ms // 1000, count(*) FROM raw SEMI JOIN scored USING (item) GROUP BY ALL"
            " ORDER BY ALL"
        ):
            found.setdefault(item, []).append((float(second), times))
        return found

    def group_sizes(self) -> dict[int, int]:
        """How many learners each ability group has."""
        return dict(
            self._all("SELECT ability, count(*) FROM grouped GROUP BY ability ORDER BY ability")
        )

    def picks(self) -> list[tuple[str, str, int, int]]:
        """Item, pick, ability group, and how many of the group chose it."""
        return self._all(
            """SELECT item, pick, ability, sum(times)::BIGINT
            FROM (SELECT item, unnest(picks) pick, ability, times
              FROM (SELECT item, response, ability, count(*) times
                FROM raw JOIN grouped USING (person) GROUP BY ALL)
              JOIN scored USING (item, response))
            GROUP BY ALL ORDER BY ALL"""
        )

    def exchanges(self) -> list[tuple[str, str, int]]:
        """What was right, what was chosen, how often."""
        return self._all(
            "SELECT meant, chosen, sum(times)::BIGINT FROM (SELECT item, response, count(*) times"
            " FROM raw GROUP BY ALL) JOIN scored USING (item, response) WHERE meant IS NOT NULL"
            " GROUP BY ALL ORDER BY ALL"
        )

    def _all(self, query: str) -> list[tuple[Any, ...]]:
        return self._base.execute(query).fetchall()


def _scored(
    keys: Mapping[str, Marking], answers: Iterable[tuple[str, str]]
) -> Iterator[dict[str, object]]:
    for item, response in answers:
        if item not in keys:
            continue
        found = score(keys[item], tuple(response.split(PARTS))) or NOT_OFFERED
        meant, chosen = found.exchange or (None, None)
        yield {
            "item": item,
            "response": response,
            "points": found.points,
            "whole": int(found.right),
            "picks": found.picks,
            "meant": meant,
            "chosen": chosen,
        }
