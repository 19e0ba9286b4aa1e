import { baseOf } from "../billing/facts.js";
import { make } from "../shared/dom.js";
import { toolsWords as strings } from "../shared/strings/index.js";
import { textOf } from "./fields.js";

/** @import { Facts, Technique, Wanted } from "../billing/types.d.ts" */

/**
 * Shows the fields that the rules and measures of a service ask for.
 * @param {Element} row @param {Facts} facts
 */
export function showDetails(row, facts) {
  const what = textOf(row, "what");
  const node = /** @type {HTMLElement} */ (row.querySelector(".rc-details"));
  if (node.dataset.of === what) return;
  node.dataset.of = what;
  const [sort, name] = what.split(":");
  const technique = sort === "technique" ? facts.table.techniques[name] : null;
  const wanted = technique ? wantedBy(technique) : new Map();
  for (const code of technique ? technique.codes.flatMap((rule) => rule.codes ?? []) : [name]) {
    const measure = facts.codes.get(baseOf(facts, code))?.measure;
    if (measure && !wanted.has(measure.of)) wanted.set(measure.of, []);
  }
  const purpose = /** @type {HTMLElement} */ (row.querySelector('[data-only="purpose"]'));
  purpose.hidden = !wanted.has("purpose");
  node.replaceChildren(
    ...[...wanted].flatMap(([name, all]) =>
      name in strings.attributes ? [fieldFor(name, all)] : []
    ),
  );
}

/**
 * The attributes that decide on the code, with what its rules require.
 * @param {Technique} technique @returns {Map<string, Wanted[]>}
 */
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
