import { createAnnouncer } from "../shared/announcer.js";
import { readFacts } from "../billing/facts.js";
import { make } from "../shared/dom.js";
import { strings } from "../shared/strings/tools/index.js";
import { FormErrors } from "./form_errors.js";
import { AnswerOutput } from "./answer_output.js";

/** @import { Facts, Table } from "../billing/types.js" */

/**
 * @typedef {object} Tool What one calculator does differently from the others.
 * @property {(form: HTMLFormElement, facts: Facts, announce: (text: string) => void) => void} [prepare]
 * @property {(form: HTMLFormElement, facts: Facts, flaws: FormErrors) => (output: AnswerOutput) => string}
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
      attach(this, form, readFacts(table), tool);
      this.dataset.ready = "";
    }
  };
}

/** @param {HTMLElement} root @param {HTMLFormElement} form @param {Facts} facts @param {Tool} tool */
function attach(root, form, facts, tool) {
  const announce = createAnnouncer(root);
  const place = make("div", { className: "rc-output" });
  form.after(place);
  tool.prepare?.(form, facts, announce);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const flaws = new FormErrors(form);
    const show = tool.read(form, facts, flaws);
    place.replaceChildren();
    if (flaws.texts.length) return showErrors(flaws, announce);
    const output = new AnswerOutput(facts, root.dataset);
    announce(show(output));
    place.append(...output.nodes);
    place.scrollIntoView({ block: "nearest" });
  });
}

/** @param {FormErrors} flaws @param {(text: string) => void} announce */
function showErrors(flaws, announce) {
  announce(strings.refused(flaws.texts));
  flaws.focus();
}
