/**
 * What a form holds, as pairs of a key and a text. A field's key is its name, with its number
 * where several have it, and after the number of its row: `date`, `code.2`, `1.minutes`.
 */

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} FormField */

const ROWS = ".rc-rows > .rc-row";
const ROW_KEY = /^(\d{1,3})\./;
const MOST_ROWS = 40;

/** Every field of a form by its key. @param {HTMLFormElement} form */
export function fieldsByKey(form) {
  const rows = [...form.querySelectorAll(ROWS)];
  /** @type {Map<string, FormField>} */ const found = new Map();
  for (const field of /** @type {NodeListOf<FormField>} */ (form.querySelectorAll("[name]"))) {
    const row = rows.findIndex((one) => one.contains(field));
    const name = row < 0 ? field.name : `${row + 1}.${field.name}`;
    let key = name;
    for (let number = 2; found.has(key); number++) key = `${name}.${number}`;
    found.set(key, field);
  }
  return found;
}

/** The fields that are not empty. @param {HTMLFormElement} form */
export function readState(form) {
  const state = new URLSearchParams();
  for (const [key, { value }] of fieldsByKey(form)) {
    if (value.trim()) state.append(key, value.trim());
  }
  return state;
}

/** How many rows a state has fields of. @param {URLSearchParams} state */
export const rowCount = (state) =>
  Math.min(
    MOST_ROWS,
    Math.max(1, ...[...state.keys()].map((key) => Number(ROW_KEY.exec(key)?.[1] ?? 0))),
  );

/**
 * Fills a form that has rows enough. A field that shows others is filled before those are
 * looked for.
 * @param {HTMLFormElement} form @param {URLSearchParams} state
 * @returns {string[]} The keys that no field took.
 */
export function fillForm(form, state) {
  let left = [...state];
  for (let before = Infinity; left.length && left.length < before;) {
    before = left.length;
    const fields = fieldsByKey(form);
    left = left.filter(([key, text]) => !fill(fields.get(key), text));
  }
  return left.map(([key]) => key);
}

/** Whether the field took the text. @param {FormField | undefined} field @param {string} text */
function fill(field, text) {
  if (!field) return false;
  const before = field.value;
  field.value = text;
  const took = field.value === text;
  if (!took) field.value = before;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  return took;
}
