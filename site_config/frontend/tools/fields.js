import { strings } from "../shared/strings/tools/index.js";

/** @import { Field, FormErrors } from "./form_errors.js" */

const DAY = 1440;

/** The field of a name inside a form or one of its rows. @param {Element} within @param {string} name */
export function fieldOf(within, name) {
  return /** @type {Field} */ (within.querySelector(`[name="${name}"]`));
}

/** @param {Element} within @param {string} name */
export const textOf = (within, name) => fieldOf(within, name).value.trim();

/** Yes, no, or nothing where it is not said. @param {string} text */
export const yesOrNo = (text) => (text === "true" ? true : text === "false" ? false : undefined);

/** Minutes as whole minutes; nothing where the field is empty. @param {Element} row @param {FormErrors} flaws */
export function minutesOf(row, flaws) {
  const field = fieldOf(row, "minutes");
  const text = field.value.trim().replace(",", ".");
  if (!text) return undefined;
  const flaw = minutesFlaw(text);
  if (flaw) return void flaws.add(field, flaw);
  return Number(text);
}

/** @param {string} text */
function minutesFlaw(text) {
  if (!/^[-+]?\d+(\.\d*)?$/.test(text)) return strings.flaws.minutesNoNumber;
  if (Number(text) < 0) return strings.flaws.minutesNegative;
  if (!Number.isInteger(Number(text))) return strings.flaws.minutesFraction;
  return Number(text) > DAY ? strings.flaws.minutesTooMany : null;
}

/** A day of services is no longer than a day. @param {Element[]} rows @param {(number | undefined)[]} minutes @param {FormErrors} flaws */
export function checkDay(rows, minutes, flaws) {
  const total = minutes.reduce((/** @type {number} */ sum, spent) => sum + (spent ?? 0), 0);
  if (total > DAY) flaws.add(fieldOf(rows[0], "minutes"), strings.flaws.dayTooLong(total));
}

/** A date of service; the browser's own field gives an empty text for what is no date. @param {Element} form @param {FormErrors} flaws */
export function dateOf(form, flaws) {
  const field = fieldOf(form, "date");
  const good = /^\d{4}-\d{2}-\d{2}$/.test(field.value) && field.validity.valid;
  if (!good) flaws.add(field, strings.flaws.date);
  return field.value;
}
