/**
 * A clinic's choices as they are typed, so that a reload, or another day, loses none of them. They
 * stay on the device. What is added to the site later is shown until it is unticked.
 *
 * @typedef {object} Draft
 * @property {Record<string, string>} fields Of the clinic.
 * @property {Record<string, string>} own Of the payer of its own.
 * @property {Record<string, string[]>} hidden What is unticked, by group.
 * @property {string} logo
 */
import { parseJson } from "../shared/json.js";
import { isListOf, isMapOf, isRecord } from "../shared/store/schema.js";
import { forgetSetUp, storedSetUp, storeSetUp } from "../shared/set_up_store.js";

const FORMAT = 1;
const LOGO = /^(data:image\/png;base64,[A-Za-z0-9+/=]{1,600000})?$/;
const MAX_TEXT = 2000;
const FIELDS = "[name]:not([type=checkbox], [type=file])";

/** @param {unknown} value */
const isText = (value) => typeof value === "string" && value.length <= MAX_TEXT;

/**
 * @param {HTMLFormElement} form
 * @returns {NodeListOf<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>}
 */
const fieldsOf = (form) => form.querySelectorAll(FIELDS);

/** @param {HTMLFormElement} form */
const textsOf = (form) =>
  Object.fromEntries([...fieldsOf(form)].map(({ name, value }) => [name, value]));

/** @param {HTMLFormElement} form @returns {NodeListOf<HTMLInputElement>} */
const boxesOf = (form) => form.querySelectorAll("[data-group] input:enabled");

/**
 * @param {HTMLFormElement} form @param {HTMLFormElement} own @param {string} logo
 * @returns {Draft}
 */
export function readDraft(form, own, logo) {
  const hidden = Object.fromEntries(
    [...Map.groupBy(boxesOf(form), ({ name }) => name)].map(([name, boxes]) => [
      name,
      boxes.filter(({ checked }) => !checked).map(({ value }) => value),
    ]),
  );
  return { fields: textsOf(form), own: textsOf(own), hidden, logo };
}

/** @param {HTMLFormElement} form @param {HTMLFormElement} own @param {Draft} draft */
export function fillDraft(form, own, draft) {
  for (const [one, texts] of /** @type {const} */ ([[form, draft.fields], [own, draft.own]])) {
    for (const field of fieldsOf(one)) {
      const before = field.value;
      if (!Object.hasOwn(texts, field.name)) continue;
      field.value = texts[field.name];
      if (field.value === "" && field instanceof HTMLSelectElement) field.value = before;
    }
  }
  for (const box of boxesOf(form)) {
    box.checked = !draft.hidden[box.name]?.includes(box.value);
  }
}

/** The stored draft; null where there is none, or not one of ours. @returns {Draft | null} */
export function storedDraft() {
  const found = parseJson(storedSetUp());
  const valid = isRecord(found) && found.format === FORMAT && isMapOf(isText)(found.fields) &&
    isMapOf(isText)(found.own) && isMapOf(isListOf(isText))(found.hidden) &&
    typeof found.logo === "string" && LOGO.test(found.logo);
  return valid ? /** @type {any} */ (found) : null;
}

/**
 * Stores a draft; one that differs in nothing from `empty` is removed.
 *
 * @param {Draft} draft @param {Draft} empty
 */
export function storeDraft(draft, empty) {
  if (JSON.stringify(draft) === JSON.stringify(empty)) forgetSetUp();
  else storeSetUp(JSON.stringify({ format: FORMAT, ...draft }));
}
