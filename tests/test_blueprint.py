"""The blueprint counts a question once per objective and code, and names what is missing."""

import pytest

from generator.facts.corpus import Corpus
from generator.questions.blueprint import FEWEST, blueprint, codes_asked, in_short


def test_a_small_project_is_counted_by_hand(base: Corpus) -> None:
    found = blueprint(base)
    assert found.items == len(base.items)
    assert sum(found.kinds.values()) == sum(found.levels.values()) == len(base.items)
    assert sum(found.objectives["tell-massage"].values()) == len(base.items)


def test_holes_are_the_codes_and_misconceptions_below_their_number(base: Corpus) -> None:
    found = blueprint(base)
    short = {code for code, levels in found.codes.items() if sum(levels.values()) < FEWEST["code"]}
    assert {hole.name for hole in found.holes if hole.sort == "code"} == short
    assert all(hole.found < hole.wanted for hole in found.holes)


def test_a_question_is_about_its_right_code_and_the_facts_under_its_key(corpus: Corpus) -> None:
    assert "97140" in codes_asked(corpus, corpus.items["manual-techniques-01"])
    assert "97112" not in codes_asked(corpus, corpus.items["manual-techniques-01"])


def test_cells_add_up_to_questions_objectives_and_codes(corpus: Corpus) -> None:
    found = blueprint(corpus)
    expected = sum(
        len(item.objectives) * max(1, len(codes_asked(corpus, item)))
        for item in corpus.items.values()
    )
    assert sum(cell.questions for cell in found.cells) == expected


@pytest.mark.parametrize("word", ["questions", "difficulty 2", "Holes"])
def test_the_short_form_says_counts_and_holes(corpus: Corpus, word: str) -> None:
    assert word in in_short(blueprint(corpus))
