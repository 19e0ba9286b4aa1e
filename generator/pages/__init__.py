"""Page models: what is shown.

Every decision about a page is made here; templates only place text.

May import: authoring, billing, cache, facts, questions.
"""

from collections.abc import Iterator

from generator.facts.corpus import Corpus
from generator.pages.classroom_pages import classroom_pages
from generator.pages.clinic_page import clinic_page
from generator.pages.code_pages import code_pages
from generator.pages.fact_check_page import fact_check_pages
from generator.pages.family_pages import family_pages
from generator.pages.guide_page import guide_page
from generator.pages.home_page import home_page
from generator.pages.lesson_pages import lesson_pages
from generator.pages.maintenance_pages import maintenance_pages
from generator.pages.myth_pages import myth_pages
from generator.pages.page import Page
from generator.pages.quiz_pages import quiz_pages
from generator.pages.tool_pages import tool_pages
from generator.pages.track_pages import track_pages
from generator.pages.variant_pages import variant_index


def all_pages(corpus: Corpus) -> Iterator[Page]:
    """Every page of the site, from a corpus without errors."""
    yield from home_page(corpus)
    yield from lesson_pages(corpus)
    yield from code_pages(corpus)
    yield from family_pages(corpus)
    yield from guide_page(corpus)
    yield from myth_pages(corpus)
    yield from quiz_pages(corpus)
    yield from track_pages(corpus)
    yield from tool_pages(corpus)
    yield from fact_check_pages(corpus)
    yield from classroom_pages(corpus)
    yield from maintenance_pages(corpus)
    yield from variant_index(corpus)
    yield from clinic_page(corpus)
