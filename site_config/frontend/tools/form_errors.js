import { make } from "../shared/dom.js";

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

let count = 0;

/** The errors of a form, each shown beside its field. */
export class FormErrors {
  /** @type {string[]} */ texts = [];
  /** @type {Field | null} */ #first = null;

  /** Removes the errors of an earlier check. @param {HTMLFormElement} form */
  constructor(form) {
    form.querySelectorAll(".rc-flaw").forEach((note) => note.remove());
    form.querySelectorAll("[aria-invalid]").forEach((field) => {
      field.removeAttribute("aria-invalid");
      field.removeAttribute("aria-describedby");
    });
  }

  /** @param {Field} field @param {string} text */
  add(field, text) {
    const note = make("span.rc-flaw", { id: `rc-flaw-${++count}` }, text);
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", note.id);
    field.closest(".rc-field")?.after(note);
    this.texts.push(text);
    this.#first ??= field;
  }

  focus() {
    this.#first?.closest("details")?.setAttribute("open", "");
    this.#first?.focus();
  }
}
