"""The words of daily notes lead to techniques and codes, in any order, here and in the browser."""

import json
import subprocess
from pathlib import Path

import deno
import pytest
import yaml

from generator.billing.input_files import read
from generator.billing.word_search import Entry, entries, find, phrases_by_reference
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit
from tests.conftest import ROOT

LISTS = yaml.safe_load((Path(__file__).parent / "clinic_words.yaml").read_text(encoding="utf-8"))
SHOWN = 8
"""As many as the guide shows."""
UNKNOWN = {
    "craniosacral",
    "serial casting",
    "home evaluation",
    "Semmes-Weinstein",
    "dressing change",
}
"""Held-back words for which no source was read that says how they are billed."""
QUERIES = (
    "L knee PROM 10 min",
    "table traction",
    "treadmill for endurance",
    "bri",
    "",
    "zz",
    "é-stim",
)


@pytest.fixture(scope="module")
def everything(corpus: Corpus) -> tuple[Entry, ...]:
    return entries(corpus)


def leads_to(corpus: Corpus, reference: str) -> set[str]:
    """The codes behind a match, and `none` where nothing is billed."""
    register, name = reference.split("/")
    if register == "codes":
        return {name}
    rules = corpus.techniques[name].codes
    return {code for rule in rules for code in rule.codes or ("none",)}


@pytest.mark.parametrize("part", LISTS)
def test_every_word_leads_to_its_code(
    corpus: Corpus, everything: tuple[Entry, ...], part: str
) -> None:
    missed = {
        word
        for word, wanted in LISTS[part].items()
        if not any(leads_to(corpus, name) & set(wanted) for name in find(everything, word)[:SHOWN])
    }
    assert missed <= UNKNOWN


@pytest.mark.parametrize("part", LISTS)
def test_the_first_answer_is_right(
    corpus: Corpus, everything: tuple[Entry, ...], part: str
) -> None:
    """Nearly always: who types a word on a phone reads one line."""
    words = LISTS[part]
    right = [
        word
        for word, wanted in words.items()
        if any(leads_to(corpus, name) & set(wanted) for name in find(everything, word)[:1])
    ]
    assert len(right) >= len(words) * 0.95 - len(UNKNOWN & set(words))


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("traction", "techniques/traction"),
        ("cervical traction", "techniques/traction"),
        ("traction, neck", "techniques/traction"),
        ("traction, cervical", "techniques/traction"),
        ("aphasia", "techniques/aphasia-care"),
        ("97110", "codes/97110"),
        ("therex", "codes/97110"),
        ("Re-ed, neuro", "codes/97112"),
        ("g0283", "codes/G0283"),
        ("S8948", "codes/S8948"),
        ("range of motion measurement", "codes/95851"),
    ],
)
def test_the_nearest_comes_first(everything: tuple[Entry, ...], words: str, first: str) -> None:
    """A word that leaves the code open leads to the question that parts the codes."""
    assert find(everything, words)[0] == first


@pytest.mark.parametrize(
    ("word", "wanted"), [("STM", {"97140"}), ("MoCA", {"none"}), ("SLUMS", {"none"})]
)
def test_a_word_that_decides_leads_to_one_answer(
    corpus: Corpus, everything: tuple[Entry, ...], word: str, wanted: set[str]
) -> None:
    """Soft tissue work of no stated purpose asks; STM is mobilization. A screen is no test."""
    assert set().union(*(leads_to(corpus, name) for name in find(everything, word))) == wanted


def test_a_code_that_is_only_named_is_found_by_its_meaning(everything: tuple[Entry, ...]) -> None:
    assert "codes/G0541" in find(everything, "caregiver training")


def test_the_browser_finds_the_same(
    corpus: Corpus, everything: tuple[Entry, ...], tmp_path: Path
) -> None:
    queries = [*QUERIES, *(str(word) for words in LISTS.values() for word in words)]
    given = tmp_path / "given.json"
    phrases = [[name, found] for name, found in phrases_by_reference(corpus).items()]
    given.write_text(json.dumps([phrases, queries]), encoding="utf-8")
    script = ROOT / "tests/js/word_search.js"
    done = subprocess.run(
        [deno.find_deno_bin(), "run", "--quiet", f"--allow-read={given}", script, given],
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == [find(everything, query) for query in queries]


def test_a_visit_may_name_a_technique_in_a_notes_own_words(corpus: Corpus) -> None:
    given = {
        "date": "2026-03-02",
        "payer": "medicare-part-b",
        "discipline": "pt",
        "services": [{"technique": words} for words in ("Game Ready", "quad set", "ice cup")],
    }
    visit = read(corpus, Visit, "visit.json", json.dumps(given).encode())
    assert [service.technique for service in visit.services] == [
        "vasopneumatic-compression",
        "strengthening-exercise",
        "cold-pack",
    ]
