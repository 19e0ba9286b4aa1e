"""Quiz, exam, search, classroom, offline, a folder of a host, and the folder by double-click."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.build.finish.finishing import SOURCES, read_folder
from generator.build.finish.folder_bundle import bundle_files
from generator.results.gradebook import new_class_key
from tests.conftest import MakeOnce
from tests.e2e.browsers.webdriver import Browser
from tests.e2e.conftest import ROOT
from tests.e2e.hosts import hosted
from tests.e2e.practicing import CHOOSE, CHOOSE_ANY, GIVEN
from tests.e2e.test_classroom import assignment
from tests.e2e.test_gradebook import TO_DROP
from tests.e2e.test_offline import Host, hosting

QUIZ = "practice/massage-vs-similar/"
READY = "(tag) => Boolean(document.querySelector(`${tag}[data-ready]`))"
HAS = "(selector, text) => document.querySelector(selector)?.innerText.includes(text) ?? false"
NO_OVERFLOW = "() => document.documentElement.scrollWidth <= innerWidth"
KEEP_SAVED = """() => {
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    window.lastSaved = blob;
    return make.call(URL, blob);
  };
}"""
"""What the page saves as a file can be read by the test."""

KEPT = """async () => {
  const worker = await navigator.serviceWorker?.getRegistration();
  return Boolean(worker?.active) && navigator.serviceWorker.controller !== null;
}"""


@pytest.fixture
def root(site: Path) -> Iterator[str]:
    """The site below the root of its host."""
    with hosted(site, "rightcode/") as origin:
        yield origin


@pytest.fixture
def host(small_site: Path) -> Iterator[Host]:
    with hosting(small_site) as serving:
        yield serving


@pytest.fixture(scope="session")
def folder(make_once: MakeOnce, site: Path) -> str:
    """The address of the unpacked folder that `rightcode bundle` makes."""

    def unpacked(out: Path) -> None:
        scripts = {"assets/file.js": (ROOT / SOURCES / "file.js").read_bytes()}
        for path, content in bundle_files(read_folder(site), scripts).items():
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            (out / path).write_bytes(content)

    return f"{make_once('My téaching files', unpacked).as_uri()}/"


def answer_one(window: Browser) -> None:
    window.find(".rc-item .rc-answer, .rc-item .rc-options")
    window.run(CHOOSE, True)
    window.click(".rc-check")
    window.find(".rc-verdict")


def test_a_quiz_is_answered_kept_and_seen_by_the_next_page_at_once(window: Browser, root: str):
    window.open(root + QUIZ)
    window.until(READY, "rc-quiz")
    answer_one(window)
    window.open(root + "practice/progress/")
    window.until(HAS, "rc-practice", "1 answer to 1 question")
    window.open(root + QUIZ)
    window.until(HAS, "rc-quiz", "1 answered")
    assert window.run(NO_OVERFLOW)


def test_an_exam_is_begun_left_and_handed_in(window: Browser, root: str):
    window.open(root + "practice/exam/")
    window.until(READY, "rc-practice")
    window.click("button", "Start the exam")
    window.find("[role=timer]")
    title = window.text(".rc-item__title")
    assert not window.run(GIVEN)
    window.run(CHOOSE_ANY)
    assert window.run(GIVEN)
    window.reload()
    window.find("[role=timer]")
    assert window.text(".rc-item__title") == title
    assert window.run(GIVEN)
    window.click("button", "Submit")
    window.click("button", "Submit now")
    window.find("h2", "Results")


def test_the_search_looks_right_and_finds(window: Browser, root: str):
    window.open(root + "learn/")
    window.click(".md-search__input")
    window.write(".md-search__input", "hot pack")
    window.find(".rc-found__link", "97010")
    shape = "() => getComputedStyle(document.querySelector('.rc-found__link')).display"
    assert window.run(shape) != "inline"
    window.click(".rc-found__link", "97010")
    window.until(HAS, "h1", "97010")


@pytest.mark.parametrize("sealed", [False, True])
def test_an_assignment_is_done_and_scored_in_the_gradebook(window: Browser, root: str, sealed):
    key = new_class_key()
    link = assignment(**({"key": key["public"]} if sealed else {}))
    window.open(f"{root}classroom/assignment/{link}")
    window.until(READY, "rc-assignment")
    window.write("#rc-learner-name", "Ada Example")
    window.click("button", "Start")
    window.find(".rc-item")
    window.run(CHOOSE_ANY)
    assert window.run(GIVEN)
    window.click("button", "Submit")
    window.click("button", "Submit now")
    window.find("button", "Download your answers")
    window.run(KEEP_SAVED)
    window.click("button", "Download your answers")
    saved = window.until("async () => await window.lastSaved?.text()")
    assert ("Ada Example" in saved) is not sealed
    window.open(root + "classroom/gradebook/")
    window.until(READY, "rc-gradebook")
    window.run(TO_DROP, [["result.json", saved]])
    if sealed:
        window.until(HAS, ".rc-warning", "waiting for the class key")
        window.run(TO_DROP, [["class.json", json.dumps(key)]])
    window.until(HAS, ".rc-grades tbody tr", "Ada Example")
    assert " of 3" in window.text(".rc-grades tbody tr")


def test_the_site_opens_without_a_network(window: Browser, host: Host):
    window.open(host.origin)
    window.until(KEPT)
    host.down()
    window.open(f"{host.origin}codes/97124/")
    window.until(HAS, "h1", "97124")
    window.open(f"{host.origin}codes/99999/")
    window.until(HAS, "h1", "Page not found")
    window.click("a", "All codes")
    window.until(HAS, "h1", "Codes")


def test_a_missing_page_below_the_root_leads_back_into_the_site(window: Browser, root: str):
    window.open(f"{root}codes/99999/")
    window.until(HAS, "h1", "Page not found")
    window.until("(href) => document.querySelector('article a').href === href", root)
    assert window.run("() => getComputedStyle(document.body).fontFamily").startswith('"Atkinson')
    window.click("a", "All codes")
    window.until(HAS, "h1", "Codes")


def test_the_folder_works_by_double_click_and_says_what_it_keeps(window: Browser, folder: str):
    """Firefox has a store for each page of a folder: the page says so, and offers the way."""
    window.open(f"{folder}{QUIZ}index.html")
    window.until(READY, "rc-quiz")
    answer_one(window)
    apart = window.name == "firefox"
    notice = "() => document.querySelector('[data-problem=apart]')?.innerText ?? ''"
    assert ("keeps the answers of each page" in window.run(notice)) is apart
    window.open(f"{folder}practice/progress/index.html")
    window.until(READY, "rc-practice")
    found = "No answers saved yet" if apart else "1 answer to 1 question"
    window.until(HAS, "rc-practice", found)
    window.open(f"{folder}codes/index.html")
    window.click("article a[href*='97140']")
    window.until(HAS, "h1", "97140")
