"""The commands: their JSON is a contract, and bad input is named place by place."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.authoring.loader import load
from generator.build.editor_schemas import INPUTS, json_schemas
from generator.cli import app
from tests.conftest import ROOT, read_once

UNITS = (
    '{"services":[{"code":"97110","minutes":33,"timed":true,"by":"therapist"},'
    '{"code":"97140","minutes":7}]}'
)


def run(*arguments: str, given: str | None = None) -> Result:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.commands.facts_alone.load", lambda files: load(files, read_once))
        return CliRunner().invoke(app, [*arguments, "--root", str(ROOT)], input=given)


def answer(*arguments: str, given: str | None = None) -> object:
    result = run(*arguments, given=given)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_units_prints_what_the_contract_says() -> None:
    assert answer("units", "--method", "cms", given=UNITS) == {
        "total": 3,
        "lines": [
            {"code": "97110", "units": 2, "modifiers": []},
            {"code": "97140", "units": 1, "modifiers": []},
        ],
        "alternatives": [],
        "reasons": [
            (
                "Total 40 timed minutes: 3 units (38 to 52). [cms-100-04-5-20-2,"
                " first-coast-timed-units-2024]"
            ),
            (
                "Count full 15-minute blocks first: 2 for 97110. [cms-100-04-5-20-2,"
                " first-coast-timed-units-2024]"
            ),
            (
                "One more unit goes to the remaining 7 minutes of 97140. [cms-100-04-5-20-2,"
                " first-coast-timed-units-2024]"
            ),
        ],
    }


def test_units_by_the_midpoint_of_the_same_day() -> None:
    found = answer("units", "--method", "ama", given=UNITS)
    assert (found["total"], found["lines"]) == (2, [{"code": "97110", "units": 2, "modifiers": []}])


def test_units_gives_every_right_way_of_a_tie() -> None:
    found = answer(
        "units",
        "--method",
        "cms",
        given='{"services":[{"code":"97112","minutes":20},{"code":"97110","minutes":20}]}',
    )
    ways = [
        {line["code"]: line["units"] for line in way}
        for way in (found["lines"], *found["alternatives"])
    ]
    assert ways == [{"97110": 2, "97112": 1}, {"97110": 1, "97112": 2}]


def test_units_marks_an_assistants_line_and_leaves_untimed_minutes_out() -> None:
    day = {
        "services": [
            {"code": "97110", "minutes": 30, "by": "assistant"},
            {"code": "97022", "minutes": 20, "timed": False},
        ]
    }
    assert answer("units", "--method", "cms", given=json.dumps(day))["lines"] == [
        {"code": "97022", "units": 1, "modifiers": []},
        {"code": "97110", "units": 2, "modifiers": ["CQ"]},
    ]


def test_units_of_a_day_without_enough_minutes_is_nothing() -> None:
    found = answer("units", "--method", "cms", given='{"services":[{"code":"97110","minutes":7}]}')
    assert (found["total"], found["lines"], found["alternatives"]) == (0, [], [])


def test_edits_prints_the_pair_in_column_order() -> None:
    assert answer("edits", "97124", "97140", "--date", "2026-03-02") == {
        "column1": "97140",
        "column2": "97124",
        "modifier_indicator": 0,
        "effective": None,
        "deleted": None,
        "source": "cms-ncci-2024q3",
    }
    assert answer("edits", "97530", "97140", "--date", "2019-12-31") == {
        "column1": "97140",
        "column2": "97530",
        "modifier_indicator": 1,
        "effective": "2000-07-01",
        "deleted": "2019-12-31",
        "source": "cms-ncci-2024q3",
    }


def test_edits_prints_null_where_there_is_no_pair() -> None:
    assert answer("edits", "97530", "97140", "--date", "2020-01-01") is None
    assert (
        answer("edits", "97161", "97750", "--date", "2024-07-01", "--setting", "hospital")[
            "modifier_indicator"
        ]
        == 1
    )


def test_edits_says_what_it_does_not_know() -> None:
    result = run("edits", "97113", "97110", "--date", "2021-01-01")
    assert json.loads(result.stdout)["modifier_indicator"] == 1
    assert (
        result.stderr
        == "Not known for 2021-01-01: the table of 2024-07-01 gives no first day of this edit, only"
        " that it had not ended.\n"
    )


VISIT = """\
date: 2026-03-02
payer: medicare-part-b
discipline: pt
services:
  - {id: exercise, code: "97110", minutes: 20}
  - {id: kneading, technique: petrissage, purpose: ease-spasm, minutes: 10}
  - {id: pack, code: "97010", minutes: 10}
  - {id: tapping, technique: tapotement, minutes: 5}
