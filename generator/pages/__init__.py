"""Page models: what is shown.

Every decision about a page is made here; templates only place text.

May import: authoring, billing, cache, exports, facts, findings, notices, questions.
"""

from collections.abc import Iterator

from generator.facts.corpus import Corpus
from generator.pages.claim_form_pages import claim_form_pages
from generator.pages.classroom_pages import classroom_pages
from generator.pages.clinic_page import clinic_page
from generator.pages.clinics_pages import clinics_pages
from generator.pages.code_pages import code_pages
from generator.pages.denial_pages import denial_pages
from generator.pages.desk_page import desk_page
from generator.pages.fact_check_page import fact_check_pages
from generator.pages.family_pages import family_pages
from generator.pages.folder_pages import folder_pages
from generator.pages.guide_page import guide_page
from generator.pages.home_page import home_page
from generator.pages.lesson_pages import lesson_pages
from generator.pages.license_page import license_page
from generator.pages.maintenance_pages import maintenance_pages
from generator.pages.myth_pages import myth_pages
from generator.pages.page import Page
from generator.pages.quiz_pages import quiz_pages
from generator.pages.remittance_page import remittance_page
from generator.pages.sheet_pages import sheet_pages
from generator.pages.tool_pages import tool_pages
from generator.pages.track_pages import track_pages
from generator.pages.variant_pages import variant_index

PAGES = (
    home_page,
    lesson_pages,
    code_pages,
    family_pages,
    guide_page,
    myth_pages,
    quiz_pages,
    desk_page,
    track_pages,
    sheet_pages,
    claim_form_pages,
    denial_pages,
    tool_pages,
    remittance_page,
    fact_check_pages,
    classroom_pages,
    clinics_pages,
    maintenance_pages,
    license_page,
    variant_index,
    clinic_page,
)


def all_pages(corpus: Corpus) -> Iterator[Page]:
    """Every page of the site, from a corpus without errors."""
    found = [page for pages in PAGES for page in pages(corpus)]
    yield from found
    yield from folder_pages(found)
