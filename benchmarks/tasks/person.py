"""Someone at a page: taps, types and scrolls as a hand must, and counts it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Locator, Page

TAP, SCREEN, SIGN = 1.0, 1.0, 0.2
"""Seconds for a tap, a screen scrolled, a character typed. Reading and thinking are left out."""

REACH = """(target) => {
  const isReached = () => {
    const {left, top, width, height} = target.getBoundingClientRect();
    const [x, y] = [left + Math.min(width / 2, 200), top + Math.min(height / 2, 60)];
    const hit = document.elementFromPoint(x, y);
    return Boolean(hit) && (target.contains(hit) || hit.contains(target)
      || [...(target.labels ?? [])].some((label) => label.contains(hit)));
  };
  const scrolled = [];
  for (let node = target.parentElement; node; node = node.parentElement) {
    scrolled.push([node, node.scrollTop]);
  }
  if (!isReached()) target.scrollIntoView({block: "nearest", behavior: "instant"});
  if (!isReached()) target.scrollIntoView({block: "center", behavior: "instant"});
  const moved = scrolled.map(([node, before]) => Math.abs(node.scrollTop - before));
  return moved.reduce((sum, one) => sum + one, 0) / innerHeight;
}"""
"""Scrolls until nothing covers the target; how many screens that was."""


@dataclass
class Effort:
    taps: int = 0
    fields: int = 0
    signs: int = 0
    screens: float = 0
    waited: float = 0

    @property
    def seconds(self) -> float:
        """What hands need, beside what the page made them wait."""
        return self.taps * TAP + self.signs * SIGN + self.screens * SCREEN


class Person:
    """Does one thing after the other on a page; `effort` is what it took."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.effort = Effort()

    def see(self, target: Locator) -> Locator:
        """Waits for the target, and scrolls to it if it is out of sight."""
        with self._waiting():
            target.wait_for(state="visible")
        self.effort.screens += target.evaluate(REACH)
        return target

    def tap(self, target: Locator) -> None:
        self.see(target)
        self.effort.taps += 1
        with self._waiting():
            target.click()

    def type(self, target: Locator, text: str) -> None:
        """Into a field; the tap that gets there belongs to it."""
        self.see(target)
        self.effort.taps += 1
        self.effort.fields += 1
        self.effort.signs += len(text)
        target.fill(text)

    def type_ahead(self, target: Locator, text: str) -> None:
        """Into a list that is typed into, then the first that it offers."""
        self.type(target, text)
        self.effort.signs += 1
        target.press("Enter")

    def choose(self, target: Locator, label: str) -> None:
        """From a list that opens: one tap to open it, one to choose."""
        self.see(target)
        self.effort.taps += 2
        target.select_option(label=label)

    def open_file(self, target: Locator, name: str, content: bytes) -> None:
        """One tap opens the system's dialog, two choose the file there."""
        self.see(target)
        self.effort.taps += 3
        target.set_input_files({"name": name, "mimeType": "application/pdf", "buffer": content})

    def search(self, query: str) -> None:
        """Opens the search and types."""
        self.tap(self.page.locator("label[for=__search]:visible, .md-search__input:visible").first)
        self.effort.taps -= 1  # the tap into the field is the one that opened it
        self.type(self.page.locator(".md-search__input").first, query)

    def answer(self, question: Locator) -> None:
        """The right answer of a question of any kind, as the page itself says."""
        with self._waiting():
            question.locator(".rc-check:not([aria-disabled=true])").wait_for()
        for selector, text in question.evaluate(RIGHT):
            self._put(question.locator(selector), text)
        self.tap(question.locator(".rc-check"))
        self.see(question.locator(".rc-verdict").first)

    def _put(self, field: Locator, text: str | None) -> None:
        if text is None:
            self.tap(field.locator("xpath=ancestor-or-self::label").first)
        elif field.evaluate("node => node.localName") == "select":
            self.see(field)
            self.effort.taps += 2
            field.select_option(text)
        else:
            self.type(field, text)

    @contextmanager
    def _waiting(self) -> Iterator[None]:
        began = time.monotonic()
        yield
        self.effort.waited += time.monotonic() - began


RIGHT = """(section) => {
  const told = JSON.parse(section.querySelector("script.rc-data")?.textContent ?? "{}");
  const place = (node) => {
    const all = [...section.querySelectorAll("*")];
    const id = `at-${all.indexOf(node)}`;
    node.dataset.place = id;
    return `[data-place="${id}"]`;
  };
  const units = [...section.querySelectorAll(".rc-units input")];
  if (units.length) {
    return units.map((field) => [place(field), String(told.ways[0][field.dataset.cell] ?? 0)]);
  }
  const right = [...section.querySelectorAll('.rc-answer [data-option][data-right="true"]')];
  if (section.querySelector(".rc-boxed")) {
    return [...section.querySelectorAll(".rc-boxed select")].flatMap((field) => {
      const entries = right.map(({ dataset }) => dataset.option);
      const entry = entries.find((id) => id.split("_")[0] === field.dataset.cell);
      return entry ? [[place(field), entry]] : [];
    });
  }
  if (section.querySelector(".rc-form")) {
    const [{ lines }] = told.ways;
    if (!lines.length) return [[place(section.querySelector(".rc-nothing input")), null]];
    return lines.flatMap(([code, number, modifiers], index) => {
      const line = section.querySelectorAll(".rc-line")[index];
      return [
        [place(line.querySelector("select")), code],
        [place(line.querySelector("input[type=number]")), String(number)],
        ...modifiers.map((one) => [place(line.querySelector(`input[value="${one}"]`)), null]),
      ];
    });
  }
  const single = section.querySelector(".rc-option input").type === "radio";
  return (single ? right.slice(0, 1) : right).map(({ dataset }) => [
    place(section.querySelector(
      `.rc-option[data-option="${CSS.escape(dataset.option)}"] input`)), null]);
}"""
"""Fields and what belongs into them; null is a tap."""
