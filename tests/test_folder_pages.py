"""An address that is shortened to its folder answers: each folder of pages has an index."""

from posixpath import dirname

from generator.facts.corpus import Corpus
from generator.pages import all_pages


def test_every_folder_of_pages_has_an_index(corpus: Corpus) -> None:
    paths = [page.path for page in all_pages(corpus.public)]
    assert len(paths) == len(set(paths))
    folders = {dirname(path) for path in paths}
    assert {"learn/claim-forms", "learn/rules", "families"} <= folders
    assert {
        folder for folder in folders if f"{folder}/index.md".removeprefix("/") not in paths
    } == set()


def test_an_index_that_was_missing_leads_to_every_page_of_its_folder(corpus: Corpus) -> None:
    pages = {page.path: page for page in all_pages(corpus.public)}
    cards = pages["learn/claim-forms/index.md"].view["cards"]
    assert [card.path for card in cards] == [
        "learn/claim-forms/professional.md",
        "learn/claim-forms/institutional.md",
    ]
