import { openTools } from "../store/index.js";
import { Stage } from "./stage.js";
import { ways } from "./ways/index.js";

/** `<rc-practice data-way="…">`: one way to practise. Without it the page names quizzes instead. */
export class PracticeElement extends HTMLElement {
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
}
