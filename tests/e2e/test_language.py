"""The interface in a second language, which is a file and nothing else.

The content stays English.
"""

import re

import pytest
from playwright.sync_api import expect

from generator.build.frontend import languages
from tests.e2e.conftest import ROOT

QUIZ = "practice/massage-vs-similar/"


def test_the_address_chooses_and_the_choice_is_kept(visit):
    page = visit.open(f"{QUIZ}?lang=es")
    expect(page.get_by_role("button", name="Comprobar").first).to_be_visible()
    page = visit.open("practice/manual-techniques/")
    expect(page.get_by_role("button", name="Comprobar").first).to_be_visible()
    page = visit.open(f"{QUIZ}?lang=en")
    expect(page.get_by_role("button", name="Check", exact=True).first).to_be_visible()
    assert not visit.complaints


def test_a_question_is_answered_in_spanish_and_stays_english(visit):
    page = visit.open(f"{QUIZ}?lang=es")
    page.wait_for_selector("rc-quiz[data-ready]")
    item = page.locator(".rc-item:visible").first
    prompt = item.locator("legend").inner_text()
    item.locator(".rc-option").first.click()
    item.get_by_role("button", name="Comprobar").click()
    expect(item.locator(".rc-verdict")).to_contain_text(re.compile("orrecto"))
    expect(page.get_by_role("button", name="Siguiente")).to_be_visible()
    assert item.locator("legend").inner_text() == prompt
    assert item.get_by_role("button", name="Comprobada").get_attribute("lang") == "es"
    assert page.locator("html").get_attribute("lang") == "en"


def test_it_is_chosen_at_the_end_of_a_page(visit):
    page = visit.open(QUIZ)
    page.get_by_label("Language of buttons and messages").select_option("es")
    page.locator(".rc-language button").click()
    expect(page.get_by_role("button", name="Comprobar").first).to_be_visible()


@pytest.mark.parametrize("asked", ["xx", "../../x", "<script>", "javascript:alert(1)"])
def test_a_language_there_is_no_file_for_leaves_english(visit, asked):
    page = visit.open(f"{QUIZ}?lang={asked}")
    expect(page.get_by_role("button", name="Check", exact=True).first).to_be_visible()


def test_the_ways_to_practice_speak_it_too(visit):
    page = visit.open("practice/progress/?lang=es")
    expect(page.locator("rc-practice")).to_contain_text("Todavía no hay respuestas guardadas")


def test_no_other_file_names_the_second_language():
    assert "es" in languages(ROOT)
    for path in (
        *(ROOT / "site_config/frontend").rglob("*.js"),
        *(ROOT / "generator").rglob("*.py"),
        ROOT / "mkdocs.yml",
    ):
        if path.stem != "es":
            assert not re.search(r"""["'/]es(?:\.js)?["']""", path.read_text(encoding="utf-8")), (
                path
            )
