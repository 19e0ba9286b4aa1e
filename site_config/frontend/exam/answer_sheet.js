import { make, makeButton } from "../shared/dom.js";
import { examWords as words } from "../shared/strings/index.js";

/** @import { Exam } from "./types.d.ts" */

/** The answer sheet: a button per question, with its state. */
export class AnswerSheet {
  #buttons;

  /** @param {number} count @param {(index: number) => void} goTo */
  constructor(count, goTo) {
    this.#buttons = Array.from(
      { length: count },
      (_, index) => makeButton(String(index + 1), () => goTo(index), "rc-sheet__entry"),
    );
    const list = make("ol.rc-sheet__list", this.#buttons.map((button) => make("li", button)));
    const title = make("h3.rc-sheet__title", { id: "rc-sheet" }, words.sheet);
    this.node = make("nav.rc-sheet", title, list);
    this.node.setAttribute("aria-labelledby", "rc-sheet");
  }

  /** @param {Exam} exam */
  update({ items, answers, flags, position }) {
    items.forEach((id, index) => {
      const button = this.#buttons[index];
      const [answered, flagged] = [Boolean(answers[id]), flags.includes(id)];
      button.toggleAttribute("data-answered", answered);
      button.toggleAttribute("data-flagged", flagged);
      button.setAttribute("aria-label", words.sheetEntry({ place: index + 1, answered, flagged }));
      index === position
        ? button.setAttribute("aria-current", "true")
        : button.removeAttribute("aria-current");
    });
  }
}
