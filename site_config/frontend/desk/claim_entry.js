/** The lines of a claim as the learner enters them; charge and relative value follow. */

import { dollars } from "../billing/adjudication/payer_case.js";
import { make, makeButton } from "../shared/dom.js";
import { numberRows, removeRow } from "../shared/numbered_rows.js";
import { deskWords as words } from "../shared/strings/index.js";
import { fieldOf, FormErrors, textOf } from "../tools/fields.js";
import { chargeOf, valueOf } from "./payer.js";

/** @import { DeskWork, DeskVisit, Line } from "./types.d.ts" */

/** As the electronic claim has it. */
const MOST_LINES = 50;
const LONGEST = 16, MOST_MODIFIERS = 4, MOST_UNITS = 999;
let count = 0;

export class ClaimEntry {
  node = make("div.rc-rows");
  #work;
  #visit;
  #announce;

  /**
   * @param {DeskWork} work @param {DeskVisit} visit @param {(text: string) => void} announce
   */
  constructor(work, visit, announce) {
    this.#work = work;
    this.#visit = visit;
    this.#announce = announce;
  }

  /** @param {Line[]} lines */
  fill(lines) {
    this.node.replaceChildren();
    for (const line of lines) this.#append(line);
    if (!lines.length) this.#append(["", 1, []]);
    this.#number();
  }

  add() {
    if (this.#rows.length >= MOST_LINES) return;
    const row = this.#append(["", 1, []]);
    this.#number();
    row.querySelector("input")?.focus();
    this.#announce(words.added({ place: this.#rows.length }));
  }

  get #rows() {
    return [...this.node.children];
  }

  /** The lines with a code, or null where an entry is none. @param {HTMLFormElement} form */
  read(form) {
    const errors = new FormErrors(form);
    const rows = this.#rows.filter((row) => textOf(row, "code") || this.#rows.length === 1);
    const lines = rows.map((row) => this.#line(row, errors));
    if (!errors.texts.length) return lines;
    this.#announce(words.refused({ errors: errors.texts.join(" ") }));
    errors.focus();
    return null;
  }

  /** @param {Element} row @param {FormErrors} errors @returns {Line} */
  #line(row, errors) {
    const code = textOf(row, "code").toUpperCase(), units = textOf(row, "units");
    const modifiers = modifiersOf(row);
    if (!code) errors.add(fieldOf(row, "code"), words.flaws.code);
    if (!/^\d{1,3}$/.test(units) || Number(units) > MOST_UNITS) {
      errors.add(fieldOf(row, "units"), words.flaws.units);
    }
    if (modifiers.length > MOST_MODIFIERS) {
      errors.add(fieldOf(row, "modifiers"), words.flaws.modifiers);
    }
    const pointers = this.#visit.diagnoses ? textOf(row, "pointers").toUpperCase() : "";
    return [code, Number(units), modifiers, pointers.replace(/[^A-L]/g, "")];
  }

  /** @param {Line} line */
  #append([code, units, modifiers, pointers = ""]) {
    const sums = make("p.rc-desk__sums");
    const row = make(
      "fieldset.rc-row",
      make("legend"),
      typed(words.code, "code", { value: code, maxLength: 5 }),
      typed(words.units, "units", { value: String(units), inputMode: "numeric", maxLength: 3 }),
      typed(words.modifiers, "modifiers", { value: modifiers.join(" "), maxLength: LONGEST }),
      this.#visit.diagnoses &&
        typed(words.pointers, "pointers", { value: pointers, maxLength: 4 }),
      makeButton(words.remove, () => this.#remove(row), "rc-remove"),
      sums,
    );
    row.addEventListener("input", () => this.#sum(row, sums));
    this.#sum(row, sums);
    this.node.append(row);
    return row;
  }

  /** Charge and relative value, as far as a line can be read. */
  /** @param {Element} row @param {HTMLElement} place */
  #sum(row, place) {
    const code = textOf(row, "code").toUpperCase();
    const units = Number(textOf(row, "units"));
    const known = code.length === 5 && Number.isInteger(units) && units > 0;
    /** @type {Line} */
    const line = [code, units, []];
    const value = known ? valueOf(this.#work, line) : null;
    const charge = known ? dollars(100 * chargeOf(this.#work, line)) : "";
    place.textContent = known
      ? `${words.charge({ charge })} · ${
        value === null ? words.noValue : words.value({ value: (value / 100).toFixed(2) })
      }`
      : "";
  }

  /** @param {Element} row */
  #remove(row) {
    const near = removeRow(row);
    this.#number();
    near?.querySelector("input")?.focus();
    this.#announce(words.removed({ left: this.#rows.length }));
  }

  #number() {
    numberRows(this.#rows, words.line, words.removeLine);
  }
}

/** @param {Element} row */
const modifiersOf = (row) =>
  textOf(row, "modifiers").toUpperCase().split(/[\s,;-]+/).filter(Boolean);

/** @param {string} text @param {string} name @param {Partial<HTMLInputElement>} props */
function typed(text, name, props) {
  const input = make("input", {
    id: `rc-desk-line-${++count}`,
    name,
    autocomplete: "off",
    spellcheck: false,
    ...props,
  });
  return make("div.rc-field.rc-field--short", make("label", { htmlFor: input.id }, text), input);
}
