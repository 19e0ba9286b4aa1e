import { baseOf } from "../billing/facts.js";
import { isNamed } from "../billing/who_may.js";
import { make, makeButton } from "../shared/dom.js";
import { makeTypedLists } from "../shared/typed_lists.js";
import { numberRows, removeRow } from "../shared/numbered_rows.js";
import { toolsWords as strings } from "../shared/strings/index.js";
import { textOf } from "./fields.js";

/** @import { Facts, Technique, Wanted } from "../billing/types.d.ts" */

/** The services of a form: add and remove, down to one. */
export class ServiceRows {
  #form;
  #node;
  #announce;
  #changed;
  #blank;

  /**
   * @param {HTMLFormElement} form @param {(text: string) => void} announce
   * @param {(row: Element) => void} [changed] Told of each row.
   */
  constructor(form, announce, changed = () => {}) {
    this.#form = form;
    this.#node = /** @type {Element} */ (form.querySelector(".rc-rows"));
    this.#announce = announce;
    this.#changed = changed;
    this.#blank = this.#rows[0];
    this.resize(1);
    this.#node.after(
      make("p.rc-actions", makeButton(strings.add, () => this.#add(), "rc-add")),
    );
  }

  /** Leaves that many rows, all empty. @param {number} count */
  resize(count) {
    this.#node.replaceChildren();
    for (let place = 0; place < count; place++) this.#append();
    this.#number();
  }

  get #rows() {
    return rowsOf(this.#form);
  }

  #add() {
    const row = this.#append();
    this.#number();
    focusFirst(row);
    this.#announce(strings.added({ place: this.#rows.length }));
  }

  #append() {
    const row = /** @type {Element} */ (this.#blank.cloneNode(true));
    this.#node.append(row);
    makeTypedLists(row);
    row.append(makeButton(strings.remove, () => this.#remove(row), "rc-remove"));
    row.addEventListener("change", () => this.#changed(row));
    this.#changed(row);
    return row;
  }

  /** @param {Element} row */
  #remove(row) {
    const near = removeRow(row);
    this.#number();
    focusFirst(near);
    this.#announce(strings.removed({ left: this.#rows.length }));
  }

  #number() {
    numberRows(this.#rows, strings.service, strings.removeService);
  }
}

/** The services of a form. @param {Element} within */
export const rowsOf = (within) => [...within.querySelectorAll(".rc-rows > .rc-row")];

/** @param {Element | null} row */
const focusFirst = (row) =>
  /** @type {HTMLElement | null | undefined} */ (row?.querySelector("input, select"))?.focus();

/**
 * Shows the fields that the rules and measures of a service ask for.
 * @param {Element} row @param {Facts} facts
 */
export function showDetails(row, facts) {
  const what = textOf(row, "what");
  const by = textOf(row, "by");
  const node = /** @type {HTMLElement} */ (row.querySelector(".rc-details"));
  if (node.dataset.of === `${what} ${by}`) return;
  node.dataset.of = `${what} ${by}`;
  const [sort, name] = what.split(":");
  const technique = sort === "technique" ? facts.table.techniques[name] : null;
  const wanted = technique ? wantedBy(technique) : new Map();
  const own = technique ? technique.codes.flatMap((rule) => rule.codes ?? []) : [name];
  for (const code of own) {
    const measure = facts.codes.get(baseOf(facts, code))?.measure;
    if (measure && !wanted.has(measure.of)) wanted.set(measure.of, []);
  }
  for (const { codes, where } of conditionsOf(facts)) {
    if (!own.some((code) => codes.includes(code))) continue;
    for (const [attribute, one] of Object.entries(where)) {
      wanted.set(attribute, [...wanted.get(attribute) ?? [], one]);
    }
  }
  for (const condition of facts.table.conditions) {
    if (isNamed(condition.codes, own) && isNamed(condition.roles, [by])) {
      wanted.set(condition.attribute, [{ among: [true, false] }]);
    }
  }
  const purpose = /** @type {HTMLElement} */ (row.querySelector('[data-only="purpose"]'));
  purpose.hidden = !wanted.has("purpose");
  node.replaceChildren(
    ...[...wanted].flatMap(([name, all]) =>
      name in strings.attributes ? [fieldFor(name, all)] : []
    ),
  );
}

/** What any payer makes of a detail. @param {Facts} facts */
const conditionsOf = (facts) =>
  Object.values(facts.table.payers).flatMap((payer) => payer.conditions ?? []);

/** @param {Technique} technique @returns {Map<string, Wanted[]>} */
function wantedBy(technique) {
  const found = new Map();
  for (const rule of technique.codes) {
    for (const [name, wanted] of Object.entries(rule.when ?? {})) {
      found.set(name, [...found.get(name) ?? [], wanted]);
    }
  }
  return found;
}

/** @param {string} name @param {Wanted[]} wanted */
function fieldFor(name, wanted) {
  const values = new Set(wanted.flatMap((one) => (Array.isArray(one) ? [] : one.among)));
  if (name === "condition") values.add("other");
  const label = strings.attributes[/** @type {keyof typeof strings.attributes} */ (name)];
  const field = values.size ? choice(values) : make("input.rc-number-field");
  field.setAttribute("name", `detail:${name}`);
  if (!values.size) field.setAttribute("inputmode", "numeric");
  return make("label.rc-field", make("span", label), " ", field);
}

/** @param {Set<string | boolean>} values */
function choice(values) {
  const options = [...values].map((value) => {
    const text = value === true ? strings.yes : value === false ? strings.no : String(value);
    return make("option", { value: String(value) }, text);
  });
  const empty = make("option", { value: "" }, strings.notSaid);
  return make("select", empty, options);
}
