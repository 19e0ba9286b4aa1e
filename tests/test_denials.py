"""Reason and remark codes: what the engine names has a page, and each says what to do first."""

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
