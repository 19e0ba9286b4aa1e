/** The form's fields to an assignment's terms, and their errors. */
import { FEEDBACK, KEY, MAX_ITEMS, SLUG, STORE } from "../format/assignment.js";

/** @import { Draft, Feedback, Selection } from "../types.d.ts" */

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Field */

/** The form's fields by their names in a draft; its id is the slug, since `form.id` is taken. */
export const FIELDS = /** @type {const} */ ([
  "slug",
  "title",
  "instructions",
  "seed",
  "order",
  "minutes",
  "attempts",
  "passMark",
  "feedback",
  "opens",
  "due",
  "key",
  "lrs",
]);
const MOST_SEED = 2 ** 31 - 1;

/** @param {HTMLFormElement} form @param {string} name */
export const fieldOf = (
  form,
  name,
) => /** @type {Field} */ (form.querySelector(`[name="${name}"]`));

/** @param {HTMLFormElement} form @param {string} name */
const textOf = (form, name) => fieldOf(form, name).value.trim();

/**
 * A whole number; null if empty, NaN if invalid.
 *
 * @param {string} text
 * @param {number} min
 * @param {number} max
 */
function wholeNumber(text, min, max) {
  if (!text) return null;
  const number = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  return number >= min && number <= max ? number : NaN;
}

/** A local time with its offset. @param {string} text @returns {string | null} */
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

/** A moment as local time, for its field. @param {string | null} moment */
function localTime(moment) {
  if (moment === null) return "";
  const time = new Date(moment);
  const shifted = new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString();
  return shifted.slice(0, time.getSeconds() ? 19 : 16);
}

/** A name for files, made of the title. @param {string} title */
const slugOf = (title) =>
  title.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, "-")
    .replace(
      /^-+|-+$/g,
      "",
    ).slice(0, 60).replace(/-+$/, "") || "assignment";

/**
 * @param {HTMLFormElement} form
 * @param {Pick<Selection, "items" | "draw">} chosen
 * @returns {Draft}
 */
export function readDraft(form, chosen) {
  const title = textOf(form, "title");
  return {
    id: textOf(form, "slug") || slugOf(title),
    title,
    instructions: textOf(form, "instructions") || null,
    ...chosen,
    seed: wholeNumber(textOf(form, "seed"), 0, MOST_SEED) ?? 1,
    order: textOf(form, "order") === "shuffled" ? "shuffled" : "as-written",
    minutes: wholeNumber(textOf(form, "minutes"), 1, 600),
    attempts: wholeNumber(textOf(form, "attempts"), 1, 100),
    feedback: FEEDBACK.find((one) => one === textOf(form, "feedback")) ?? /** @type {Feedback} */
      ("at-once"),
    opens: withOffset(textOf(form, "opens")),
    due: withOffset(textOf(form, "due")),
    passMark: wholeNumber(textOf(form, "passMark"), 0, 100),
    key: textOf(form, "key") || null,
    lrs: textOf(form, "lrs") || null,
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
 * @returns {[string, string][]}
 */
export function formErrors(draft, count) {
  const { id, title, seed, minutes, attempts, passMark, opens, due, feedback, key, lrs } = draft;
  /** @type {[boolean, string, string][]} */
  const found = [
    [count === 0, "items", ""],
    [count > MAX_ITEMS, "many", ""],
    [!title, "title", "title"],
    [!SLUG.test(id) || id.length > 80, "id", "slug"],
    [Number.isNaN(seed), "seed", "seed"],
    [Number.isNaN(minutes), "minutes", "minutes"],
    [Number.isNaN(attempts), "attempts", "attempts"],
    [Number.isNaN(passMark), "passMark", "passMark"],
    [Boolean(opens && due && Date.parse(opens) >= Date.parse(due)), "order", "due"],
    [feedback === "after-due" && !due, "due", "due"],
    [key !== null && !KEY.test(key), "key", "key"],
    [lrs !== null && !STORE.test(lrs), "lrs", "lrs"],
  ];
  return found.filter(([wrong]) => wrong).map(([, name, field]) => [name, field]);
}
