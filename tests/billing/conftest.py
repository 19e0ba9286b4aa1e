"""The authored facts, read once, and short ways to write visits and claims."""

import pytest

from generator.authoring.loader import load
from generator.billing.claim import build_claim
from generator.billing.claim_result import ClaimResult
from generator.billing.claim_review import ClaimReview, review_claim
from generator.billing.written_claims import WrittenClaim
from generator.build.content_files import read_files
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit
from tests.conftest import ROOT, read_once

PARTS = ("codes/", "payers/", "rules/", "edits", "other_codes", "techniques")


@pytest.fixture(scope="session")
def facts() -> Corpus:
    files = {
        path: raw
        for path, raw in read_files(ROOT).items()
        if path.startswith(tuple(f"content/{part}" for part in PARTS))
    }
    return load(files, read_once).corpus


def visit(*services: dict, **more: object) -> Visit:
    """A Medicare PT visit of March 2, 2026 unless told otherwise; services get their ids."""
    named = [{"id": f"s{number}", **service} for number, service in enumerate(services)]
    return Visit.model_validate(
        {
            "date": "2026-03-02",
            "payer": "medicare-part-b",
            "discipline": "pt",
            **more,
            "services": named,
        }
    )


def did(code: str, minutes: int | None = None, **more: object) -> dict:
    return {"code": code, **({} if minutes is None else {"minutes": minutes}), **more}


def lines(found: ClaimResult) -> list[str]:
    """Lines as a biller would say them: '97110x2 GP CQ'."""
    return [" ".join((f"{line.code}x{line.units}", *line.modifiers)) for line in found.lines]


def billed(facts: Corpus, *services: dict, **more: object) -> ClaimResult:
    return build_claim(facts, visit(*services, **more))


def judged(facts: Corpus, described: Visit, *written: str) -> ClaimReview:
    """A claim written as '97110x2 GP CQ', judged against a visit."""
    entries = []
    for text in written:
        head, *modifiers = text.split()
        code, units = head.split("x")
        entries.append({"code": code, "units": int(units), "modifiers": modifiers})
    return review_claim(facts, described, WrittenClaim.model_validate({"lines": entries}))
