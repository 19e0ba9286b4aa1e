import { make, makeButton } from "../shared/dom.js";
import { toolsWords as strings } from "../shared/strings/index.js";

/** @import { Field } from "./form_errors.js" */

/** The services of a form: add and remove, down to one. */
export class ServiceRows {
  #form;
  #node;
  #announce;
  #changed;

  /**
   * @param {HTMLFormElement} form @param {(text: string) => void} announce
   * @param {(row: Element) => void} [changed] Told of each row.
   */
  constructor(form, announce, changed = () => {}) {
    this.#form = form;
    this.#node = /** @type {Element} */ (form.querySelector(".rc-rows"));
    this.#announce = announce;
    this.#changed = changed;
    for (const row of this.#rows) this.#enhance(row);
    this.#node.after(
      make("p.rc-actions", makeButton(strings.add, () => this.#add(), "rc-add")),
    );
    this.#number();
  }

  get #rows() {
    return rowsOf(this.#form);
  }

  #add() {
    const row = /** @type {Element} */ (this.#rows[0].cloneNode(true));
    row.querySelectorAll(".rc-remove, .rc-flaw").forEach((node) => node.remove());
    row.querySelectorAll("input, select").forEach((node) => clear(/** @type {Field} */ (node)));
    this.#node.append(row);
    this.#enhance(row);
    this.#number();
    /** @type {HTMLElement | null} */ (row.querySelector("select"))?.focus();
    this.#announce(strings.added({ place: this.#rows.length }));
  }

  /** @param {Element} row */
  #enhance(row) {
    row.append(makeButton(strings.remove, () => this.#remove(row), "rc-remove"));
    row.addEventListener("change", () => this.#changed(row));
    this.#changed(row);
  }

  /** @param {Element} row */
  #remove(row) {
    const near = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    this.#number();
    /** @type {HTMLElement | null | undefined} */ (near?.querySelector("select"))?.focus();
    this.#announce(strings.removed({ left: this.#rows.length }));
  }

  #number() {
    const alone = this.#rows.length === 1;
    this.#rows.forEach((row, index) => {
      row.querySelector("legend")?.replaceChildren(strings.service({ place: index + 1 }));
      const button = /** @type {HTMLButtonElement} */ (row.querySelector(":scope > .rc-remove"));
      button.hidden = alone;
      button.setAttribute("aria-label", strings.removeService({ place: index + 1 }));
    });
  }
}

/** The services of a form. @param {Element} within */
export const rowsOf = (within) => [...within.querySelectorAll(".rc-rows > .rc-row")];

/** @param {Field} field */
function clear(field) {
  field.removeAttribute("aria-invalid");
  field.removeAttribute("aria-describedby");
  if (field instanceof HTMLSelectElement) field.selectedIndex = 0;
  else field.value = "";
}
