"""The blueprint counts a question once per objective and code, and names what is missing."""

from collections import Counter

import pytest

from generator.facts.corpus import Corpus
from generator.pages.practice_pages import bank_entries
from generator.questions.blueprint import FEWEST, blueprint, codes_asked, in_short
from generator.questions.exam_weights import family_of


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


def test_exam_weights_bring_each_family_to_its_share(corpus: Corpus) -> None:
    entries = [entry for entry in bank_entries(corpus) if entry["weight"]]
    sums = Counter[str]()
    for entry in entries:
        if family := family_of(corpus, entry["codes"]):
            sums[family] += entry["weight"]
    for name, weight in sums.items():
        assert abs(100 * weight / sums.total() - corpus.families[name].exam_share) < 1, name
    assert sum(family.exam_share or 0 for family in corpus.families.values()) == 100


def test_judged_sentences_are_few_of_what_is_drawn(corpus: Corpus) -> None:
    drawn = [item for item in corpus.items.values() if not item.own_quiz_only]
    assert sum(item.kind == "judge-claim" for item in drawn) <= 0.03 * len(drawn)
