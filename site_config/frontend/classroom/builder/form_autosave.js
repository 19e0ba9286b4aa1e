/** Saves the form in this browser, so that a reload loses nothing. */
import { isRecord, isSlug } from "../../shared/store/schema.js";
import { fieldOf, FIELDS } from "./assignment_form.js";

/** @import { Draw, Selection, Store } from "../types.d.ts" */

const KEY = "builder";
const LISTS = ["codes", "objectives", "quizzes", "difficulty", "kinds"];

/** @param {Store} store */
export const loadForm = (store) => store.value(KEY);

/**
 * @param {Store} store
 * @param {HTMLFormElement} form
 * @param {Pick<Selection, "items" | "draw">} chosen
 */
export function saveForm(store, form, chosen) {
  const state = formState(form, chosen);
  return store.updateValue(KEY, () => state);
}

/**
 * What `fill` takes.
 *
 * @param {HTMLFormElement} form
 * @param {Pick<Selection, "items" | "draw">} chosen
 */
export const formState = (form, chosen) => ({
  ...chosen,
  fields: Object.fromEntries(FIELDS.map((name) => [name, fieldOf(form, name).value])),
});

/**
 * Restores a saved form, without what is damaged.
 *
 * @param {HTMLFormElement} form
 * @param {unknown} value
 * @returns {Pick<Selection, "items" | "draw">}
 */
export function fill(form, value) {
  if (!isRecord(value)) return { items: [], draw: [] };
  const { fields, items, draw } = value;
  for (const name of FIELDS) {
    const text = isRecord(fields) ? fields[name] : undefined;
    if (typeof text === "string") fieldOf(form, name).value = text;
  }
  return {
    items: Array.isArray(items) ? items.filter(isSlug) : [],
    draw: Array.isArray(draw) ? /** @type {Draw[]} */ (draw.filter(isDraw)) : [],
  };
}

/** @param {unknown} value */
const isDraw = (value) =>
  isRecord(value) && Number.isSafeInteger(value.count) &&
  LISTS.every((name) => Array.isArray(value[name]));
