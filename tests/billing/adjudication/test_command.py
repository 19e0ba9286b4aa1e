"""`rightcode adjudicate`: its JSON is a contract, its text is read, bad input is named by place."""

import json

import pytest

from tests.billing.test_commands import run

EXAMPLE = "docs/examples/submission.yaml"
HEAD = "visit: {discipline: pt, services: [{code: '97110', minutes: 15}]}\n"
CLAIM = "claim:\n  lines:\n    - {code: '97110', units: 1, modifiers: [GP], charge: 60}\n"
BAD = [
    (HEAD, "1:1: error M122: 'claim' is missing"),
    (HEAD + "claim: {lines: []}\n", "2:9: error"),
    (HEAD + CLAIM.replace("units: 1", "units: one"), "4:30: error M123"),
    (HEAD + CLAIM.replace("charge: 60", "charge: '60'"), "4:58: error M124"),
    (HEAD + CLAIM.replace("'97110'", "97110", 1), "4:14: error"),
    (HEAD + "plan: our-plan\n" + CLAIM, "2:7: error V132: Unknown plan 'our-plan'; known are"),
    (HEAD.replace("minutes: 15", "minutes: 9999") + CLAIM, "1:61: error M124"),
    (HEAD.replace("discipline: pt, ", "") + CLAIM, "1:1: error"),
]


def test_the_example_is_paid_and_reads_as_an_advice() -> None:
    result = run("adjudicate", EXAMPLE)
    assert result.exit_code == 0, result.stderr
    assert "Line 1: 97110-GP, 2 units, paid" in result.stdout
    assert "PR-1 $23.00" in result.stdout and "CO-253" in result.stdout
    assert "Total: billed $162.00" in result.stdout


def test_json_after_the_835() -> None:
    result = run("adjudicate", EXAMPLE, "--json")
    found = json.loads(result.stdout)
    assert list(found) == [
        "status",
        "payer",
        "plan",
        "plan_name",
        "invented",
        "date",
        "rejections",
        "lines",
        "totals",
        "notes",
    ]
    first = found["lines"][0]
    assert first["adjustments"][0] == {
        "group": "CO",
        "reason": "45",
        "amount": "51.88",
        "remarks": [],
        "words": "The charge of $110.00 is above what the plan allows, $58.12.",
        "rests_on": ["fee_schedules/medicare-2026"],
        "sources": ["cms-pfs-2026a"],
    }
    assert found["totals"]["paid"] == "36.30"


def test_another_plan_and_an_unknown_one() -> None:
    result = run("adjudicate", EXAMPLE, "--plan", "example-ppo")
    assert result.exit_code == 1 and "An invented plan, made up" in result.stdout
    result = run("adjudicate", EXAMPLE, "--plan", "no-such")
    assert result.exit_code == 2 and "There is no plan 'no-such'" in result.stderr


def test_a_rejected_claim_says_so_and_exits_with_1() -> None:
    result = run("adjudicate", given=HEAD + CLAIM.replace("units: 1", "units: 0"))
    assert result.exit_code == 1 and result.stdout.splitlines()[1].startswith("REJECTED")
    assert "line 1, item 24G" in result.stdout


def test_a_whole_question_pasted_with_a_claim() -> None:
    item = f"- id: some-question\n  payer: medicare-part-b\n  date: 2026-03-02\n  {HEAD}"
    pasted = item + "".join(f"  {line}\n" for line in CLAIM.splitlines())
    result = run("adjudicate", given=pasted + "  account: {deductible_met: 283}\n")
    assert result.exit_code == 0, result.stdout + result.stderr


def test_a_question_that_shows_a_claim_gets_charges() -> None:
    shown = "claim:\n  - {code: '97110', units: 2, modifiers: [GP], key: [units], feedback: No.}\n"
    result = run("adjudicate", "--json", given=f"{HEAD}{shown}account: {{deductible_met: 283}}\n")
    assert result.exit_code == 0, result.stdout + result.stderr
    assert json.loads(result.stdout)["lines"][0]["billed"] == "200.00"
    result = run("adjudicate", given=HEAD + shown.replace("units: 2", "units: two"))
    assert result.stderr.startswith("<stdin>:3:28: error M123: 'units' is 'two'")


@pytest.mark.parametrize(("given", "problem"), BAD)
def test_bad_input_is_named_at_its_place(given: str, problem: str) -> None:
    result = run("adjudicate", given=given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"<stdin>:{problem}"), result.stderr
