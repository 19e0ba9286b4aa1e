"""Every reason and remark code that the engine can give is explained on a page of its own."""

import pytest

from generator.billing.adjudication.payer_case import TABLE, reason_codes, remark_codes
from generator.facts.corpus import Corpus


@pytest.mark.parametrize("code", [*reason_codes(), *remark_codes()])
def test_a_code_has_its_page(corpus: Corpus, code: str) -> None:
    pages = {name for one in corpus.adjustments.values() for name in one.spellings}
    assert code in pages


def test_every_source_of_the_table_exists(corpus: Corpus) -> None:
    entries = [
        entry
        for kind in ("items", "decisions", "amounts")
        for entry in TABLE[kind].values()
        if "sources" in entry
    ]
    assert {name for entry in entries for name in entry["sources"]} <= set(corpus.sources)


def test_every_rejection_names_an_item_with_sources() -> None:
    assert {entry["item"] for entry in TABLE["rejections"].values()} == set(TABLE["items"])
