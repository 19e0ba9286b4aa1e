import { PageElement } from "../shared/custom_element.js";
import { createAnnouncer } from "../shared/announcer.js";
import { Checker, looksMarked } from "./core/checker.js";
import { make } from "../shared/dom.js";
import { FormActions } from "../shared/form_actions.js";
import { Report, words } from "./report.js";

/** @import { TeachingTable } from "./report.js" */

const MAX_LENGTH = 500_000;

/** Checks the text of its form by the facts of assets/claims.js. Nothing is sent anywhere. */
export class FactCheckElement extends PageElement {
  /** @override */
  start() {
    const form = this.querySelector("form");
    if (!form) return false;
    const table = /** @type {{rightcodeClaims?: TeachingTable}} */ (globalThis).rightcodeClaims;
    const hint = this.querySelector(".rc-noscript-hint");
    if (!table) return hint?.replaceChildren(words.noFacts), false;
    hint?.remove();
    attach(this, form, table);
  }
}

/** @param {HTMLElement} root @param {HTMLFormElement} form @param {TeachingTable} table */
function attach(root, form, table) {
  const announce = createAnnouncer(root);
  const checker = new Checker(table.knowledge);
  const output = make("div.rc-output");
  form.after(output);
  new FormActions({
    form,
    announce,
    example: root.dataset.example ?? "",
    removeAnswer: () => output.replaceChildren(),
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem("text")).value;
    const refusal = !text.trim()
      ? words.empty
      : text.length > MAX_LENGTH
      ? words.tooLong(MAX_LENGTH)
      : "";
    if (refusal) return show(output, announce, refusal, [make("p", refusal)]);
    const report = new Report(
      table,
      root.dataset,
      text,
      checker.checkText(text, looksMarked(text)),
    );
    show(output, announce, `${report.title}. ${report.rest}`, report.nodes());
    output.scrollIntoView({ block: "nearest" });
  });
}

/**
 * @param {HTMLElement} place @param {(text: string) => void} announce @param {string} message
 * @param {Node[]} nodes
 */
function show(place, announce, message, nodes) {
  place.replaceChildren(...nodes);
  announce(message);
}
