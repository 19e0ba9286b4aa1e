import { showLanguagePicker } from "../shared/language_picker.js";
import { openEnvironment } from "../shared/store/environment.js";
import { whenTranslated } from "../shared/strings/language.js";
import { Screen } from "./screen.js";

/** @typedef {Record<string, (stage: Screen) => Promise<void> | void>} Modes By data-way. */

/**
 * Makes `<rc-practice data-way="…">` one of `ways`. Without it the page names quizzes instead.
 *
 * @param {Modes} ways
 */
export function definePractice(ways) {
  whenTranslated(() => {
    if (!customElements.get("rc-practice")) customElements.define("rc-practice", elementFor(ways));
    showLanguagePicker();
  });
}

/** @param {Modes} ways */
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
      const stage = new Screen(this, openEnvironment());
      await stage.attempt(() => ways[this.dataset.way ?? ""]?.(stage));
      this.dataset.ready = "";
    }
  };
