/** Fields that kinds add to the form. */
import { make } from "../../../shared/dom.js";

/** @import { Facts } from "../../../billing/types.d.ts" */
/** @typedef {[string, string]} Choice Value and text. */

/** A row's list offers codes alone. @param {Element} row @param {string} label */
export function dressCode(row, label) {
  row.querySelector(".rc-field > span")?.replaceChildren(label);
  for (const option of row.querySelectorAll("select[name=option] > option")) {
    const value = option.getAttribute("value");
    if (value && !/\d/.test(value)) option.remove();
  }
}

/** @param {string} label @param {HTMLElement} control @param {string} [className] */
const fieldOf = (label, control, className = "") =>
  make(`label.rc-field${className}`, make("span", label), " ", control);

/** @param {string} label @param {string} name @param {string} [className] Of the field. */
export function inputField(label, name, className = "") {
  const input = make("input", { name, autocomplete: "off" });
  return fieldOf(label, input, className);
}

/** @param {string} label @param {string} name @param {number} rows @param {number} [most] */
export const textField = (label, name, rows, most = 800) =>
  fieldOf(label, make("textarea", { name, rows, maxLength: most }), ".rc-field--wide");

/** @param {string} label @param {string} name @param {Choice[]} choices @param {string} [chosen] */
export function selectField(label, name, choices, chosen = "") {
  const select = make(
    "select",
    { name },
    choices.map(([value, text]) => {
      const option = make("option", { value }, text);
      if (value === chosen) option.setAttribute("selected", "");
      return option;
    }),
  );
  return fieldOf(label, select);
}

/** A list that is typed into. */
/** @param {string} label @param {string} name @param {Choice[]} choices */
export function typedField(label, name, choices) {
  const select = make(
    "select",
    { name, "data-typed": "codes" },
    make("option", { value: "" }, "\u00a0"),
    choices.map(([value, text]) => make("option", { value }, text)),
  );
  return fieldOf(label, select, ".rc-field--wide");
}

/** The short name of a code, if it has one. @param {Facts} facts @param {string} code */
export function nameText(facts, code) {
  const text = facts.codes.get(code)?.name ?? facts.others.get(code)?.name ?? "";
  return text ? { text } : {};
}
