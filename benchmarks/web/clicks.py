"""From click to feedback, in a phone-sized page with the processor slowed four times."""

import statistics
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import FLAGS, browser

SLOWER, RUNS = 4, 9
HELD = 100  # milliseconds
PHONE = {"width": 412, "height": 823}
WATCH = """
globalThis.rcWatch = {shifts: 0, blocked: 0};
const observe = (type, add) =>
  new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({type, buffered: true});
observe("layout-shift", (e) => rcWatch.shifts += e.hadRecentInput ? 0 : e.value);
observe("longtask", (e) => rcWatch.blocked += Math.max(0, e.duration - 50));
"""
# The time from the trusted click to the end of the frame that first shows the feedback. What
# measures it is run once beforehand, so that its own first run is not measured.
TIME = """([button, feedback]) => new Promise(done => {
  const visible = (node) => node.checkVisibility({visibilityProperty: true});
  const shown = () =>
    [...document.querySelectorAll(feedback)]
      .some((node) => visible(node) && node.textContent.trim());
  const {port1, port2} = new MessageChannel();
  let began = 0;
  port1.onmessage = () => (globalThis.rcTook = performance.now() - began);
  const look = () => (shown() ? port2.postMessage(0) : began && requestAnimationFrame(look));
  look();
  addEventListener("click", event => {
    began = event.timeStamp;
    requestAnimationFrame(look);
  }, {capture: true, once: true});
  done();
})"""
BARE_PAGE = """<!doctype html><html lang="en"><title>Bare</title>
<meta name="viewport" content="width=device-width">
<button style="height: 3rem">Check</button><p id="said" hidden>Right.</p>
<script>
  const feedback = document.getElementById("said");
  document.querySelector("button").onclick = () => { feedback.hidden = false; };
</script>"""
BARE = (None, "button", "#said", "button")


@dataclass(frozen=True)
class Quiz:
    """How one kind of quiz is worked.

    What is chosen first, if anything, what is clicked, what shows the feedback.
    """

    address: str
    choose: str | None
    click: str
    feedback: str
    ready: str


@dataclass(frozen=True)
class Answered:
    paint_ms: float
    blocked_ms: float
    loading_blocked_ms: float
    shift: float


def measure(quizzes: dict[str, Quiz]) -> dict[str, Answered]:
    """Medians of `RUNS` fresh visits to each, by turns, so that all meet the same machine."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser(), args=list(FLAGS))
        rounds = [[_visit(opened, quiz) for quiz in quizzes.values()] for _ in range(RUNS)]
        opened.close()
    return {
        name: _medians(visits)
        for name, visits in zip(quizzes, zip(*rounds, strict=True), strict=True)
    }


def _medians(visits: Iterable[Answered]) -> Answered:
    return Answered(*map(statistics.median, zip(*map(astuple, visits), strict=True)))


def bare_site(folder: Path) -> Path:
    """A page that does nothing but show a word: no click is answered faster on this machine."""
    folder.mkdir()
    (folder / "index.html").write_text(BARE_PAGE, encoding="utf-8")
    return folder


def opening_ms(address: str, ready: str) -> float:
    """Median time from navigation until `ready` matches, over `RUNS` fresh, slowed visits."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser(), args=list(FLAGS))
        taken = [_opening(opened, address, ready) for _ in range(RUNS)]
        opened.close()
    return statistics.median(taken)


def _opening(opened: Browser, address: str, ready: str) -> float:
    with slowed_page(opened) as page:
        page.goto(address)
        page.wait_for_selector(ready, state="attached")
        return page.evaluate("performance.now()")


@contextmanager
def slowed_page(opened: Browser) -> Iterator[Page]:
    """A page of its own, gone afterwards.

    A slowed page works on even when idle, and would slow the next.
    """
    # As on every visit but the first: no worker is fetching the whole site behind the page.
    context = opened.new_context(viewport=PHONE, device_scale_factor=2, service_workers="block")
    page = context.new_page()
    page.add_init_script(WATCH)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    try:
        yield page
    finally:
        context.close()


def _press(page: Page, button: str) -> None:
    """As a finger does, which stays a moment.

    What the press itself sets off is no part of the click's time.
    """
    box = page.locator(button).first.bounding_box()
    assert box
    page.mouse.move(box["x"] + min(box["width"], box["height"]) / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(HELD)
    page.mouse.down()
    page.wait_for_timeout(HELD)
    page.mouse.up()


def _visit(opened: Browser, quiz: Quiz) -> Answered:
    with slowed_page(opened) as page:
        page.goto(quiz.address)
        page.wait_for_selector(quiz.ready, state="attached")
        page.wait_for_timeout(600)
        loading = page.evaluate("rcWatch.blocked")
        if quiz.choose:
            page.locator(quiz.choose).first.click()
        page.locator(quiz.click).first.scroll_into_view_if_needed()
        page.wait_for_timeout(
            2000
        )  # the theme's own scripts, started by the first touch, are not what is measured
        before = page.evaluate("({...rcWatch})")
        page.evaluate(TIME, [quiz.click, quiz.feedback])
        _press(page, quiz.click)
        page.wait_for_timeout(1000)  # polling from outside would take part of the processor
        after = page.evaluate("({...rcWatch, took: rcTook})")
        return Answered(
            after["took"],
            after["blocked"] - before["blocked"],
            loading,
            after["shifts"] - before["shifts"],
        )
