"""Page models: what is shown.

Every decision about a page is made here; templates only place text.
"""

from collections.abc import Iterator

from generator.corpus import Corpus
from generator.pages.checking import checking_pages
from generator.pages.classroom import classroom_pages
from generator.pages.clinic import clinic_page
from generator.pages.codes import code_pages
from generator.pages.endless import endless_index
from generator.pages.families import family_pages
from generator.pages.guide import guide_page
from generator.pages.home import home_page
from generator.pages.myths import myth_pages
from generator.pages.page import Page
from generator.pages.practise import quiz_pages
from generator.pages.reading import reading_pages
from generator.pages.tools import tool_pages
from generator.pages.tracks import track_pages
from generator.pages.upkeep import upkeep_pages


def all_pages(corpus: Corpus) -> Iterator[Page]:
    """Every page of the site, from a corpus without errors."""
    yield from home_page(corpus)
    yield from reading_pages(corpus)
    yield from code_pages(corpus)
    yield from family_pages(corpus)
    yield from guide_page(corpus)
    yield from myth_pages(corpus)
    yield from quiz_pages(corpus)
    yield from track_pages(corpus)
    yield from tool_pages(corpus)
    yield from checking_pages(corpus)
    yield from classroom_pages(corpus)
    yield from upkeep_pages(corpus)
    yield from endless_index(corpus)
    yield from clinic_page(corpus)
