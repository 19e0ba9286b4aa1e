"""The page of licenses: ours, and those of everything of others that the site carries."""

from collections.abc import Iterator
from itertools import chain

from generator.facts.corpus import Corpus
from generator.notices.third_party import NOTICE, components, license_texts
from generator.pages.page import Page

PATH = "about/licenses.md"


def license_page(_: Corpus) -> Iterator[Page]:
    """The page of licenses."""
    groups = components()
    texts = license_texts(chain.from_iterable(groups.values()))
    paragraphs = {name: text.split("\n\n") for name, text in texts.items()}
    yield Page.of(PATH, "licenses", {"groups": groups, "texts": paragraphs, "notice": NOTICE})
