"""How a learner practices: shared steps of the tests of the ways to practice."""

from collections.abc import Callable, Mapping
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e.waiting import until

Attempt = Mapping[str, Any]
READ = """async () => {
  const open = () =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open("rightcode");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await open();
  const all = await new Promise((resolve) => {
    database.transaction("attempts").objectStore("attempts").getAll().onsuccess = (
      { target },
    ) => resolve(target.result);
  });
  database.close();
  return all;
}"""
"""Every answer in the database, oldest first by nothing but its id."""

SAVED = """async () => {
  const database = await new Promise(resolve => {
    indexedDB.open("rightcode").onsuccess = ({target}) => resolve(target.result);
  });
  const all = await new Promise(resolve => {
    database.transaction("kept").objectStore("kept").getAll().onsuccess =
      ({target}) => resolve(target.result);
  });
  database.close();
  return all.flatMap(value => value?.runs ?? [value]).filter(value => value instanceof Object);
}"""
"""Every exam, check and attempt at an assignment in the database."""

CHOOSE = """(wanted) => {
  const section = document.querySelector(
    ".rc-player .rc-item, rc-quiz .rc-item:not([hidden])",
  );
  if (!section.querySelector(".rc-answer")) throw new Error("the page does not hold what is right");
  const write = (field, value) => {
    if (field.type === "checkbox") field.checked = value;
    else field.value = value;
    for (const event of ["input", "change"]) {
      field.dispatchEvent(new Event(event, { bubbles: true }));
    }
  };
  const ways = JSON.parse(section.querySelector("script.rc-data")?.textContent ?? "{}").ways;
  if (section.querySelector(".rc-units")) {
    for (const field of section.querySelectorAll(".rc-units input")) {
      write(field, String(wanted ? ways[0][field.dataset.cell] ?? 0 : 9));
    }
  } else if (section.querySelector(".rc-boxed")) {
    for (const field of section.querySelectorAll(".rc-boxed select[data-cell]")) {
      const entries = [...section.querySelectorAll(".rc-answer [data-option][data-right]")].filter(
        (row) => row.dataset.option.startsWith(`${field.dataset.cell}_`)
      );
      // of a line that is not billed no other cell has a right entry, nor a wrong one
      const found = entries.find((row) => row.dataset.right === String(wanted));
      if (found) write(field, found.dataset.option);
      else if (!wanted) write(field, field.options[1].value);
    }
  } else if (section.querySelector(".rc-form")) {
    const { lines } = ways[0];
    const nothing = section.querySelector(".rc-nothing input");
    const some = [section.querySelector('select option[value]:not([value=""])').value, 1, []];
    if (wanted ? !lines.length : lines.length) write(nothing, true);
    (wanted ? lines : lines.length ? [] : [some]).forEach(
      ([code, units, modifiers], index) => {
        const line = section.querySelectorAll(".rc-line")[index];
        write(line.querySelector("select"), code);
        write(line.querySelector("input[type=number]"), String(units));
        for (const modifier of modifiers) {
          write(line.querySelector(`input[value="${modifier}"]`), true);
        }
      },
    );
  } else {
    const rows = [...section.querySelectorAll(".rc-answer [data-option][data-right]")].filter(
      (row) => (row.dataset.right === "true") === wanted
    );
    const single = section.querySelector(".rc-option input").type === "radio";
    for (const row of single || !wanted ? rows.slice(0, 1) : rows) {
      section.querySelector(
        `.rc-option[data-option="${CSS.escape(row.dataset.option)}"] input`,
      ).click();
    }
  }
}"""
"""Answers the question shown, of any kind, as the page says is right, or wrongly."""

CHOOSE_ANY = """() => {
  const item = document.querySelector(".rc-item");
  const fields = item.querySelectorAll(".rc-units input, .rc-boxed select");
  for (const field of fields) {
    field.value = field.type === "number" ? "1" : field.options[1].value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  if (!fields.length) item.querySelector(".rc-nothing input, .rc-option input").click();
}"""
"""Some answer to the question shown, of any kind: an exam's page does not hold what is right."""

