"""Input that bills what nobody meant, never ends, or is more than a day holds is refused."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.billing.conftest import ROOT
from tests.billing.test_commands import VISIT, answer, run

HEAD = "date: 2026-03-02\npayer: medicare-part-b\ndiscipline: pt\n"
DAY = "services:\n  - {id: a, technique: chiropractic-manipulation, details: {regions: %s}}\n"
CODED = 'services:\n  - {id: a, code: "%s", %s}\n'
OF_ANOTHER_KIND = [
    ("allowed_so_far_usd: 1.0e+308\n" + DAY % 2, "4:21: error M123"),
    ("allowed_so_far_usd: true\n" + DAY % 2, "4:21: error M123"),
    ('allowed_so_far_usd: "5"\n' + DAY % 2, "4:21: error M123"),
    ("allowed_so_far_usd: " + "9" * 400 + "\n" + DAY % 2, "4:21: error M123"),
    (DAY % -3, "5:51: error M124: 'regions' is -3; write a whole number from 0 to 10, without"),
    (DAY % 99, "5:51: error M124"),
    (DAY % '"2"', "5:51: error M124"),
    (DAY % "true", "5:51: error M124"),
    (DAY % "010", "5:70: error Y110: YAML reads 010 as 8; write the number plainly, such as 10"),
    (CODED % (97110, "minutes: 1:30"), "5:37: error Y110"),
    (CODED % (97110, "minutes: " + "9" * 400), "5:37: error M124"),
    (CODED % (97110, "separate: 1"), "5:38: error M123"),
    (CODED % ("9" * 5000, "minutes: 5"), "5:19: error V131"),
    (CODED % ("²²²²²", "minutes: 5"), "5:19: error V131"),
    (DAY.replace("regions", "5") % 1, "5:61: error Y109: Key '5' is read as a number; write it in"),
]


@pytest.mark.parametrize(("written", "problem"), OF_ANOTHER_KIND)
def test_a_value_of_another_kind_never_bills(written: str, problem: str) -> None:
    result = run("visit", "-", given=HEAD + written)
    assert (result.exit_code, result.stdout) == (2, "")
    assert [line[: len(problem) + 8] for line in result.stderr.splitlines()] == [
        f"<stdin>:{problem}"
    ]


@pytest.mark.parametrize("written", ["20260302", '"20260302"', "2026-03-02T00:00:00Z", "86400"])
def test_only_a_day_is_a_date_of_service(written: str) -> None:
    result = run("visit", "-", given=HEAD.replace("2026-03-02", written) + DAY % 2)
    assert (result.exit_code, result.stderr[:24]) == (2, "<stdin>:1:7: error M123:")
    day = written.strip('"')
    asked = run("edits", "97124", "97140", "--date", day)
    sentence = f"'{day}' is not a date; write it as YYYY-MM-DD."
    assert (asked.exit_code, asked.stderr) == (2, f"<arguments>:1:3: error V137: {sentence}\n")


@pytest.mark.parametrize(
    "arguments", [("units", "--method", "cms"), ("visit",), ("review", "--visit", "/dev/null")]
)
@pytest.mark.parametrize("place", ["/dev/zero", "/tmp"])
def test_what_is_no_file_is_not_read(arguments: tuple[str, ...], place: str) -> None:
    result = run(*arguments, place)
    assert result.exit_code == 2
    assert f"{place}:1:1: error V130: The file cannot be read: it is no regular" in result.stderr


def test_an_endless_stream_is_read_up_to_the_bound() -> None:
    command = [sys.executable, "-m", "generator.cli", "visit", "-", "--root", str(ROOT)]
    with Path("/dev/zero").open("rb") as endless:
        done = subprocess.run(command, stdin=endless, capture_output=True, text=True, check=False)
    sentence = "<stdin>:1:1: error Y106: The file is larger than 4 MB (4194304 bytes); split it.\n"
    assert (done.returncode, done.stderr) == (2, sentence)


def test_services_and_lines_are_counted_before_anything_is_looked_up(tmp_path: Path) -> None:
    services = [{"id": f"s{place}", "code": "x", "minutes": 1} for place in range(501)]
    many = json.dumps({"services": services})
    problem = "error V140: 'services' has 501 entries; it takes at most 500.\n"
    assert run("visit", "-", given=many).stderr == f"<stdin>:1:2: {problem}"
    assert run("units", "--method", "cms", given=many).stderr == f"<stdin>:1:2: {problem}"
    claim = json.dumps({"lines": [{"code": "x", "units": 1}] * 501})
    (tmp_path / "visit.yaml").write_text(VISIT)
    result = run("review", "-", "--visit", str(tmp_path / "visit.yaml"), given=claim)
    sentence = "'lines' has 501 entries; it takes at most 500."
    assert result.stderr == f"<stdin>:1:2: error V140: {sentence}\n"


def test_json_may_escape_what_lies_beyond_the_first_plane() -> None:
    visit = {
        **{"date": "2026-03-02", "payer": "medicare-part-b", "discipline": "pt"},
        "services": [{"id": "a", "code": "97110", "minutes": 20, "clinician": "Zoë 😀"}],
    }
    found = answer("visit", "-", given=json.dumps(visit))
    assert [line["units"] for line in found["lines"]] == [1]
