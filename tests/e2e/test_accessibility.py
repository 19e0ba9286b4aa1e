"""WCAG 2.2 AA, as far as a browser can measure it.

Contrast, focus, targets, motion, reflow, names and announcements.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import PHONE
from tests.e2e.test_every_page import violations
from tests.e2e.waiting import PAINTED, settled

QUIZ = "practice/massage-vs-similar/"
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])

# The contrast of a color with the first opaque ground behind the element; colors by way of a
# canvas, so that every notation counts.
CONTRAST = """(() => {
  const paint = document.createElement("canvas").getContext("2d", {
    willReadFrequently: true,
  });
  const rgb = (color) => {
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = color;
    paint.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = paint.getImageData(0, 0, 1, 1).data;
    return { r, g, b, a: a / 255 };
  };
  const light = ({ r, g, b }) =>
    [r, g, b].map((v) => v / 255).map((v) =>
      v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
    ).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const found = rgb(getComputedStyle(at).backgroundColor);
      if (found.a > 0.99) return found;
    }
    return { r: 255, g: 255, b: 255, a: 1 };
  };
  const ratio = (one, other) => {
    const [a, b] = [light(one), light(other)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  globalThis.contrastOf = (color, node) => ratio(rgb(color), ground(node));
})()"""
FOCUS_RING = """() => {
  const node = document.activeElement, label = node.closest("label");
  const ringed = [node, label].find((it) =>
    it && parseFloat(getComputedStyle(it).outlineWidth) > 0 &&
    getComputedStyle(it).outlineStyle !== "none"
  );
  if (!ringed) return { what: node.outerHTML.slice(0, 90), width: 0, contrast: 0 };
  const style = getComputedStyle(ringed);
  return {
    what: node.outerHTML.slice(0, 90),
    width: parseFloat(style.outlineWidth),
    contrast: contrastOf(style.outlineColor, ringed.parentElement ?? ringed),
  };
}"""
SMALL = """() =>
  [...document.querySelectorAll(
    "article a, article button, article input:not([type=hidden]), article select," +
    " article summary, article [tabindex='0']",
  )].filter((node) => {
    const shown = node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const box = (node.closest("label") ?? node).getBoundingClientRect();
    if (!shown || !box.width) return false;
    const around =
      node.parentElement.textContent.trim().length > node.textContent.trim().length;
    const inText = node.matches("a, .rc-cite") &&
      (around || node.closest("p, li, td, th, dd, h1, h2, h3, h4"));
    return !inText && (box.width < 24 || box.height < 24);
  }).map((node) => node.outerHTML.slice(0, 120))"""
ROLES = "button|link|radio|checkbox|textbox|combobox|heading"


def ready(page: Page) -> Page:
    page.wait_for_selector("rc-quiz[data-ready]")
    page.evaluate(CONTRAST)
    return page


def shown(page: Page):
    return page.locator("rc-quiz .rc-item:visible").first


def check_wrong(page: Page) -> None:
    item = shown(page)
    wrong = item.locator(".rc-feedback [data-right=false]").first.get_attribute("data-option")
    item.locator(f".rc-option[data-option='{wrong}']").click()
    item.locator(".rc-check").click()
    expect(item.locator(".rc-verdict")).to_be_visible()


@SCHEMES
def test_contrast_holds_after_a_wrong_answer(visit_as, scheme):
    page = ready(visit_as(color_scheme=scheme).open(QUIZ))
    check_wrong(page)
    page.locator(".rc-others:visible summary").click()
    assert not [found for found in violations(page) if found.startswith("color-contrast")]
    for selector in (
        ".rc-verdict",
        ".rc-feedback__mark",
        ".rc-option[data-mark=wrong] .rc-option__mark",
        ".rc-option[data-mark=left]",
    ):
        for node in shown(page).locator(selector).all():
            assert node.evaluate("node => contrastOf(getComputedStyle(node).color, node)") >= 4.5, (
                selector
            )
    for selector in (".rc-option[data-mark=wrong]", ".rc-option[data-mark=missed]"):
        assert (
            shown(page)
            .locator(selector)
            .first.evaluate(
                "node => contrastOf(getComputedStyle(node).borderTopColor, node.parentElement)"
            )
            >= 3
        ), selector


@pytest.mark.parametrize(
    ("scheme", "address"),
    [("light", QUIZ), ("dark", QUIZ), ("light", "codes/97124/"), ("light", "")],
)
def test_every_stop_of_the_tab_key_shows_a_ring_that_stands_out(visit_as, scheme, address):
    """A ring of 2 px or more, 3 to 1 against what it lies on."""
    page = settled(visit_as(color_scheme=scheme).open(address))
    page.evaluate(CONTRAST)
    weak = []
    for _ in range(45):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('article') === null"):
            continue
        ring = page.evaluate(FOCUS_RING)
        if ring["width"] < 2 or ring["contrast"] < 3:
            weak.append(ring)
    assert not weak


def test_focus_is_never_lost(visit):
    """After Check, Next, Try again and a retry the focus is on something that is shown."""
    page = ready(visit.open(QUIZ))
    item = shown(page)
    item.locator(".rc-option input").first.focus()
    page.keyboard.press("Space")
    item.locator(".rc-check").focus()
    page.keyboard.press("Enter")
    expect(item.locator(".rc-verdict")).to_be_visible()
    expect(item.locator(".rc-check")).to_be_focused()
    item.locator(".rc-retry-item").focus()
    page.keyboard.press("Enter")
    expect(item.locator(".rc-item__title")).to_be_focused()
    for _ in range(page.locator("rc-quiz .rc-item").count()):
        check_wrong(page)
        page.locator(".rc-next").focus()
        page.keyboard.press("Enter")
        expect(page.locator(":is(.rc-item__title, .rc-result__title):focus")).to_be_visible()
    page.locator(".rc-retry-missed").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".rc-item__title:focus")).to_be_visible()


def test_focus_is_not_hidden_behind_the_header(visit_as):
    page = ready(visit_as(viewport={"width": 640, "height": 400}).open(QUIZ))
    check_wrong(page)
    page.locator(".rc-next").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".rc-item__title:focus")).to_be_visible()
    head = page.locator(".md-header").bounding_box()
    title = page.locator(".rc-item__title:focus").bounding_box()
    assert title["y"] >= head["y"] + head["height"]


@pytest.mark.parametrize(
    "address", ["", QUIZ, "codes/97124/", "practice/", "practice/exam/", "practice/data/"]
)
@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 900}])
def test_targets_are_24_pixels_or_stand_in_a_sentence(visit_as, address, viewport):
    page = settled(visit_as(viewport=viewport).open(address))
    assert page.evaluate(SMALL) == []


def test_nothing_moves_for_those_who_ask_for_less_motion(visit_as):
    page = ready(visit_as(reduced_motion="reduce").open(QUIZ))
    moving = """() =>
  [...document.querySelectorAll("rc-quiz *")].filter((node) => {
    const style = getComputedStyle(node);
    return style.animationName !== "none" ||
      style.transitionDuration.split(",").some((time) => parseFloat(time) > 0);
  }).map((node) => node.className)"""
    assert page.evaluate(moving) == []
    check_wrong(page)
    assert page.evaluate(moving) == []
    assert page.evaluate("document.getAnimations().length") == 0


@pytest.mark.parametrize("address", ["", QUIZ, "codes/97140/", "compare/", "practice/progress/"])
def test_at_twice_the_size_and_on_the_narrowest_screen_nothing_scrolls_sideways(visit_as, address):
    """320 px is 1280 px at 400 %; 640 px with doubled type is 200 %."""
    for viewport, zoom in (({"width": 320, "height": 256}, 1), ({"width": 640, "height": 450}, 2)):
        page = settled(visit_as(viewport=viewport).open(address))
        if zoom == 2:
            page.evaluate("document.documentElement.style.fontSize = '250%'")
            page.evaluate(PAINTED)
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], viewport


def test_a_question_is_whole_at_text_spacing_by_the_reader(visit):
    """WCAG 1.4.12: no text is cut off."""
    page = ready(visit.open(QUIZ))
    page.evaluate(
        """() => {
  for (const node of document.querySelectorAll("article *")) {
    node.style.lineHeight = "1.5";
    node.style.letterSpacing = "0.12em";
    node.style.wordSpacing = "0.16em";
  }
}"""
    )
    cut = """() =>
  [...document.querySelectorAll(
    ".rc-item:not([hidden]) :is(.rc-option, .rc-button, .rc-note, legend)",
  )].filter((node) =>
    node.scrollHeight > node.clientHeight + 2 && getComputedStyle(node).overflow !== "visible"
  ).map((node) => node.className)"""
    assert page.evaluate(cut) == []


def test_the_tree_names_question_options_and_buttons(visit):
    page = ready(visit.open(QUIZ))
    tree = shown(page).aria_snapshot()
    assert re.search(r"""- '?heading "Question 1 .+" \[level=3\]""", tree)
    assert re.search(r'- group ".+":', tree)
    assert len(re.findall(r'- radio ".+"', tree)) == shown(page).locator(".rc-option").count()
    assert '- button "Check"' in tree
    check_wrong(page)
    expect(shown(page).locator(".rc-option").filter(has_text="Your answer")).to_be_visible()
    after = shown(page).aria_snapshot()
    assert re.search(
        r'- radio ".+\(Your answer\).*" \[checked\] \[disabled\]|- radio ".+\(Your answer\).*"'
        r' \[disabled\] \[checked\]|- radio ".+\(Your answer\)',
        after,
    )
    assert re.search(r'- radio ".+\(Correct answer\)', after)


