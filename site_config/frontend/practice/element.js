import { offerLanguages } from "../shared/language_picker.js";
import { openTools } from "../shared/store/open_tools.js";
import { whenWorded } from "../shared/strings/language.js";
import { Stage } from "./screen.js";

/** @typedef {Record<string, (stage: Stage) => Promise<void> | void>} Ways By data-way. */

/**
 * Makes `<rc-practice data-way="…">` one of `ways`. Without it the page names quizzes instead.
 *
 * @param {Ways} ways
 */
export function offerWays(ways) {
  whenWorded(() => {
    if (!customElements.get("rc-practice")) customElements.define("rc-practice", elementFor(ways));
    offerLanguages();
  });
}

/** @param {Ways} ways */
const elementFor = (ways) =>
  class extends HTMLElement {
    #started = false;

    connectedCallback() {
      if (document.readyState !== "loading") return this.#start();
      document.addEventListener("DOMContentLoaded", () => this.#start(), { once: true });
    }

    async #start() {
      if (this.#started || !this.isConnected) return;
      this.#started = true;
      const stage = new Stage(this, openTools());
      await stage.attempt(() => ways[this.dataset.way ?? ""]?.(stage));
      this.dataset.ready = "";
    }
  };
