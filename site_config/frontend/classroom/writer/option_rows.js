/** The options of a question: three to six, each a code or an answer, with its feedback. */
import { make, makeButton } from "../../shared/dom.js";
import { makeTypedLists } from "../../shared/typed_lists.js";
import { writerWords as words } from "../../shared/strings/index.js";
import { choicesOf } from "./written_question.js";
import { OPTIONS } from "./problems.js";

const USUAL = 4;

export class OptionRows {
  #form;
  #node;
  #announce;
  #changed;
  #blank;
  #add = makeButton(words.addOption, () => this.#addOne(), "rc-add-option");

  /**
   * @param {HTMLFormElement} form @param {(text: string) => void} announce
   * @param {() => void} changed Told where a row was added or removed.
   */
  constructor(form, announce, changed) {
    this.#form = form;
    this.#node = /** @type {Element} */ (form.querySelector(".rc-choices"));
    this.#announce = announce;
    this.#changed = changed;
    this.#blank = choicesOf(form)[0];
    this.#node.after(make("p.rc-actions", this.#add));
    this.resize(USUAL);
  }

  /** Leaves that many rows, all empty. @param {number} count */
  resize(count) {
    this.#node.replaceChildren();
    const rows = Math.min(OPTIONS.most, Math.max(OPTIONS.fewest, count || USUAL));
    for (let place = 0; place < rows; place++) this.#append();
    this.#number();
  }

  /** Says of each row whether the facts call it right. @param {string[]} right */
  mark(right) {
    for (const row of choicesOf(this.#form)) {
      const id = /** @type {HTMLSelectElement} */ (row.querySelector("select")).value;
      const node = /** @type {HTMLElement} */ (row.querySelector(".rc-choice__verdict"));
      const isRight = right.includes(id);
      node.textContent = !id || !right.length ? "" : isRight ? words.isRight : words.isWrong;
      node.toggleAttribute("data-right", Boolean(id) && isRight);
    }
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
      row.querySelector("legend")?.replaceChildren(words.option({ place: index + 1 }));
      const button = /** @type {HTMLButtonElement} */ (row.querySelector(":scope > .rc-remove"));
      button.hidden = rows.length <= OPTIONS.fewest;
      button.ariaLabel = words.removeOptionOne({ place: index + 1 });
    });
    this.#add.hidden = rows.length >= OPTIONS.most;
  }
}
