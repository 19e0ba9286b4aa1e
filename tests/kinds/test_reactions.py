"""The table of steps in a claim question says of any claim what the engine's review says."""

import json
import random
import subprocess
from pathlib import Path

import deno
import pytest

from generator.billing.claim_review import review_claim
from generator.billing.data_tables import denial_text
from generator.billing.written_claims import WrittenClaim
from generator.facts.corpus import Corpus
from generator.facts.visits import MOST_UNITS
from generator.pages.template_environment import script_json
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import visit_of
from generator.questions.kinds.fill_claim.fault_tables import fault_tables
from generator.questions.kinds.fill_claim.fill_claim_kind import FillClaim, FillClaimKind
from tests.conftest import ROOT

CLAIMS = 200
TWO_PEOPLE = {
    "discipline": "pt",
    "allowed_so_far_usd": 2600,
    "necessary": True,
    "services": [
        {
            "id": "presses",
            "technique": "strengthening-exercise",
            "purpose": "strength",
            "minutes": 23,
            "by": "assistant",
        },
        {
            "id": "squats",
            "technique": "strengthening-exercise",
            "purpose": "strength",
            "minutes": 20,
        },
        {
            "id": "glides",
            "technique": "joint-mobilization",
            "purpose": "restore-motion",
            "minutes": 15,
        },
    ],
}
SEPARATE = {
    "discipline": "pt",
    "services": [
        {"id": "class", "code": "97150", "contact": "group", "minutes": 40},
        {
            "id": "alone",
            "technique": "strengthening-exercise",
            "purpose": "strength",
            "minutes": 20,
            "separate": True,
            "separate_by": "encounter",
        },
    ],
}
CASES = {
    "massage-beside-manual-therapy": {},
    "an-assistant-above-the-threshold": {
        "visit": TWO_PEOPLE,
        "modifiers": ["GP", "GO", "CQ", "CO", "KX", "GA"],
    },
    "a-pair-that-may-be-parted": {
        "visit": SEPARATE,
        "codes": ["97110", "97150", "97530"],
        "modifiers": ["GP", "59", "XE", "XS"],
    },
    "a-tie": {
        "visit": {
            "discipline": "ot",
            "services": [
                {"id": f"s{code}", "code": code, "minutes": 20} for code in ("97110", "97535")
            ],
        },
        "codes": ["97110", "97535", "97150"],
        "modifiers": ["GO", "GP", "KX"],
    },
    "another-payer": {
        "payer": "commercial-midpoint",
        "visit": {
            "discipline": "pt",
            "services": [
                {"id": f"s{code}", "code": code, "minutes": 23} for code in ("97110", "97140")
            ],
        },
    },
}


def question(facts: Corpus, changes: dict[str, object]) -> FillClaim:
    item = facts.items["kinds-claim"].model_dump(by_alias=True, exclude_defaults=True)
    codes = changes.get("codes", [entry["code"] for entry in item["codes"]])
    return FillClaim.model_validate(
        {
            **item,
            **changes,
            "key": None,
            "codes": [{"code": code, "feedback": "…"} for code in codes],
        }
    )


def claims_for(item: FillClaim, seed: int) -> list[list[dict[str, object]]]:
    chance = random.Random(seed)
    codes = [str(entry.code) for entry in item.codes]

    def line() -> dict[str, object]:
        usual = [name for name in item.modifiers if name in ("GP", "GO", "KX")]
        modifiers = [
            name for name in item.modifiers if chance.random() < (0.7 if name in usual else 0.25)
        ]
        return {
            "code": chance.choice(codes),
            "units": chance.choice((1, 1, 1, 2, 2, 3, 5, 9)),
            "modifiers": modifiers[:4],
        }

    found = [[line() for _ in range(chance.randint(1, 4))] for _ in range(2 * CLAIMS)]
    return [claim for claim in found if fits_the_form(claim)][:CLAIMS]


def fits_the_form(claim: list[dict[str, object]]) -> bool:
    """The form takes no more than nine units of one code."""
    return all(
        sum(line["units"] for line in claim if line["code"] == code) <= MOST_UNITS
        for code in {line["code"] for line in claim}
    )


def told_by_review(
    facts: Corpus, item: FillClaim, claim: list[dict[str, object]]
) -> list[tuple[str, list[str]]]:
    judged = review_claim(
        facts, visit_of(item), WrittenClaim.model_validate({"lines": claim})
    ).lines
    return [
        (
            line.verdict,
            sorted(
                {
                    f"{fault.verdict} {denial_text(fault.carc) if fault.carc else ''}"
                    for fault in line.faults
                }
            ),
        )
        for line in judged
    ]


@pytest.mark.parametrize("name", CASES)
def test_the_page_tells_what_the_review_tells(facts: Corpus, tmp_path: Path, name: str) -> None:
    item = question(facts, CASES[name])
    claims = claims_for(item, seed=len(name))
    given = tmp_path / "claims.json"
    given.write_text(
        json.dumps(
            {
                "data": FillClaimKind().view(facts, item, derive_key(facts, item)).data,
                "claims": claims,
            }
        )
    )
    script = ROOT / "tests" / "js" / "reactions.js"
    done = subprocess.run(
        [deno.find_deno_bin(), "run", "--quiet", f"--allow-read={given}", script, given],
        capture_output=True,
        text=True,
        check=True,
    )
    told = [[(verdict, faults) for verdict, faults in lines] for lines in json.loads(done.stdout)]
    wrong = [
        (claim, expected, found)
        for claim, expected, found in zip(
            claims, (told_by_review(facts, item, claim) for claim in claims), told, strict=True
        )
        if expected != found
    ]
    assert wrong[:2] == []


def test_the_longest_page_of_claims_keeps_its_budget(facts: Corpus) -> None:
    entries = facts.quizzes["wound-care-claims"].items
    items = [item for item in entries if isinstance(item, FillClaim)]
    held = [FillClaimKind().view(facts, item, derive_key(facts, item)).data for item in items]
    assert sum(len(script_json(data)) for data in held) <= 52_000


def test_a_pattern_and_its_words_give_the_text_back() -> None:
    texts = ("97110 × 2 is above {} and 1.5", "G0283 needs 12 of 97110", "", "{}{}")
    tables = fault_tables([("paid", None, *texts)])
    given = [
        tables["patterns"][pattern].replace("{}", "%s") % tuple(words.split())
        for pattern, words in tables["texts"]
    ]
    assert given == list(texts)
    assert tables["faults"] == [["paid", None, 0, 1, 2, 3]]
