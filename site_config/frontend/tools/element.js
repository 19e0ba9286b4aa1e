import { createAnnouncer } from "../shared/announcer.js";
import { readFacts } from "../billing/facts.js";
import { PageElement } from "../shared/custom_element.js";
import { make } from "../shared/dom.js";
import { nextTask } from "../shared/next_task.js";
import { toolsWords as strings } from "../shared/strings/index.js";
import { FormActions } from "../shared/form_actions.js";
import { loadTypedLists, makeTypedLists } from "../shared/typed_lists.js";
import { localDay } from "../shared/dates.js";
import { FormErrors } from "./fields.js";
import { PayerChoice } from "./payer_choice.js";
import { AnswerOutput } from "./answer_output.js";

/** @import { Facts, Table } from "../billing/types.d.ts" */

/**
 * @typedef {object} Tool What one calculator does differently from the others.
 * @property {(form: HTMLFormElement, facts: Facts, announce: (text: string) => void) =>
 *   import("./service_rows.js").ServiceRows} [prepare] The rows of a form that has some.
 * @property
 *   {(form: HTMLFormElement, facts: Facts, errors: FormErrors) => (output: AnswerOutput) => string}
 *   read Reads the form and adds its errors; if there are none, the result fills the output and
 *   returns a summary.
 */

/**
 * The element of a calculator: the form is the page's own, the answer goes below it.
 * @param {Tool} tool
 */
export const toolElement = (tool) =>
  class extends PageElement {
    /** @override */
    async start() {
      const form = this.querySelector("form");
      if (!form) return false;
      const table = /** @type {{rightcodeFacts?: Table}} */ (globalThis).rightcodeFacts;
      const hint = this.querySelector(".rc-noscript-hint");
      if (!table) return hint?.replaceChildren(strings.noFacts), false;
      hint?.remove();
      await loadTypedLists();
      await nextTask();
      attach(this, form, readFacts(table), tool);
    }
  };

/**
 * @param {HTMLElement} root @param {HTMLFormElement} form @param {Facts} facts @param {Tool} tool
 */
function attach(root, form, facts, tool) {
  const announce = createAnnouncer(root);
  const node = make("div.rc-output");
  form.after(node);
  const rows = tool.prepare?.(form, facts, announce);
  const payers = new PayerChoice(form, facts);
  makeTypedLists(form);
  const actions = new FormActions({
    form,
    announce,
    example: root.dataset.example ?? "",
    removeAnswer: () => node.replaceChildren(),
    resize: (count) => rows?.resize(count),
    begin: () => {
      fillToday(form);
      payers.begin();
    },
    beforeFill: (state) => payers.beforeFill(state),
    beforeLink: (state) => payers.beforeLink(state),
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const errors = new FormErrors(form);
    const show = tool.read(form, facts, errors);
    node.replaceChildren();
    if (errors.texts.length) return showErrors(errors, announce);
    const output = new AnswerOutput(facts, root.dataset);
    announce(show(output));
    actions.remember();
    node.append(...output.nodes);
    node.scrollIntoView({ block: "nearest" });
  });
}

/** The date of service of an empty form. @param {HTMLFormElement} form */
function fillToday(form) {
  const date = form.querySelector('[name="date"]');
  if (date instanceof HTMLInputElement) date.value = localDay();
}

/** @param {FormErrors} errors @param {(text: string) => void} announce */
function showErrors(errors, announce) {
  announce(strings.refused({ errors: errors.texts.join(" ") }));
  errors.focus();
}
