/** The answers of a question, each with its feedback; what else they have, its kind says. */
import { make, makeButton } from "../../shared/dom.js";
import { makeTypedLists } from "../../shared/typed_lists.js";
import { writerWords as words } from "../../shared/strings/index.js";
import { fieldOf } from "../../tools/fields.js";
import { choicesOf } from "./written_question.js";

/** @import { Key, KindPart } from "./kinds/kind_part.js" */

export class OptionRows {
  #form;
  #part;
  #node;
  #announce;
  #changed;
  #blank;
  #add = makeButton("", () => this.#addOne(), "rc-add-option");

  /**
   * @param {HTMLFormElement} form @param {KindPart} part
   * @param {(text: string) => void} announce
   * @param {() => void} changed Told where a row was added or removed.
   */
  constructor(form, part, announce, changed) {
    this.#part = part;
    this.#form = form;
    this.#node = /** @type {Element} */ (form.querySelector(".rc-choices"));
    this.#announce = announce;
    this.#changed = changed;
    this.#blank = choicesOf(form)[0];
    this.#blank.remove();
    this.#node.after(make("p.rc-actions", this.#add));
  }

  /** The rows become those of another kind, empty. @param {KindPart} part */
  set part(part) {
    this.#part = part;
  }

  /** Leaves that many rows, all empty. @param {number} count */
  resize(count) {
    this.#node.replaceChildren();
    const { fewest, most, usual } = this.#part.rows;
    const rows = Math.min(most, Math.max(fewest, count || usual));
    for (let place = 0; place < rows; place++) this.#append();
    this.#number();
  }

  /** Says of each row what the facts say of it. @param {Key | null} key */
  mark(key) {
    for (const row of choicesOf(this.#form)) {
      const { value } = fieldOf(row, "option");
      const node = /** @type {HTMLElement} */ (row.querySelector(".rc-choice__verdict"));
      const found = key && !key.refusal && value ? this.#part.verdict(key, value) : null;
      node.textContent = found?.text ?? "";
      node.toggleAttribute("data-right", found?.isRight ?? false);
    }
  }

  /** In the first empty row, or in one more. @param {string} id */
  put(id) {
    const rows = choicesOf(this.#form);
    const row = rows.find((one) => !fieldOf(one, "option").value) ??
      (rows.length < this.#part.rows.most ? this.#append() : null);
    if (!row) return;
    this.#number();
    const field = fieldOf(row, "option");
    field.value = id;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  #addOne() {
    const row = this.#append();
    this.#number();
    /** @type {HTMLElement | null} */ (row.querySelector("input, select"))?.focus();
    this.#announce(words.optionAdded({ place: choicesOf(this.#form).length }));
    this.#changed();
  }

  #append() {
    const row = /** @type {Element} */ (this.#blank.cloneNode(true));
    this.#node.append(row);
    this.#part.dress(row, choicesOf(this.#form).length - 1);
    makeTypedLists(row);
    row.append(makeButton(words.removeOption, () => this.#remove(row), "rc-remove"));
    return row;
  }

  /** @param {Element} row */
  #remove(row) {
    const near = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    this.#number();
    /** @type {HTMLElement | null | undefined} */ (near?.querySelector("input, select"))?.focus();
    this.#announce(words.optionRemoved({ left: choicesOf(this.#form).length }));
    this.#changed();
  }

  #number() {
    const rows = choicesOf(this.#form);
    rows.forEach((row, index) => {
      row.querySelector("legend")?.replaceChildren(
        this.#part.words().row({ place: index + 1 }),
      );
      const button = /** @type {HTMLButtonElement} */ (row.querySelector(":scope > .rc-remove"));
      button.hidden = rows.length <= this.#part.rows.fewest;
      button.ariaLabel = words.removeOptionOne({ place: index + 1 });
    });
    this.#add.textContent = this.#part.words().add;
    this.#add.hidden = rows.length >= this.#part.rows.most;
  }
}
