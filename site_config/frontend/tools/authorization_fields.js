import { toolsWords as strings } from "../shared/strings/index.js";
import { fieldOf, textOf, yesOrNo } from "./fields.js";

/** @import { PlanAuthorization, Visit } from "../billing/types.d.ts" */
/** @import { Field, Errors } from "./fields.js" */

/**
 * Prior authorization and visit limits, as the form gives them.
 * @param {HTMLFormElement} form @param {Errors} errors @returns {Partial<Visit>}
 */
export function readLimits(form, errors) {
  const plan = readPlan(/** @type {Element} */ (form.querySelector(".rc-authorization")), errors);
  const used = /** @type {NodeListOf<Field>} */ (form.querySelectorAll(".rc-used input"));
  return {
    authorization: Object.values(plan).some((value) => value !== undefined) ? plan : undefined,
    visit_number: countOf(fieldOf(form, "visit_number"), errors),
    age: countOf(fieldOf(form, "age"), errors),
    care: /** @type {Visit["care"]} */ (textOf(form, "care") || undefined),
    used_this_year: Object.fromEntries(
      [...used].flatMap((field) => {
        const count = countOf(field, errors);
        return count === undefined ? [] : [[field.name, count]];
      }),
    ),
  };
}

/** @param {Element} within @param {Errors} errors @returns {PlanAuthorization} */
function readPlan(within, errors) {
  const count = (/** @type {string} */ name) => countOf(fieldOf(within, name), errors);
  return {
    needed: yesOrNo(textOf(within, "needed")),
    on_file: yesOrNo(textOf(within, "on_file")),
    number: textOf(within, "number") || undefined,
    codes: codesOf(fieldOf(within, "codes"), errors),
    dates: datesOf(within, errors),
    visits: count("visits"),
    visits_used: count("visits_used"),
    units: count("units"),
    units_used: count("units_used"),
  };
}

/** @param {Field} field @param {Errors} errors */
function countOf(field, errors) {
  const text = field.value.trim();
  if (!text) return undefined;
  if (/^\d{1,4}$/.test(text)) return Number(text);
  return void errors.add(field, strings.errors.wholeNumber);
}

/** @param {Field} field @param {Errors} errors */
function codesOf(field, errors) {
  const codes = field.value.toUpperCase().split(/[\s,;]+/).filter(Boolean);
  if (!codes.length) return undefined;
  if (codes.every((code) => /^[0-9A-Z]{5}$/.test(code))) return codes;
  return void errors.add(field, strings.errors.codes);
}

/** @param {Element} within @param {Errors} errors */
function datesOf(within, errors) {
  const [from, to] = ["from", "to"].map((name) => textOf(within, name) || undefined);
  if (from && to && from > to) errors.add(fieldOf(within, "to"), strings.errors.period);
  return from || to ? { from, to } : undefined;
}
