import { make, makeButton } from "../shared/dom.js";
import { words } from "../shared/strings/practice/index.js";

/** @import { Item } from "../quiz/item.js" */

/** Help in steps: what is asked for, what sets the candidates apart, and at last one wrong option struck out. */
export class Hints {
  taken = 0;
  #steps;
  #list = make("ol.rc-hints", { hidden: true });
  #button;

  /** @param {Item} item @param {string[]} texts @param {(text: string) => void} announce */
  constructor(item, texts, announce) {
    this.#button = makeButton("", () => announce(this.#take()), "rc-hint-button");
    this.#steps = [...texts.map((text) => () => text), ...strikes(item)];
    this.node = make("div.rc-help", this.#list, this.#button);
    this.#name();
  }

  /** After the answer there is nothing more to help with. */
  close() {
    this.#button.hidden = true;
  }

  /** @returns {string} */
  #take() {
    const step = this.#steps[this.taken];
    if (!step) return words.moreHints(0);
    this.taken++;
    const text = step();
    this.#list.append(make("li", text));
    this.#list.hidden = false;
    this.#name();
    return text;
  }

  #name() {
    const left = this.#steps.length - this.taken;
    this.#button.textContent = words.moreHints(left);
    this.#button.setAttribute("aria-disabled", String(left === 0));
  }
}

/** Strikes out one wrong option, where more than two would be left to choose from. @param {Item} item @returns {(() => string)[]} */
function strikes({ section, question }) {
  const wrong = question.options.filter(({ right }) => !right);
  const target = wrong.length > 1 && question.options.length > 2 ? wrong[wrong.length - 1] : null;
  return target ? [() => strike(section, target)] : [];
}

/** @param {Element} section @param {import("../shared/types.js").Option} option */
function strike(section, option) {
  const label = section.querySelector(`.rc-option[data-option="${CSS.escape(option.id)}"]`);
  const input = label?.querySelector("input");
  if (label && input) {
    label.setAttribute("data-struck", "");
    label.append(make("span.rc-hidden", ` (${words.struck})`));
    input.checked = false;
    input.disabled = true;
  }
  return words.strikes(label?.querySelector(".rc-option__text")?.textContent ?? option.name);
}
