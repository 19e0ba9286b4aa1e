"""What was true on a date of service, here and in the browser."""

import json
import subprocess
from datetime import date, timedelta
from pathlib import Path
from random import Random

import deno
import pytest

from generator.billing.as_of import facts_in_effect
from generator.build.browser_facts import facts_script
from generator.facts.corpus import Corpus

ROOT = Path(__file__).parents[2]
MEDICARE = "medicare-part-b"


def on(corpus: Corpus, day: str, *codes: str, payer: str = MEDICARE) -> dict:
    return facts_in_effect(corpus, date.fromisoformat(day), payer, codes)


def states(corpus: Corpus, day: str, *codes: str) -> dict[str, str]:
    return {entry["code"]: entry["state"] for entry in on(corpus, day, *codes)["codes"]}


@pytest.mark.parametrize(
    ("day", "state"),
    [("2025-12-31", "not-yet"), ("2026-01-01", "active"), ("2026-10-01", "active")],
)
def test_a_new_code_begins_on_its_first_day(corpus: Corpus, day: str, state: str) -> None:
    assert states(corpus, day, "98979") == {"98979": state}


def test_a_deleted_code_ended_on_its_last_day_and_names_what_followed(corpus: Corpus) -> None:
    assert states(corpus, "2016-12-31", "97001") == {"97001": "undated"}
    (entry,) = on(corpus, "2017-01-01", "97001")["codes"]
    assert entry["state"] == "ended" and "97161" in entry["replacedBy"]


def test_a_threshold_belongs_to_its_year(corpus: Corpus) -> None:
    def thresholds(day: str) -> set[float]:
        return {
            value["amount"] for value in on(corpus, day)["figures"] if value["key"] == "kx-pt-slp"
        }

    assert [thresholds(f"{year}-07-01") for year in (2023, 2024, 2025, 2026, 2027)] == [
        set(),
        {2330},
        {2410},
        {2480},
        set(),
    ]


def test_a_pair_without_a_first_day_is_certain_only_from_its_table(corpus: Corpus) -> None:
    def certain(day: str) -> list[bool]:
        return [
            pair["certain"]
            for pair in on(corpus, day, "97140", "97124")["pairs"]
            if (pair["column1"], pair["column2"]) == ("97140", "97124")
        ]

    assert certain("2024-06-30") == [False] and certain("2024-07-01") == [True]


def test_an_ended_pair_is_gone_the_day_after(corpus: Corpus) -> None:
    def stands(day: str) -> bool:
        return any(
            {pair["column1"], pair["column2"]} == {"97116", "97530"}
            for pair in on(corpus, day, "97116")["pairs"]
        )

    assert stands("2019-12-31") and not stands("2020-01-01")


def test_a_ceiling_is_medicare_s_and_says_of_which_table(corpus: Corpus) -> None:
    assert on(corpus, "2026-03-02", "97124")["codes"][0]["mue"] == {
        "units": 4,
        "asOf": "2026-04-01",
    }
    assert "mue" not in on(corpus, "2026-03-02", "97124", payer="commercial")["codes"][0]


def test_changes_stand_on_their_own_side_of_the_day(corpus: Corpus) -> None:
    found = on(corpus, "2020-01-01")["changes"]
    assert found["before"][0]["date"] == "2020-01-01" and found["after"][0]["date"] > "2020-01-01"


def some_questions(corpus: Corpus, count: int) -> list[list]:
    """Days around and between the first and last days, for every payer, with or without codes."""
    chance = Random(7)
    edges = sorted(
        {
            day
            for thing in (
                *corpus.edits.values(),
                *corpus.codes.values(),
                *corpus.other_codes.values(),
                *corpus.changes.values(),
            )
            for day in (thing.effective.start, thing.effective.end, getattr(thing, "date", None))
            if day
        }
    )
    names = sorted({*corpus.codes, *corpus.other_codes})
    days = [
        chance.choice(edges) + timedelta(days=chance.choice((-400, -1, 0, 1, 90)))
        for _ in range(count)
    ]
    return [
        [
            str(day),
            chance.choice(sorted(corpus.payers)),
            chance.sample(names, chance.choice((0, 1, 1, 3))),
            chance.choice(("practitioner", "hospital")),
        ]
        for day in days
    ]


def test_the_browser_says_the_same(corpus: Corpus, tmp_path: Path) -> None:
    cases = some_questions(corpus, 400)
    script, asked = tmp_path / "facts.js", tmp_path / "cases.json"
    script.write_bytes(facts_script(corpus))
    asked.write_text(json.dumps(cases), encoding="utf-8")
    command = [
        deno.find_deno_bin(),
        "run",
        "--quiet",
        "--allow-read",
        str(ROOT / "tests/js/as_of.js"),
        str(script),
        str(asked),
    ]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    here = [
        facts_in_effect(corpus, date.fromisoformat(day), payer, codes, setting)
        for day, payer, codes, setting in cases
    ]
    there = json.loads(done.stdout)
    assert [
        (case, one, other)
        for case, one, other in zip(cases, here, there, strict=True)
        if one != other
    ][:1] == []