"""


def test_visit_prints_what_the_contract_says() -> None:
    found = answer("visit", "-", given=VISIT)
    assert list(found) == ["lines", "not_billable", "ask", "warnings", "by_method"]
    assert [(line["code"], line["units"], line["modifiers"]) for line in found["lines"]] == [
        ("97110", 1, ["GP"]),
        ("97124", 1, ["GP"]),
    ]
    assert (
        found["lines"][0]["reasons"][-1]
        == "GP: provided under a PT plan of care. [cms-transmittal-3814-2017]"
    )
    assert [
        (entry["code"], entry["minutes"], entry["source"]) for entry in found["not_billable"]
    ] == [("97010", 10, "cms-pfs-2024c, palmetto-bundled-2018")]
    assert found["ask"][0].startswith("Tapotement: the note does not give the purpose.")


def test_visit_reads_json_as_well(tmp_path: Path) -> None:
    file = tmp_path / "visit.json"
    file.write_text(
        '{"date":"2026-03-02","payer":"medicare-part-b","discipline":"pt","services":[{"id":"a","code":"97110","minutes":20}]}'
    )
    assert answer("visit", str(file))["lines"][0]["units"] == 1


def test_review_exits_0_where_no_line_is_denied(tmp_path: Path) -> None:
    file = tmp_path / "visit.yaml"
    file.write_text(VISIT)
    claim = '{"lines":[{"code":"97110","units":3,"modifiers":["GP"]}]}'
    assert run("review", "-", "--visit", str(file), given=claim).exit_code == 0


def test_review_judges_each_line_and_names_what_is_missing(tmp_path: Path) -> None:
    file = tmp_path / "visit.yaml"
    file.write_text(VISIT)
    claim = (
        '{"lines":[{"code":"97110","units":3,"modifiers":["GP"]},'
        '{"code":"97010","units":1,"modifiers":["GP"]}]}'
    )
    result = run("review", "-", "--visit", str(file), given=claim)
    assert result.exit_code == 1  # a line is denied
    found = json.loads(result.stdout)
    assert [(line["code"], line["verdict"], line["carc"]) for line in found["lines"]] == [
        ("97110", "at-risk", None),
        ("97010", "denied", "97"),
    ]
    assert set(found["lines"][0]) == {
        "code",
        "units",
        "modifiers",
        "verdict",
        "carc",
        "words",
        "fix",
        "source",
        "also",
    }
    assert [(line["code"], line["units"], line["modifiers"]) for line in found["missing"]] == [
        ("97124", 1, ["GP"])
    ]


@pytest.mark.parametrize("name", sorted(f"{name}.json" for name in INPUTS))
def test_the_published_schemas_are_those_of_the_models(name: str) -> None:
    assert (ROOT / "site_config" / "schema" / name).read_bytes() == json_schemas()[name]


def test_review_shows_the_claim_of_each_way_of_counting_as_visit_does(tmp_path: Path) -> None:
    file = tmp_path / "visit.yaml"
    file.write_text(
        "{date: 2026-05-05, payer: commercial, discipline: pt, services: ["
        '{id: a, code: "97110", minutes: 24}, {id: b, code: "97140", minutes: 23}]}'
    )
    claim = '{"lines":[{"code":"97140","units":2,"modifiers":[]}]}'
    found = answer("review", "-", "--visit", str(file), given=claim)
    units = {
        name: [(line["code"], line["units"]) for line in counted["lines"]]
        for name, counted in found["by_method"].items()
    }
    assert units == {
        "cms": [("97110", 2), ("97140", 1)],
        "ama": [("97110", 2), ("97140", 2)],
    }
    assert found["by_method"] == answer("visit", str(file))["by_method"]
