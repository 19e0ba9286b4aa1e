"""Tables of answers to sums, in DuckDB.

Of ten million answers no more is in memory than the limit allows, the rest waits on disk.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from generator.questions.kinds.marking import Marking
from generator.results.gradebook import GradebookProcess
from generator.results.limits import MANY_LEARNERS

MEMORY, THREADS = "1GB", 1
GROUPS_FEW, GROUPS_MANY = 3, 5
BATCH = 10_000
Scored = dict[str, Any]


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

    def named(self) -> list[str]:
        """Every question that an answer names."""
        return [name for (name,) in self._all("SELECT DISTINCT item FROM raw ORDER BY item")]

    def score(self, keys: dict[str, Marking], process: GradebookProcess) -> None:
        """Score each different answer once, however often it was given.

        Those to questions without a key are left out.
        """
        distinct = self._all("SELECT DISTINCT item, response FROM raw ORDER BY ALL")
        self._read_scores(_scored(keys, process, [one for one in distinct if one[0] in keys]))
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
    keys: dict[str, Marking], process: GradebookProcess, answers: list[tuple[str, ...]]
) -> Iterator[Scored]:
    for start in range(0, len(answers), BATCH):
        batch = answers[start : start + BATCH]
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
