"""The page about the two judged articles says exactly what the checker finds in them."""

import pytest

from generator.fact_check.checker import Checker
from generator.fact_check.readers import read_document
from generator.facts.corpus import Corpus
from tests.conftest import SHARED

SEEDS = {
    "seed-a-massage-explainer": "000_aca58c1c5e3b2fe1.txt",
    "seed-b-exercise-mixup": "001_fcdb0551a80c4049.txt",
}
Found = tuple[int, str, str | None]


@pytest.mark.parametrize("article", SEEDS)
def test_the_checker_marks_those_paragraphs_and_no_others(
    corpus: Corpus, checker: Checker, article: str
) -> None:
    path = SHARED / "seeds" / SEEDS[article]
    if not path.exists():
        pytest.skip(
            "the articles are not part of the project; they lie beside it where they may be read"
        )
    shown = corpus.demonstrations[article]
    assert [(mark.paragraph, mark.kind, mark.right_code) for mark in shown.marks] == marked(
        checker, path.read_bytes()
    )
    assert shown.paragraphs == len(paragraphs(path.read_bytes()))


def marked(checker: Checker, raw: bytes) -> list[Found]:
    numbers = paragraphs(raw)
    wrong = [one for one in checker.check(read_document("seed.txt", raw)) if one.verdict == "wrong"]
    return [(numbers.index(one.line) + 1, one.kind, one.right_code) for one in wrong]


def paragraphs(raw: bytes) -> list[int]:
    """The lines on which something stands: in these texts each is a paragraph or a heading."""
    return [number for number, line in enumerate(raw.decode().splitlines(), 1) if line.strip()]


@pytest.mark.parametrize("article", SEEDS)
def test_no_mark_stands_for_what_was_judged_true(corpus: Corpus, article: str) -> None:
    named = {name for mark in corpus.demonstrations[article].marks for name in mark.claims}
    assert {corpus.claims[name].verdict for name in named} <= {"false", "misleading"}
