import { make, makeButton } from "../shared/dom.js";
import { numberRows, removeRow } from "../shared/numbered_rows.js";
import { remittanceWords as words } from "../shared/strings/index.js";
import { textOf } from "./fields.js";

/** @import { SubmittedLine } from "../billing/adjudication/types.d.ts" */
/** @import { FormErrors } from "./fields.js" */

const LONGEST = 40;
const MOST_MODIFIERS = 12;
const MOST_UNITS = 9999;
const DOLLARS = /^\d{1,6}(\.\d{1,2})?$/;

/** The lines of a claim as they are edited: add and remove, down to one. */
export class ClaimRows {
  node = make("div.rc-rows");
  #announce;
  /** What a line has beside its fields. @type {WeakMap<Element, SubmittedLine>} */
  #lines = new WeakMap();

  /** @param {(text: string) => void} announce */
  constructor(announce) {
    this.#announce = announce;
  }

  /** @param {SubmittedLine[]} lines */
  fill(lines) {
    this.node.replaceChildren();
    for (const line of lines) this.#append(line);
    this.#number();
  }

  add() {
    const first = this.#lines.get(this.#rows[0]);
    const row = this.#append({ code: "", units: 1, pointers: first?.pointers?.slice(0, 1) });
    this.#number();
    row.querySelector("input")?.focus();
    this.#announce(words.added({ place: this.#rows.length }));
  }

  /** The lines as they stand; an empty charge is none. @param {FormErrors} errors */
  read(errors) {
    return this.#rows.map((row) => {
      const modifiers = textOf(row, "modifiers").toUpperCase().split(/[\s,;-]+/).filter(Boolean);
      const [code, units, charge] = ["code", "units", "charge"].map((name) => textOf(row, name));
      const dollars = charge.replace(/[$,]/g, "");
      const add = (/** @type {string} */ name, /** @type {string} */ text) =>
        errors.add(/** @type {HTMLInputElement} */ (row.querySelector(`[name="${name}"]`)), text);
      if (!/^\d+$/.test(units) || Number(units) > MOST_UNITS) add("units", words.errors.units);
      if (dollars && !DOLLARS.test(dollars)) add("charge", words.errors.charge);
      if (modifiers.length > MOST_MODIFIERS) {
        add("modifiers", words.errors.many({ most: MOST_MODIFIERS }));
      }
      if (modifiers.some((one) => one.length > LONGEST)) {
        add("modifiers", words.errors.long({ most: LONGEST }));
      }
      return {
        ...this.#lines.get(row),
        code: code.toUpperCase(),
        units: Number(units),
        modifiers,
        charge: dollars ? Number(dollars) : null,
      };
    });
  }

  get #rows() {
    return [...this.node.children];
  }

  /** @param {SubmittedLine} line */
  #append(line) {
    const { code, units, modifiers = [], charge } = line;
    const row = make(
      "fieldset.rc-row",
      make("legend"),
      typed(words.code, { name: "code", value: code, maxLength: LONGEST }),
      typed(words.modifiers, { name: "modifiers", value: modifiers.join(" ") }, ""),
      typed(words.units, { name: "units", value: String(units), inputMode: "numeric" }),
      typed(words.charge, {
        name: "charge",
        value: (charge ?? null) === null ? "" : String(charge),
        inputMode: "decimal",
      }),
      makeButton(words.remove, () => this.#remove(row), "rc-remove"),
    );
    this.#lines.set(row, line);
    this.node.append(row);
    return row;
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

/**
 * @param {string} text @param {Partial<HTMLInputElement>} props @param {string} [size]
 */
const typed = (text, props, size = ".rc-field--short") =>
  make(
    `label.rc-field${size}`,
    make("span", text),
    " ",
    make("input", { autocomplete: "off", spellcheck: false, ...props }),
  );
