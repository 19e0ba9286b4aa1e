"""The payer in the browser answers what the payer here answers, word for word."""

import gzip
import json
import re
import subprocess
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import deno
import pytest

from generator.billing.adjudication.adjudicate import adjudicate, plan_of
from generator.billing.adjudication.payer_case import TABLE
from generator.billing.adjudication.remittance_output import remittance_json
from generator.billing.adjudication.submission_output import submission_json
from generator.build.adjudication_facts import (
    adjudication_facts,
    facts_without_plan,
    shared_facts,
)
from generator.build.payer_scripts import compact, plan_scripts, shared_script
from generator.checks.case_remittances import submission_of
from generator.facts.corpus import Corpus
from generator.facts.patient_cases import PatientCase
from generator.facts.submissions import ClaimSubmission
from tests.billing.adjudication.random_submissions import Json, random_submissions, with_plans
from tests.billing.invented import with_invented
from tests.conftest import ROOT

CLAIMS, COMPACT = 2100, 200
RUNNER = ROOT / "tests/js/adjudication.js"
EIGHT = ("97110", "97112", "97140", "97530", "97010", "97035", "97150", "97161")
UNREACHED = {"outside-case", "provider-unknown"}
"""No facts here leave out a code or a day; and the rules have a word on every role."""
Asked = list[tuple[str, Json]]


@pytest.fixture(scope="module")
def facts(facts: Corpus) -> Corpus:
    return with_plans(with_invented(facts))


def answered(corpus: Corpus, facts: dict[str, Json], asked: Asked, folder: Path) -> list[Json]:
    """What the browser's payer says to each claim."""
    cases = folder / "cases.json"
    cases.write_text(compact({"shared": shared_facts(corpus), "facts": facts, "claims": asked}))
    command = [deno.find_deno_bin(), "run", "--quiet", "--allow-read", str(RUNNER), str(cases)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout)["answers"]


def here(corpus: Corpus, claim: Json) -> Json:
    found = adjudicate(corpus, ClaimSubmission.model_validate(claim))
    return json.loads(json.dumps(remittance_json(corpus, found)))


def differing(asked: Asked, here: Sequence[Json], there: Sequence[Json]) -> list[Any]:
    """The first few on which the two disagree, each with both answers."""
    both = zip(asked, here, there, strict=True)
    return [found for found in both if found[1] != found[2]][:3]


def all_facts(corpus: Corpus) -> dict[str, Json]:
    made = {name: adjudication_facts(corpus, plan) for name, plan in corpus.plans.items()}
    return {**made, "none": facts_without_plan(corpus.payers["aetna"])}


def of_case(corpus: Corpus, claim: Json) -> Json:
    """The facts of the claim's own codes and days, and of some others."""
    submission = ClaimSubmission.model_validate(claim)
    plan = plan_of(corpus, submission)
    assert plan
    lines = submission.claim.lines
    random = Random(len(lines))
    codes = {*random.sample(sorted(corpus.codes), 4), *(line.code for line in lines)}
    days = [submission.visit.date, *(line.date for line in lines if line.date)]
    return adjudication_facts(corpus, plan, codes, days)


@pytest.fixture(scope="module")
def claims(facts: Corpus) -> list[Json]:
    return list(random_submissions(facts, CLAIMS))


@pytest.fixture(scope="module")
def pairs(
    facts: Corpus, claims: list[Json], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Asked, list[Json], list[Json]]:
    """Each claim before all facts of its plan, and some before the facts of their case alone."""
    asked: Asked = [(str(claim.get("plan", "none")), claim) for claim in claims]
    some = [claim for claim in claims if "plan" in claim][:COMPACT]
    own = {f"case-{place}": of_case(facts, claim) for place, claim in enumerate(some)}
    asked += [(f"case-{place}", claim) for place, claim in enumerate(some)]
    there = answered(facts, {**all_facts(facts), **own}, asked, tmp_path_factory.mktemp("payer"))
    known = [here(facts, claim) for claim in claims]
    some_known = [one for one, claim in zip(known, claims, strict=True) if "plan" in claim]
    return asked, [*known, *some_known[:COMPACT]], there


