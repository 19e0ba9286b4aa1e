/** The form in which a reader says what a payer of their own is like. */
import { myPayerWords as words } from "../shared/strings/index.js";
import { FormErrors } from "./fields.js";
import { ownPayerState, readOwnPayer } from "./own_payer.js";

/** @import { Field } from "./fields.js" */

/** @param {HTMLFormElement} form */
const fields = (form) => /** @type {NodeListOf<Field>} */ (form.querySelectorAll("[name]"));

/** @param {HTMLFormElement} form @returns {URLSearchParams | null} Null where a field is wrong. */
export function readOwnForm(form) {
  const errors = new FormErrors(form);
  const own = Object.fromEntries(
    [...fields(form)].map((field) => [field.name, field.value.trim()]).filter(([, text]) => text),
  );
  for (const field of fields(form)) {
    const isNumber = field.getAttribute("inputmode") === "numeric";
    const alone = { name: "x", ...(field.value.trim() && { [field.name]: field.value.trim() }) };
    const isSound = field.name === "name" && !own.name
      ? false
      : readOwnPayer(ownPayerState(alone)) !== null;
    if (!isSound) errors.add(field, isNumber ? words.numberWrong : words.nameMissing);
  }
  errors.focus();
  return errors.texts.length ? null : ownPayerState(own);
}

/** @param {HTMLFormElement} form @param {Record<string, string>} own */
export function writeOwnForm(form, own) {
  for (const field of fields(form)) field.value = own[field.name] ?? "";
}
