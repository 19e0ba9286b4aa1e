import { make, makeButton } from "../shared/dom.js";
import { words } from "../shared/strings/exam/index.js";

/** Submits in two steps; the second shows how many questions are open. */
export class SubmitButton {
  #first;
  #asked = make("div.rc-really", { hidden: true });

  /**
   * @param {() => number} open How many are not answered.
   * @param {() => void} handIn
   * @param {string} [back] Text of the button that cancels.
   */
  constructor(open, handIn, back = words.goOn) {
    const question = make("p");
    const cancel = makeButton(back, () => this.#ask(false), "rc-keep");
    this.#first = makeButton(words.handIn, () => {
      question.textContent = words.sureToHandIn(open());
      this.#asked.setAttribute("aria-label", question.textContent);
      this.#ask(true);
      sure.focus();
    }, "rc-hand-in");
    const sure = makeButton(words.handInNow, handIn, "rc-button--primary rc-hand-in-now");
    this.#asked.setAttribute("role", "group");
    this.#asked.append(question, sure, " ", cancel);
    this.node = make("div.rc-handing-in", this.#first, this.#asked);
  }

  /** @param {boolean} asked */
  #ask(asked) {
    this.#asked.hidden = !asked;
    this.#first.hidden = asked;
    if (!asked) this.#first.focus();
  }
}
