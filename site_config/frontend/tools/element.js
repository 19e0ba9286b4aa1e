import { createAnnouncer } from "../shared/announcer.js";
import { readFacts } from "../billing/facts.js";
import { make } from "../shared/dom.js";
import { strings } from "../shared/strings/tools/index.js";
import { Flaws } from "./form_errors.js";
import { Output } from "./answer_output.js";

/** @import { Facts, Table } from "../billing/types.js" */

/**
 * @typedef {object} Tool What one calculator does differently from the others.
 * @property {(form: HTMLFormElement, facts: Facts, announce: (text: string) => void) => void} [prepare]
 * @property {(form: HTMLFormElement, facts: Facts, flaws: Flaws) => (output: Output) => string}
 *   read Reads the form, naming its flaws; where there is none, the result fills the output and says it in a sentence.
 */

/** The element of a calculator: the form is the page's own, the answer goes below it. @param {Tool} tool */
export function toolElement(tool) {
  return class extends HTMLElement {
    #started = false;

    connectedCallback() {
      if (document.readyState !== "loading") return this.#start();
      document.addEventListener("DOMContentLoaded", () => this.#start(), { once: true });
    }

    #start() {
      const form = this.querySelector("form");
      if (this.#started || !form) return;
      this.#started = true;
      const table = /** @type {{rightcodeFacts?: Table}} */ (globalThis).rightcodeFacts;
      const hint = this.querySelector(".rc-noscript-hint");
      if (!table) return void hint?.replaceChildren(strings.noFacts);
      hint?.remove();
      run(this, form, readFacts(table), tool);
      this.dataset.ready = "";
    }
  };
}

/** @param {HTMLElement} root @param {HTMLFormElement} form @param {Facts} facts @param {Tool} tool */
function run(root, form, facts, tool) {
  const announce = createAnnouncer(root);
  const place = make("div", { className: "rc-output" });
  form.after(place);
  tool.prepare?.(form, facts, announce);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const flaws = new Flaws(form);
    const show = tool.read(form, facts, flaws);
    place.replaceChildren();
    if (flaws.texts.length) return refuse(flaws, announce);
    const output = new Output(facts, root.dataset);
    announce(show(output));
    place.append(...output.nodes);
    place.scrollIntoView({ block: "nearest" });
  });
}

/** @param {Flaws} flaws @param {(text: string) => void} announce */
function refuse(flaws, announce) {
  announce(strings.refused(flaws.texts));
  flaws.focus();
}
