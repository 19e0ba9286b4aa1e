"""Reason and remark codes: what the engine names has a page, and each says what to do first."""

from itertools import combinations

import pytest

from generator.billing.data_tables import DENIALS
from generator.facts.corpus import Corpus
from generator.pages.denial_pages import REMEDIES, TOPICS, beside, denial_pages, in_order
from generator.pages.page import Page


@pytest.fixture(scope="module")
def pages(corpus: Corpus) -> dict[str, Page]:
    return {page.path: page for page in denial_pages(corpus)}


def test_every_reason_that_the_engine_names_has_a_page(corpus: Corpus) -> None:
    numbers = {one.number for one in corpus.adjustments.values() if not one.is_remark}
    assert set(DENIALS) - numbers == set()


def test_the_finder_lists_every_code_once(corpus: Corpus, pages: dict[str, Page]) -> None:
    topics = pages["denials/index.md"].view["topics"]
    listed = [row.entry.id for _, rows in topics for row in rows]
    assert sorted(listed) == sorted(corpus.adjustments)


def test_a_code_is_found_in_every_spelling(pages: dict[str, Page]) -> None:
    topics = pages["denials/index.md"].view["topics"]
    exact = {row.entry.id: row.exact.split() for _, rows in topics for row in rows}
    assert exact["co-50"] == ["co50", "pr50", "50"]
    assert exact["n362"] == ["n362"]
    spellings = [text for found in exact.values() for text in found]
    assert len(spellings) == len(set(spellings))


def test_words_are_there_for_every_topic_and_remedy(corpus: Corpus) -> None:
    found = corpus.adjustments.values()
    assert {one.topic for one in found} == set(TOPICS)
    assert {cause.remedy for one in found for cause in one.causes} <= set(REMEDIES)


def test_a_remark_leads_to_the_reasons_it_comes_with(corpus: Corpus) -> None:
    assert set(beside(corpus, corpus.adjustments["n115"])) == {"co-11", "co-50", "co-151"}


def test_reasons_come_by_number_before_remarks(corpus: Corpus) -> None:
    names = [one.id for one in in_order(tuple(corpus.adjustments.values()))]
    assert names.index("co-4") < names.index("co-97") < names.index("co-151") < names.index("n56")


def test_no_patient_pays_by_co_without_a_notice(corpus: Corpus) -> None:
    """A code that comes with CO alone never sends a bill to the patient."""
    billed = {
        f"{one.id}/{cause.id}"
        for one in corpus.adjustments.values()
        if one.groups == ("CO",)
        for cause in one.causes
        if cause.patient == "billed" or cause.remedy == "bill-patient"
    }
    assert billed == set()


def test_remittances_with_the_same_answer_are_near_twins(corpus: Corpus) -> None:
    """Two questions that the same causes and remedies decide are never drawn together."""
    by_answer: dict[frozenset[tuple[str, str, object]], list[str]] = {}
    for item in corpus.items.values():
        right = frozenset(
            (str(option.holds.fact), option.holds.slot, option.holds.equals)
            for option in item.choices
            if option.key and hasattr(option, "holds")
        )
        if any(".remedy" in slot for _, slot, _ in right) and not item.own_quiz_only:
            by_answer.setdefault(right, []).append(item.id)
    drawn_together = [
        (one, other)
        for names in by_answer.values()
        for one, other in combinations(names, 2)
        if other not in corpus.enemies_of.get(one, ())
    ]
    assert drawn_together == []


def test_what_patients_owe_is_no_clue(corpus: Corpus) -> None:
    """Neither that they are billed nor that they are not is always right, or always wrong."""
    said = [
        (option.holds.equals, bool(option.key))
        for item in corpus.items.values()
        for option in item.choices
        if hasattr(option, "holds") and option.holds.slot.endswith(".patient")
    ]
    right = [key for _, key in said]
    not_billed = [key for value, key in said if value == "not-billed"]
    assert 0.3 < sum(right) / len(right) < 0.7
    assert 0.2 < sum(not_billed) / len(not_billed) < 0.8
