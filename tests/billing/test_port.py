"""The engine in the browser says what the engine here says, word for word."""

import gzip
import json
import re
from collections.abc import Sequence
from datetime import date
from itertools import product
from pathlib import Path
from random import Random

import pytest

from generator.billing.claim import build_claim
from generator.billing.claim_output import claim_json, line_json, pair_json, units_json
from generator.billing.reasons import MESSAGES
from generator.billing.unit_calculator import units_of_day
from generator.billing.written_claims import CountedDay
from generator.build.browser_facts import facts_script
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit
from tests.billing.invented import with_invented
from tests.billing.port import Json, run_port
from tests.billing.random_visits import Maker, crowded_visit, random_days, random_visits

VISITS, DAYS, PAIRS = 8_000, 2_000, 4_000
UNREACHED = {
    "mue-1",
    "mue-2",
    "assistant-split",
    "who-unknown",
}  # no ceiling of the first sort was read, no code with one of the second earns two units, few
# codes are shared so, and the rules have a word on every role
RARE: list[Json] = [
    {
        "date": day,
        "payer": payer,
        "discipline": discipline,
        "services": [{"code": code, "minutes": 33, "by": by}],
        "active_care": False,
        "abn": "none",
    }
    for day, payer, discipline, code, by in (
        ("2026-03-02", "medicare-part-b", "pt", "20560", "physician"),
        ("2026-03-02", "medicare-part-b", "chiropractic", "98940", "chiropractor"),
        ("2026-03-02", "uhc-medicare-advantage", "chiropractic", "98940", "chiropractor"),
        ("2005-01-01", "auto-florida-pip", "pt", "97810", "therapist"),
    )
] + [
    {
        "date": "2026-03-02",
        "payer": "medicare-part-b",
        "discipline": "pt",
        "services": [
            {"code": code, "minutes": minutes, "by": "therapist"}
            for code, minutes in minutes_of.items()
        ],
    }
    for minutes_of in (
        {"97140": 7, "97124": 16},
        dict.fromkeys(("97110", "97112", "97116", "97140", "97530"), 8),
    )
]
"""Visits that a random one seldom is, each for a sentence of its own."""
SETTINGS = ("practitioner", "hospital")
Pair = tuple[str, str, str, str]


@pytest.fixture(scope="module")
def facts(facts: Corpus) -> Corpus:
    """The authored facts, with a made-up code of every sort that content may not have."""
    return with_invented(facts)


@pytest.fixture(scope="module")
def cases(facts: Corpus) -> Json:
    return {
        "visits": [*random_visits(facts, VISITS), *RARE],
        "days": list(random_days(facts, DAYS)),
        "pairs": random_pairs(facts, PAIRS),
    }


@pytest.fixture(scope="module")
def ported(facts: Corpus, cases: Json, tmp_path_factory: pytest.TempPathFactory) -> Json:
    return run_port(facts, cases, tmp_path_factory.mktemp("port"))


def random_pairs(facts: Corpus, count: int) -> list[Pair]:
    """Codes of every edit in both orders, and any two others, at the edges of dates."""
    maker = Maker(facts, Random(5))
    known = [(str(edit.column1), str(edit.column2)) for edit in facts.edits.values()]
    some = [
        (
            (*maker.random.choice(known),)
            if maker.coin()
            else tuple(maker.random.choices((*facts.codes, *facts.other_codes), k=2))
        )
        for _ in range(count)
    ]
    return [
        (*maker.random.sample(pair, 2), maker.day().isoformat(), setting)
        for pair, setting in product(some, SETTINGS)
    ]


def of_visit(facts: Corpus, asked: Json) -> Json:
    found = build_claim(facts, Visit.model_validate(asked))
    return {
        **claim_json(facts, found),
        "alternatives": [[line_json(line) for line in way] for way in found.alternatives],
    }


def of_pair(facts: Corpus, asked: Pair) -> Json | None:
    one, other, day, setting = asked
    return pair_json(facts, one, other, date.fromisoformat(day), setting)


def differing(asked: Sequence, here: Sequence, there: Sequence) -> list:
    """The first few on which the two disagree, each with both answers."""
    return [
        (case, one, other)
        for case, one, other in zip(asked, here, there, strict=True)
        if one != other
    ][:3]


def test_thousands_of_visits_give_the_same_claims_and_sentences(
    facts: Corpus, cases: Json, ported: Json
) -> None:
    here = [of_visit(facts, asked) for asked in cases["visits"]]
    assert differing(cases["visits"], here, ported["visits"]) == []


def test_visits_of_many_codes_give_the_same_claims(facts: Corpus, tmp_path: Path) -> None:
    """Of every code too, whose allocations and edits are more than any day has."""
    codes, random = sorted(facts.codes), Random(11)
    many = [
        crowded_visit(
            random.sample(codes, random.choice((12, 25, 40, len(codes)))),
            random.choices(range(1, 12), k=random.randrange(1, 5)),
            discipline=random.choice(("pt", "ot", "chiropractic")),
            denial_wanted=True,
        )
        for _ in range(24)
    ]
    there = run_port(facts, {"visits": many}, tmp_path)["visits"]
    assert differing(many, [of_visit(facts, asked) for asked in many], there) == []


def test_days_give_the_same_units_by_both_methods(facts: Corpus, cases: Json, ported: Json) -> None:
    days = [CountedDay.model_validate(asked) for asked in cases["days"]]
    here = [
        [units_json(facts, units_of_day(facts, day, method)) for method in ("cms", "ama")]
        for day in days
    ]
    assert differing(cases["days"], here, ported["days"]) == []


def test_pairs_give_the_same_edits_on_every_date(facts: Corpus, cases: Json, ported: Json) -> None:
    assert (
        differing(
            cases["pairs"], [of_pair(facts, asked) for asked in cases["pairs"]], ported["pairs"]
        )
        == []
    )


def test_the_random_visits_reach_every_sentence_of_the_engine(ported: Json) -> None:
    """By the longest stretch of each that is always the same."""
    output = json.dumps([ported["visits"], ported["days"]], ensure_ascii=False)
    parts = {
        name: max(re.split(r"\{\w+\}", text), key=len)
        for name, text in MESSAGES.items()
        if name == "attribute-missing"
        or not name.startswith("attribute-")  # words, of which the rules ask only some
    }
    assert [
        name for name, part in parts.items() if part not in output and name not in UNREACHED
    ] == []
    assert sum(bool(answer["alternatives"]) for answer in ported["visits"]) > VISITS / 150


def test_the_facts_for_the_browser_are_small(facts: Corpus) -> None:
    assert len(gzip.compress(facts_script(facts))) < 60_000
