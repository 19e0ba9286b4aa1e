import { PageElement } from "../shared/custom_element.js";
import { createAnnouncer } from "../shared/announcer.js";
import { make } from "../shared/dom.js";
import { FormActions } from "../shared/form_actions.js";
import { lazyLoad } from "../shared/lazy_load.js";
import { Report, words } from "./report.js";

/** @import { TeachingTable } from "./report.js" */

const MAX_LENGTH = 500_000;

/**
 * What reads a text: a script of its own, asked for when somebody comes to the field.
 *
 * @returns {Promise<typeof import("../checker.js").rightcodeChecker>}
 */
const loadChecker = () => lazyLoad("checker.js", "rightcodeChecker");

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
  const output = make("div.rc-output");
  form.after(output);
  new FormActions({
    form,
    announce,
    example: root.dataset.example ?? "",
    removeAnswer: () => output.replaceChildren(),
  });
  form.addEventListener("focusin", () => void loadChecker().catch(() => {}), { once: true });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem("text")).value;
    const refusal = !text.trim()
      ? words.empty
      : text.length > MAX_LENGTH
      ? words.tooLong(MAX_LENGTH)
      : "";
    if (refusal) return show(output, announce, refusal, [make("p", refusal)]);
    const checker = await loadChecker().catch(() => null);
    if (!checker) return show(output, announce, words.noFacts, [make("p", words.noFacts)]);
    const statements = checker.checkText(table.knowledge, text);
    const report = new Report(table, root.dataset, text, statements);
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
