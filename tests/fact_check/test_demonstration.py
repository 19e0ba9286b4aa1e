"""Articles are marked where they are wrong; what the site shows of two rests on judged claims."""

import pytest

from generator.fact_check.checker import Checker
from generator.facts.corpus import Corpus
from tests.conftest import ROOT
from tests.fact_check.marking import Found, marked

ARTICLES = ROOT / "tests" / "fact_check" / "articles"  # ours, written for this test
MARKS: dict[str, list[Found]] = {
    "billing-blog.txt": [
        (4, "definition", "97124"),
        (6, "timing", None),
        (7, "technique", "97140"),
        (9, "pair", None),
    ],
    "exercise-handout.md": [
        (4, "definition", "97150"),
        (5, "definition", "97110"),
        (7, "timing", None),
    ],
}


@pytest.mark.parametrize("name", MARKS)
def test_the_checker_marks_the_wrong_paragraphs_and_no_others(checker: Checker, name: str) -> None:
    assert marked(checker, name, (ARTICLES / name).read_bytes()) == MARKS[name]


def test_no_mark_on_the_site_stands_for_what_was_judged_true(corpus: Corpus) -> None:
    named = {
        name
        for shown in corpus.demonstrations.values()
        for mark in shown.marks
        for name in mark.claims
    }
    assert len(named) > 10
    assert {corpus.claims[name].verdict for name in named} <= {"false", "misleading"}