GIVEN = """() => {
  const fields = document.querySelectorAll(
    ".rc-item :is(.rc-units, .rc-nothing, .rc-option) input, .rc-item .rc-boxed select",
  );
  const given = (one) =>
    one.type === "number" ? one.value === "1" : one.checked || one.selectedIndex > 0;
  return [...fields].some(given);
}"""
"""Whether `CHOOSE_ANY` has answered the question shown."""


def open_way(page: Page, origin: str, way: str, search: str = "") -> Page:
    page.goto(f"{origin}practice/{way}/{search}")
    page.wait_for_selector("rc-practice[data-ready]")
    return page


def answer(page: Page, right: bool = True) -> None:
    """Answers the question that is shown, as the page itself says is right."""
    before = page.locator(".rc-item__title").first
    expect(before).to_be_visible()
    check = page.locator(".rc-check:visible").first
    expect(check).to_be_visible()
    page.evaluate(CHOOSE, right)
    check.click()
    expect(page.locator(".rc-verdict").first).to_be_visible()


def give_any(page: Page, place: int = 0) -> None:
    """Some answer to the question shown, of any kind, whatever is right."""
    item = page.locator(".rc-item").first
    expect(item).to_be_visible()
    if item.locator(".rc-nothing input").count():
        item.locator(".rc-nothing input").check()
    elif item.locator(".rc-units input").count():
        for field in item.locator(".rc-units input").all():
            field.fill(str(1 + place))
    elif item.locator(".rc-boxed select").count():
        for field in item.locator(".rc-boxed select").all():
            field.select_option(index=1)
    else:
        item.locator(".rc-option input").nth(place).check()


def focus_on(page: Page, name: str) -> None:
    """Tab until the thing of that name has the focus; a keyboard has no other way."""
    for _ in range(80):
        found = page.evaluate(
            "() => (document.activeElement.getAttribute('aria-label') ??"
            " document.activeElement.labels?.[0]?.innerText ?? document.activeElement.innerText ??"
            " '').trim()"
        )
        if found.startswith(name):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way to {name} by keyboard")


def answer_by_keyboard(page: Page) -> None:
    """Some answer to the question that is shown, of whatever kind, by Tab, Space and a digit."""
    if page.locator(".rc-item .rc-nothing input").count():
        focus_on(page, "Nothing is billable")
        page.keyboard.press("Space")
        return
    while not page.evaluate("document.activeElement.matches('.rc-options :is(input, select)')"):
        page.keyboard.press("Tab")
    if page.locator(".rc-item .rc-units").count():
        for _ in page.locator(".rc-item .rc-units input").all():
            page.keyboard.type("1")
            page.keyboard.press("Tab")
    elif page.locator(".rc-item .rc-boxed").count():
        for _ in page.locator(".rc-item .rc-boxed select").all():
            page.keyboard.press("ArrowDown")
            page.keyboard.press("Tab")
    else:
        page.keyboard.press("Space")


def go_on(page: Page) -> None:
    """To the next question, which is another one, or to the result."""
    shown = page.query_selector(".rc-stage .rc-item")
    page.locator(".rc-next").click()
    page.wait_for_function("shown => !shown.isConnected", arg=shown)


def attempts(page: Page) -> list[dict[str, object]]:
    return page.evaluate(READ)


def stored(page: Page, count: int) -> list[dict[str, object]]:
    """The answers kept, once there are `count` of them."""
    found = until(page, lambda: len(kept := attempts(page)) >= count and kept)
    assert len(found) == count, found
    return found


def attempt_saved(page: Page, wanted: Callable[[Attempt], bool]) -> None:
    """Waits until an attempt in the database is as `wanted` has it."""
    until(page, lambda: any(map(wanted, page.evaluate(SAVED))))


def answered(count: int) -> Callable[[Attempt], bool]:
    """Whether so many questions of an attempt have an answer."""
    return lambda attempt: len(attempt.get("answers", ())) == count
