"""The site's search finds what people type, by the browser's own ranking."""

import gzip
import json
import re
import subprocess
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import deno
import pytest
import yaml

from generator.build.search_index import SCRIPT
from generator.facts.corpus import Corpus
from generator.pages import all_pages
from generator.pages.search_entries import SearchEntry, search_entries
from generator.pages.sheet_tables import sheet_tables
from tests.conftest import ROOT
from tests.content.test_clinic_words import LISTS, UNKNOWN

HERE = Path(__file__).parent
MOST_BYTES = 120_000  # gzipped, of the index and its script; the goal is 300 kB at 1,000 pages
FIRST, TOP_THREE = 0.95, 0.99
SHOWN = 5


@cache
def table() -> Sequence[Mapping[str, object]]:
    return yaml.safe_load((HERE / "queries.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found(site_files: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> object:
    """Asks the browser's search for lists of queries."""
    folder = tmp_path_factory.mktemp("search")
    index = folder / "index.js"
    index.write_bytes(site_files[SCRIPT])

    def ask(queries: Sequence[str]) -> list[list[str]]:
        asked = folder / "queries.json"
        asked.write_text(json.dumps(queries), encoding="utf-8")
        script = ROOT / "tests/js/site_search.js"
        done = subprocess.run(
            [
                deno.find_deno_bin(),
                "run",
                "--quiet",
                f"--allow-read={folder}",
                script,
                index,
                asked,
            ],
            capture_output=True,
            text=True,
            check=True,
        )
        return [[one["address"] for one in results] for results in json.loads(done.stdout)]

    return ask


def fits(address: str, wanted: Sequence[str]) -> bool:
    return any(
        address.lower() == one.lower() if "#" in one else address.partition("#")[0] == one
        for one in wanted
    )


def test_the_page_that_people_want_comes_first(found) -> None:
    rows = table()
    answers = found([str(row["query"]) for row in rows])
    first = [
        bool(got) and fits(got[0], row["want"]) for row, got in zip(rows, answers, strict=True)
    ]
    three = [
        any(fits(one, row["want"]) for one in got[:3])
        for row, got in zip(rows, answers, strict=True)
    ]
    missed = [row["query"] for row, right in zip(rows, first, strict=True) if not right]
    assert len(rows) >= 120
    assert sum(first) >= FIRST * len(rows), missed
    assert sum(three) >= TOP_THREE * len(rows), missed


def test_every_page_that_the_table_wants_is_in_the_index(corpus: Corpus) -> None:
    addresses = {*addresses_of(corpus), *rows_of(corpus)}
    wanted = {one for row in table() for one in row["want"]}
    assert {one for one in wanted if one.lower() not in addresses} == set()


def rows_of(corpus: Corpus) -> set[str]:
    """Rows of cheat sheets that are looked up by a number."""
    return {
        f"sheets/{sheet.id}/#{row}"
        for sheet in corpus.sheets.values()
        for table in sheet_tables(corpus, sheet)
        for line in table.lines
        for row in line.ids
    }


def addresses_of(corpus: Corpus) -> list[str]:
    return [
        re.sub(r"(?:/index|^index)?\.md(?=#|$)", "/", entry.path).lower()
        for entry in entries(corpus)
    ]


def entries(corpus: Corpus) -> tuple[SearchEntry, ...]:
    return search_entries(corpus.public, all_pages(corpus.public))


def test_words_of_notes_lead_to_their_codes(corpus: Corpus, found) -> None:
    """The words with which the guide is tested, which nobody wrote for the search."""
    words = {word: wanted for part in LISTS.values() for word, wanted in part.items()}
    answers = found([str(word) for word in words])
    missed = {
        word
        for (word, wanted), got in zip(words.items(), answers, strict=True)
        if not any(codes_at(corpus, one) & set(wanted) for one in got[:SHOWN])
    }
    assert missed <= UNKNOWN


def codes_at(corpus: Corpus, address: str) -> set[str]:
    """The codes that a result leads to, and `none` where nothing is billed."""
    path, _, place = address.partition("#")
    if place in corpus.techniques and path.startswith("codes/"):
        rules = corpus.techniques[place].codes
        return {str(code) for rule in rules for code in rule.codes or ("none",)}
    if path.startswith("compare/"):
        return set(map(str, corpus.comparisons[path.split("/")[1]].codes))
    return {place.upper() if path == "codes/other/" else path.rstrip("/").rpartition("/")[2]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("re-evaluation", "reevaluation"),
        ("re-evaluation", "re evaluation"),
        ("e-stim", "estim"),
        ("co-treatment", "cotreatment"),
        ("CO-97", "co 97"),
        ("97110", " cpt 97110 "),
        ("97110", "97110-GP"),
        ("hot packs", "hot pack"),
    ],
)
def test_spelling_does_not_matter(found, one: str, other: str) -> None:
    first, second = found([one, other])
    assert first and first[0] == second[0]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ultrsound", "ultrasound"),
        ("masage", "massage"),
        ("iontophorisis", "iontophoresis"),
        ("parafin", "paraffin"),
        ("aquatc therapy", "aquatic therapy"),
        ("maunal therapy", "manual therapy"),
    ],
)
def test_a_slip_of_the_finger_finds_the_same(found, typed: str, meant: str) -> None:
    first, second = found([typed, meant])
    assert first and first[0] == second[0]


@pytest.mark.parametrize("word", ["97124", "cupping", "gradebook", "iontophoresis"])
def test_the_beginning_of_a_word_finds_it_while_it_is_typed(found, word: str) -> None:
    whole, *begun = found([word, *(word[:length] for length in range(4, len(word)))])
    assert all(whole[0] in answer[:5] for answer in begun)


@pytest.mark.parametrize(
    "query", ["", " ", "'", "<script>", "((", "97", "É", "a" * 5000, "vs", "-"]
)
def test_no_query_is_too_odd(found, query: str) -> None:
    (answer,) = found([query])
    assert len(answer) <= 12


def test_the_index_is_small_and_the_same_each_time(
    corpus: Corpus, site_files: Mapping[str, bytes]
) -> None:
    assert len(gzip.compress(site_files[SCRIPT], 6)) < MOST_BYTES
    assert entries(corpus) == entries(corpus)


def test_no_line_of_a_result_shows_signs_of_markup(corpus: Corpus) -> None:
    shown = [
        entry for entry in entries(corpus) if re.search(r"\[\[|\[@|<\w|\*\*|&\w+;", entry.line)
    ]
    assert shown == []
