import { make } from "../shared/dom.js";
import { visibleControl } from "../shared/typed_lists.js";
import { toolsWords as strings } from "../shared/strings/index.js";

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */
/** @typedef {Pick<FormErrors, "add">} Errors */

const DAY_MINUTES = 1440;
let count = 0;

/** The errors of a form, each shown beside its field. */
export class FormErrors {
  /** @type {string[]} */ texts = [];
  /** @type {HTMLElement | null} */ #first = null;

  /** @param {HTMLFormElement} form */
  constructor(form) {
    form.querySelectorAll(".rc-flaw").forEach((note) => note.remove());
    form.querySelectorAll("[aria-invalid]").forEach((field) => {
      field.removeAttribute("aria-invalid");
      field.removeAttribute("aria-describedby");
    });
  }

  /** @param {Field} field @param {string} text */
  add(field, text) {
    const note = make("span.rc-flaw", { id: `rc-flaw-${++count}` }, text);
    const control = visibleControl(field);
    control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-describedby", note.id);
    field.closest(".rc-field")?.after(note);
    this.texts.push(text);
    this.#first ??= control;
  }

  focus() {
    this.#first?.closest("details")?.setAttribute("open", "");
    this.#first?.focus();
  }
}

/**
 * The field of a name inside a form or one of its rows.
 * @param {Element} within @param {string} name
 */
export function fieldOf(within, name) {
  return /** @type {Field} */ (within.querySelector(`[name="${name}"]`));
}

/** @param {Element} within @param {string} name */
export const textOf = (within, name) => fieldOf(within, name).value.trim();

/**
 * What was chosen from a list; an error where nothing was.
 * @param {Element} within @param {string} name @param {Errors} errors
 */
export function chosenOf(within, name, errors) {
  const field = fieldOf(within, name);
  if (!field.value) errors.add(field, strings.errors.choose);
  return field.value;
}

/** Yes, no, or undefined if not given. @param {string} text */
export const yesOrNo = (text) => (text === "true" ? true : text === "false" ? false : undefined);

/**
 * Whole minutes; undefined if the field is empty or wrong.
 * @param {Element} row @param {Errors} errors
 */
export function minutesOf(row, errors) {
  const field = fieldOf(row, "minutes");
  const text = field.value.trim().replace(",", ".");
  if (!text) return undefined;
  const error = minutesError(text);
  if (error) return void errors.add(field, error);
  return Number(text);
}

/** @param {string} text */
function minutesError(text) {
  if (!/^[-+]?\d+(\.\d*)?$/.test(text)) return strings.errors.minutesNoNumber;
  if (Number(text) < 0) return strings.errors.minutesNegative;
  if (!Number.isInteger(Number(text))) return strings.errors.minutesFraction;
  return Number(text) > DAY_MINUTES ? strings.errors.minutesTooMany : null;
}

/**
 * Services of one day cannot take longer than a day.
 * @param {Element[]} rows @param {(number | undefined)[]} minutes @param {Errors} errors
 */
export function checkDay(rows, minutes, errors) {
  const total = minutes.reduce((/** @type {number} */ sum, spent) => sum + (spent ?? 0), 0);
  if (total > DAY_MINUTES) {
    errors.add(fieldOf(rows[0], "minutes"), strings.errors.dayTooLong({ total }));
  }
}

/**
 * The date of service; the browser's field is empty if it is not a date.
 * @param {Element} form @param {Errors} errors
 */
export function dateOf(form, errors) {
  const field = fieldOf(form, "date");
  const good = /^\d{4}-\d{2}-\d{2}$/.test(field.value) && field.validity.valid;
  if (!good) errors.add(field, strings.errors.date);
  return field.value;
}
