import { whenTranslated } from "./strings/language.js";

/** An element that starts once, when the page is parsed, and then is marked as ready. */
export class PageElement extends HTMLElement {
  #started = false;

  connectedCallback() {
    if (document.readyState !== "loading") return void this.#begin();
    document.addEventListener("DOMContentLoaded", () => this.#begin(), { once: true });
  }

  async #begin() {
    if (this.#started || !this.isConnected) return;
    this.#started = true;
    if (await this.start() !== false) this.dataset.ready = "";
  }

  /** What the element does; false where it has nothing to show. @returns {unknown} */
  start() {
    return false;
  }
}

/**
 * Defines custom elements, each once, when the interface's words are loaded.
 *
 * @param {Record<string, typeof PageElement>} elements By name.
 * @param {() => void} [then]
 */
export function defineElements(elements, then) {
  whenTranslated(() => {
    for (const [name, element] of Object.entries(elements)) {
      if (!customElements.get(name)) customElements.define(name, element);
    }
    then?.();
  });
}
