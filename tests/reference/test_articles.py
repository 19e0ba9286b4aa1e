"""The two judged articles: marked where they are wrong, shown as marked, and copied nowhere."""

import subprocess
import sys

import pytest

from generator.fact_check.checker import Checker
from generator.facts.corpus import Corpus
from tests.conftest import ROOT
from tests.fact_check.conftest import Check
from tests.fact_check.marking import marked, paragraphs
from tests.reference.conftest import ARTICLES, SHARED
from tests.shared_words import runs, shared_runs, written

FILES = {
    "seed-a-massage-explainer": "000_aca58c1c5e3b2fe1.txt",
    "seed-b-exercise-mixup": "001_fcdb0551a80c4049.txt",
}
LINES = {
    "seed-a-massage-explainer": (
        {11, 19, 27, 35, 39, 43, 47, 71, 79, 85},
        {1, 3, 5, 7, 9, 13, 15, 17, 21, 23, 29, 31, 33, 45, 55, 63, 67},
    ),
    "seed-b-exercise-mixup": (
        {11, 13, 17, 21, 23, 27, 31, 35, 41, 43, 57, 59, 71, 83},
        {1, 3, 5, 7, 19, 29, 33, 45, 47, 49, 51, 63, 67, 73, 75, 79, 87, 93, 97},
    ),
}
# Runs that are the name of a thing, and no sentence of anybody's.
NAMES = {
    "current procedural terminology cpt codes are",
    "international classification of diseases tenth revision",
}
FOLDERS = ("content", "quizzes", "site_config", "generator")


def raw(article: str) -> bytes:
    return (ARTICLES / FILES[article]).read_bytes()


@pytest.mark.parametrize("article", FILES)
def test_the_page_shows_what_the_checker_marks(
    corpus: Corpus, checker: Checker, article: str
) -> None:
    shown = corpus.demonstrations[article]
    assert [(mark.paragraph, mark.kind, mark.right_code) for mark in shown.marks] == marked(
        checker, FILES[article], raw(article)
    )
    assert shown.paragraphs == len(paragraphs(raw(article)))


@pytest.mark.parametrize("article", FILES)
def test_an_article_is_marked_where_it_is_wrong_and_not_where_it_is_right(
    check: Check, article: str
) -> None:
    found = check(raw(article), FILES[article])
    lines = {one.line for one in found if one.verdict == "wrong"}
    wrong, right = LINES[article]
    assert (wrong - lines, right & lines) == (set(), set())


def test_the_wrong_code_of_the_second_article_is_put_right(check: Check) -> None:
    found = [
        one
        for one in check(raw("seed-b-exercise-mixup"), "article.txt")
        if one.verdict == "wrong" and one.kind in ("definition", "technique")
    ]
    assert {one.right_code for one in found} == {"97110"}


def test_no_six_words_stand_in_the_articles() -> None:
    theirs = {run for article in FILES for run in runs(raw(article).decode())} - NAMES
    assert shared_runs(written(ROOT), theirs) == []


def test_no_six_words_stand_in_an_official_descriptor() -> None:
    tool = SHARED / "tools" / "descriptor_overlap.py"
    command = [sys.executable, tool, *FOLDERS]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    last = done.stdout.splitlines()[-1]
    assert last == "0 runs of 6 words shared with an official descriptor", done.stdout
