"""The script of the page that checks a text.

Whole, small enough, and its addresses lead somewhere.
"""

import gzip
import json
from collections.abc import Mapping

import pytest

from generator.fact_check.checker_script import claims_script, claims_table
from generator.facts.corpus import Corpus

MOST = 850  # bytes a code, compressed: only the page that checks a text loads it


@pytest.fixture(scope="module")
def teaching(corpus: Corpus) -> dict[str, dict]:
    return claims_table(corpus.public)["teaching"]


def test_it_is_one_assignment_of_json(corpus: Corpus) -> None:
    text = claims_script(corpus).decode()
    start = "globalThis.rightcodeClaims="
    assert text.startswith(start) and json.loads(
        text.removeprefix(start).rstrip().rstrip(";")
    ) == json.loads(json.dumps(claims_table(corpus)))


def test_it_stays_small(corpus: Corpus) -> None:
    assert len(gzip.compress(claims_script(corpus.public))) < MOST * len(corpus.codes)


def test_the_confusion_of_massage_and_exercise_leads_to_its_myth(teaching: dict[str, dict]) -> None:
    assert teaching["confusions"]["97124 97110"] == "massage-is-exercise"
    assert teaching["myths"]["massage-is-exercise"]["quiz"] is not None


def test_its_addresses_are_pages_of_the_site(
    site_files: Mapping[str, bytes], teaching: dict[str, dict]
) -> None:
    pages = set(site_files)
    quizzes = [
        *teaching["quizzes"].values(),
        *(myth["quiz"] for myth in teaching["myths"].values() if myth["quiz"]),
    ]
    addresses = {
        lead["address"].partition("#")[0].rstrip("/")
        for lead in (*teaching["myths"].values(), *quizzes)
    }
    assert {one for one in addresses if not {f"{one}.md", f"{one}/index.md"} & pages} == set()
