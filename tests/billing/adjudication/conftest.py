"""Short ways to write a claim and to read its remittance."""

from typing import Any

import pytest

from generator.authoring.loader import load
from generator.billing.adjudication.adjudicate import adjudicate
from generator.billing.adjudication.remittance import LineRemittance, Remittance
from generator.build.content_files import read_files
from generator.facts.corpus import Corpus
from generator.facts.submissions import ClaimSubmission
from tests.billing.conftest import PARTS
from tests.conftest import ROOT, read_once

Json = dict[str, Any]
PAYING = (*PARTS, "plans/", "fee_schedules/", "families", "sources")
SERVICE = {"code": "97110", "minutes": 15}


@pytest.fixture(scope="session")
def facts() -> Corpus:
    files = {
        path: raw
        for path, raw in read_files(ROOT).items()
        if path.startswith(tuple(f"content/{part}" for part in PAYING))
    }
    return load(files, read_once).corpus


def line(text: str, charge: float | None = 100, **more: Any) -> Json:
    """'97110x2 GP KX' as a line with a charge."""
    head, *modifiers = text.split()
    code, units = head.split("x")
    return {"code": code, "units": int(units), "modifiers": modifiers, "charge": charge, **more}


def submission(
    *lines: str | Json, claim: Json | None = None, account: Json | None = None, **visit: Any
) -> ClaimSubmission:
    """A Medicare PT claim of March 2, 2026, its deductible met, unless told otherwise."""
    plan = visit.pop("plan", None)
    described = {
        "date": "2026-03-02",
        "payer": "medicare-part-b",
        "discipline": "pt",
        "services": [SERVICE],
        **visit,
    }
    return ClaimSubmission.model_validate(
        {
            **({"plan": plan} if plan else {}),
            "visit": described,
            "account": {"deductible_met": 283, **(account or {})},
            "claim": {
                "lines": [line(one) if isinstance(one, str) else one for one in lines],
                **(claim or {}),
            },
        }
    )


def answered(facts: Corpus, *lines: str | Json, **more: Any) -> Remittance:
    return adjudicate(facts, submission(*lines, **more))


def denials(found: Remittance) -> dict[int, str]:
    """By line the group and reason of a denial."""
    return {one.number: one.adjustments[0].code for one in found.lines if one.status == "denied"}


def statuses(found: Remittance) -> list[str]:
    return [one.status for one in found.lines]


def asked(found: Remittance) -> str:
    return " ".join(question.text for one in found.lines for question in one.questions)


def cents(one: LineRemittance) -> dict[str, int]:
    """What was taken off the charge, by name."""
    return {entry.name: entry.amount for entry in one.adjustments}
