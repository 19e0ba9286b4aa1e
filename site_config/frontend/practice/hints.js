import { make, makeButton } from "../shared/dom.js";
import { practiceWords as words } from "../shared/strings/index.js";

/** @import { Item, Option } from "./types.d.ts" */

/**
 * Hints in steps: what is asked, what sets the candidates apart, and last one wrong option struck
 * out.
 */
export class Hints {
  taken = 0;
  #steps;
  #list = make("ol.rc-hints", { hidden: true });
  #button;

  /** @param {Item} item @param {string[]} texts @param {(text: string) => void} announce */
  constructor(item, texts, announce) {
    this.#button = makeButton("", () => announce(this.#next()), "rc-hint-button");
    this.#steps = [...texts.map((text) => () => text), ...strikeSteps(item)];
    this.node = make("div.rc-help", this.#list, this.#button);
    this.#update();
  }

  close() {
    this.#button.hidden = true;
  }

  #next() {
    const step = this.#steps[this.taken];
    if (!step) return words.moreHints({ left: 0 });
    this.taken++;
    const text = step();
    this.#list.append(make("li", text));
    this.#list.hidden = false;
    this.#update();
    return text;
  }

  #update() {
    const left = this.#steps.length - this.taken;
    this.#button.textContent = words.moreHints({ left });
    this.#button.setAttribute("aria-disabled", String(left === 0));
  }
}

/**
 * Strikes out one wrong option, where more than two would be left to choose from.
 *
 * @param {Item} item
 */
function strikeSteps({ section, question: { options } }) {
  const wrong = options.filter(({ right }) => !right);
  return wrong.length > 1 && options.length > 2
    ? [() => strike(section, wrong[wrong.length - 1])]
    : [];
}

/** @param {Element} section @param {Option} option */
function strike(section, option) {
  const label = section.querySelector(`.rc-option[data-option="${CSS.escape(option.id)}"]`);
  const input = label?.querySelector("input");
  if (label && input) {
    label.setAttribute("data-struck", "");
    label.append(make("span.rc-hidden", ` (${words.struck})`));
    input.checked = false;
    input.disabled = true;
  }
  return words.strikes({
    option: label?.querySelector(".rc-option__text")?.textContent ?? option.name,
  });
}
