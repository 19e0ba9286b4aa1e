import { make, makeButton } from "../shared/dom.js";
import { playerWords as words } from "../shared/strings/index.js";

/** Previous and next, where one question is shown at a time. */
export class Pager {
  #previous;
  #next;

  /** @param {(step: -1 | 1) => void} move */
  constructor(move) {
    this.#previous = makeButton(words.previous, () => move(-1), "rc-previous");
    this.#next = makeButton(words.next, () => move(1), "rc-next");
    const props = { role: "group", "aria-label": words.pager };
    this.node = make("div.rc-pager", props, this.#previous, this.#next);
  }

  /**
   * @param {{shown: boolean, answered: boolean, position: number, total: number}} state Position
   *   from 0; at `total` is the result.
   */
  update({ shown, answered, position, total }) {
    this.node.hidden = !shown;
    this.#previous.disabled = position === 0;
    this.#next.hidden = position >= total;
    this.#next.classList.toggle("rc-button--primary", answered);
    this.#next.textContent = position === total - 1 ? words.toResult : words.next;
  }
}