def test_random_claims_get_the_same_answers(pairs: tuple[Asked, list[Json], list[Json]]) -> None:
    assert differing(*pairs) == []


def test_the_random_claims_reach_every_reason(pairs: tuple[Asked, list[Json], list[Json]]) -> None:
    """By the longest stretch of each text that is always the same."""
    output = json.dumps(pairs[2], ensure_ascii=False)
    texts = {
        **{name: entry["text"] for name, entry in TABLE["rejections"].items()},
        **{name: entry.get("why") for name, entry in TABLE["decisions"].items()},
        **{name: entry["why"] for name, entry in TABLE["amounts"].items()},
        **TABLE["questions"],
        **TABLE["notes"],
        **TABLE["coordination"],
    }
    parts = {name: max(re.split(r"\{\w+\}", text), key=len) for name, text in texts.items() if text}
    missed = {name for name, part in parts.items() if json.dumps(part)[1:-1] not in output}
    assert missed - UNREACHED == set()
    given = {code for one in pairs[2] for code in one["totals"]["adjustments"]}
    entries = (*TABLE["decisions"].values(), *TABLE["amounts"].values())
    assert given == {f"{one['group']}-{one['carc']}" for one in entries}


def authored(corpus: Corpus) -> Iterator[ClaimSubmission]:
    """Every claim that content answers: on the page of remittances, and in patient cases."""
    yield from (one.submission for one in corpus.worked_claims.values())
    for quiz in corpus.quizzes.values():
        for document in quiz.chart if isinstance(quiz, PatientCase) else ():
            if document.answers and (found := submission_of(quiz, document.answers)):
                yield found


def test_authored_claims_get_the_same_answers(corpus: Corpus, tmp_path: Path) -> None:
    claims = [(plan_of(corpus, one), one) for one in authored(corpus)]
    asked = [(plan.id, submission_json(one)) for plan, one in claims if plan]
    known = [remittance_json(corpus, adjudicate(corpus, one)) for _, one in claims]
    there = answered(corpus, all_facts(corpus), asked, tmp_path)
    assert differing(asked, json.loads(json.dumps(known)), there) == []
    assert len(claims) > len(corpus.worked_claims)


def test_a_code_or_day_outside_of_a_case_waits(facts: Corpus, tmp_path: Path) -> None:
    plan = facts.plans["medicare-part-b"]
    own = adjudication_facts(facts, plan, ["97110"], [date(2026, 3, 2)])
    line = {"units": 1, "modifiers": ["GP"], "charge": 50}
    lines = [{**line, "code": "97110"}, {**line, "code": "97112"}]
    lines.append({**line, "code": "97110", "date": "2026-03-03"})
    visit = {"date": "2026-03-02", "payer": "medicare-part-b", "discipline": "pt"}
    claim = {"visit": visit, "account": {"deductible_met": 283}, "claim": {"lines": lines}}
    (found,) = answered(facts, {"case": own}, [("case", claim)], tmp_path)
    assert [one["status"] for one in found["lines"]] == ["paid", "pended", "pended"]
    assert found["lines"][1]["questions"][0]["words"] == (
        "What the plan makes of 97112 on March 2, 2026 is not part of this case."
    )


def gzipped(text: str | bytes) -> int:
    raw = text.encode() if isinstance(text, str) else text
    return len(gzip.compress(raw, 9, mtime=0))


def test_the_facts_are_small(corpus: Corpus) -> None:
    assert gzipped(shared_script(corpus)) < 6_000
    for plan in corpus.plans.values():
        assert gzipped(compact(adjudication_facts(corpus, plan, EIGHT))) < 3_500
    assert all(gzipped(script) < 14_000 for script in plan_scripts(corpus).values())