@pytest.mark.parametrize(
    "address", ["", QUIZ, "practice/exam/", "practice/progress/", "codes/97124/"]
)
def test_nothing_that_can_be_worked_is_without_a_name(visit, address):
    page = settled(visit.open(address))
    session = visit.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    wanted = set(ROLES.split("|"))
    nameless = [
        node
        for node in nodes
        if not node["ignored"]
        and node["role"]["value"] in wanted
        and not node.get("name", {}).get("value", "").strip()
    ]
    assert not [node.get("backendDOMNodeId") for node in nameless]


def test_results_and_places_are_announced(visit):
    page = ready(visit.open(QUIZ))
    live = page.locator("rc-quiz .rc-live")
    assert live.get_attribute("role") == "status"
    shown(page).locator(".rc-check").click()
    expect(live).to_contain_text("Choose an answer first.")
    check_wrong(page)
    expect(live).to_contain_text("Incorrect.")
    spoken = shown(page).locator(".rc-feedback--yours .rc-feedback__text").first.inner_text()
    expect(live).to_contain_text(spoken)
    page.locator(".rc-next").click()
    expect(live).to_contain_text("Question 2 of")


@SCHEMES
def test_right_and_wrong_are_told_by_words_and_signs_too(visit_as, scheme):
    page = ready(visit_as(color_scheme=scheme).open(QUIZ))
    check_wrong(page)
    item = shown(page)
    assert item.locator(".rc-option[data-mark=wrong] .rc-option__mark").inner_text().startswith("✗")
    assert (
        item.locator(".rc-option[data-mark=missed] .rc-option__mark").inner_text().startswith("✓")
    )
    expect(item.locator(".rc-verdict")).to_contain_text("Incorrect")
