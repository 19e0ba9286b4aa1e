/**
 * The form's fields to an assignment's terms, their errors, and the copy stored in this browser.
 */
import { isListOf, isRecord, isSlug } from "../../shared/store/schema.js";
import { FEEDBACK, MAX_ITEMS, TERMS, wholeNumber } from "../format/assignment.js";

/** @import { Draft, Draw, Selection, Store } from "../types.d.ts" */

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Field */
/** @typedef {Pick<Selection, "items" | "draw">} Chosen */

/** The form's fields by their names in a draft; its id is the slug, since `form.id` is taken. */
const FIELDS = /** @type {const} */ ([
  "slug",
  "title",
  "instructions",
  "seed",
  "order",
  "minutes",
  "attempts",
  "passMark",
  "feedback",
  "names",
  "opens",
  "due",
  "key",
  "lrs",
]);
const KEY = "builder";
/** The lists of a draw, named like the form's fields. */
export const LISTS = /** @type {const} */ (["codes", "objectives", "quizzes", "kinds"]);
const isDrawCount = wholeNumber(1, 500);
const CHECKS = { ...TERMS, seed: wholeNumber(0, 2 ** 31 - 1) };

/** @param {HTMLFormElement} form @param {string} name */
export const fieldOf = (
  form,
  name,
) => /** @type {Field} */ (form.querySelector(`[name="${name}"]`));

/** @param {string} text */
const numberOf = (text) => text ? (/^\d{1,10}$/.test(text) ? Number(text) : NaN) : null;

/** @param {string} text */
function withOffset(text) {
  const match = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?/.exec(text);
  const time = match && new Date(match[0]);
  if (!time || Number.isNaN(time.getTime())) return null;
  const minutes = -time.getTimezoneOffset();
  const two = (/** @type {number} */ number) =>
    String(Math.trunc(Math.abs(number))).padStart(2, "0");
  return `${match[0]}${match[1] ? "" : ":00"}${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${
    two(minutes % 60)
  }`;
}

/** @param {string | null} moment */
function localTime(moment) {
  if (moment === null) return "";
  const time = new Date(moment);
  const shifted = new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString();
  return shifted.slice(0, time.getSeconds() ? 19 : 16);
}

/** @param {string} title */
const slugOf = (title) =>
  title.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "").slice(0, 60).replace(/-+$/, "") || "assignment";

/** @param {HTMLFormElement} form @param {Chosen} chosen @returns {Draft} */
export function readDraft(form, chosen) {
  const text = (/** @type {string} */ name) => fieldOf(form, name).value.trim();
  const title = text("title");
  return {
    id: text("slug") || slugOf(title),
    title,
    instructions: text("instructions") || null,
    ...chosen,
    seed: numberOf(text("seed")) ?? 1,
    order: text("order") === "shuffled" ? "shuffled" : "as-written",
    minutes: numberOf(text("minutes")),
    attempts: numberOf(text("attempts")),
    feedback: FEEDBACK.find((one) => one === text("feedback")) ?? "at-once",
    names: text("names") ? true : null,
    opens: withOffset(text("opens")),
    due: withOffset(text("due")),
    passMark: numberOf(text("passMark")),
    key: text("key") || null,
    lrs: text("lrs") || null,
  };
}

/** Writes a draft's terms into the form. @param {HTMLFormElement} form @param {Draft} draft */
export function writeTerms(form, draft) {
  const values = {
    ...draft,
    slug: draft.id === slugOf(draft.title) ? "" : draft.id,
    opens: localTime(draft.opens),
    due: localTime(draft.due),
  };
  for (const name of FIELDS) fieldOf(form, name).value = String(values[name] ?? "");
}

/**
 * What is wrong with a draft: the sentence's name, and the field's.
 *
 * @param {Draft} draft
 * @param {number} count How many questions it gives.
 */
export function formErrors(draft, count) {
  const { id, title, opens, due, feedback } = draft;
  const checked = (/** @type {(keyof typeof CHECKS)[]} */ ...names) =>
    names.map((name) => flaw(draft[name] !== null && CHECKS[name](draft[name]), name));
  return [
    flaw(!count, "items", ""),
    flaw(count > MAX_ITEMS, "many", ""),
    flaw(!title, "title"),
    flaw(TERMS.id(id) || id.length > 80, "id", "slug"),
    ...checked("seed", "minutes", "attempts", "passMark"),
    flaw(opens && due && Date.parse(opens) >= Date.parse(due), "order", "due"),
    flaw(feedback === "after-due" && !due, "due"),
    ...checked("key", "lrs"),
  ].filter((found) => found !== null);
}

/** @param {unknown} wrong @param {string} name @returns {[string, string] | null} */
const flaw = (wrong, name, field = name) => (wrong ? [name, field] : null);

/** @param {Store} store */
export const loadForm = (store) => store.value(KEY);

/** @param {Store} store @param {HTMLFormElement} form @param {Chosen} chosen */
export function saveForm(store, form, chosen) {
  const state = formState(form, chosen);
  return store.updateValue(KEY, () => state);
}

/** What `fill` takes. @param {HTMLFormElement} form @param {Chosen} chosen */
export const formState = (form, chosen) => ({
  ...chosen,
  fields: Object.fromEntries(FIELDS.map((name) => [name, fieldOf(form, name).value])),
});

/**
 * Restores a saved form, without what is damaged.
 *
 * @param {HTMLFormElement} form
 * @param {unknown} value
 * @returns {Chosen}
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

const isTexts = isListOf((value) => typeof value === "string");

/** @param {unknown} value */
const isDraw = (value) =>
  isRecord(value) && !isDrawCount(value.count) && LISTS.every((name) => isTexts(value[name])) &&
  isListOf((level) => [1, 2, 3].includes(level))(value.difficulty);
