/** Validates an assignment from a link. */

/** @import { Assignment, Feedback } from "../types.d.ts" */

export const MAX_ITEMS = 200;
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const ITEM = /^[a-z0-9][a-z0-9-]{0,119}$/;
export const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)$/;
export const KEY = /^[\w-]{87}$/;
export const STORE = /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?\/)[^\s?#@]+$/;
/** @type {Feedback[]} */
export const FEEDBACK = ["at-once", "at-end", "after-due", "never"];

/** `reason` names a sentence in strings/assignment. */
export class InvalidAssignment extends Error {
  /** @param {"none" | "damaged" | "newer" | "tooLong"} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** @param {boolean} condition @returns {asserts condition} */
function check(condition) {
  if (!condition) throw new InvalidAssignment("damaged");
}

/** @param {unknown} value @param {number} max @returns {string} */
function text(value, max) {
  check(typeof value === "string" && value.trim() !== "" && value.length <= max);
  return value.toWellFormed();
}

/** @param {unknown} value @param {RegExp} pattern @returns {string} */
function matching(value, pattern) {
  check(typeof value === "string" && value.length <= 400 && pattern.test(value));
  return value;
}

/** @param {unknown} value @param {number} min @param {number} max @returns {number} */
function wholeNumber(value, min, max) {
  check(Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max);
  return Number(value);
}

/** @param {unknown} value */
function moment(value) {
  const found = matching(value, MOMENT);
  check(!Number.isNaN(Date.parse(found)));
  return found;
}

/**
 * @template T
 * @param {unknown} value
 * @param {(value: unknown) => T} read
 * @returns {T | null}
 */
const optional = (value, read) => (value === undefined || value === null ? null : read(value));

/**
 * @param {unknown} value
 * @returns {Assignment}
 * @throws {InvalidAssignment}
 */
export function readAssignment(value) {
  check(typeof value === "object" && value !== null && !Array.isArray(value));
  const {
    v,
    id,
    title,
    instructions,
    items,
    minutes,
    attempts,
    feedback,
    opens,
    due,
    pass,
    key,
    lrs,
  } = /** @type {Record<string, unknown>} */ (value);
  if (Number.isSafeInteger(v) && Number(v) > 1) throw new InvalidAssignment("newer");
  check(v === 1 && Array.isArray(items) && items.length > 0 && items.length <= MAX_ITEMS);
  check(
    new Set(items).size === items.length && FEEDBACK.includes(/** @type {Feedback} */ (feedback)),
  );
  const read = {
    id: matching(id, SLUG),
    title: text(title, 200),
    instructions: optional(instructions, (one) => text(one, 4000)),
    items: items.map((item) => matching(item, ITEM)),
    minutes: optional(minutes, (one) => wholeNumber(one, 1, 600)),
    attempts: optional(attempts, (one) => wholeNumber(one, 1, 100)),
    feedback: /** @type {Feedback} */ (feedback),
    opens: optional(opens, moment),
    due: optional(due, moment),
    passMark: optional(pass, (one) => wholeNumber(one, 0, 100)),
    key: optional(key, (one) => matching(one, KEY)),
    lrs: optional(lrs, (one) => matching(one, STORE)),
  };
  check(read.id.length <= 80 && (read.feedback !== "after-due" || read.due !== null));
  check(!read.opens || !read.due || Date.parse(read.opens) < Date.parse(read.due));
  return read;
}

/**
 * Whether the page's policy allows the LRS: its own host, and those that the site names.
 *
 * @param {string} endpoint
 */
export function isReachable(endpoint) {
  const named = document.querySelector('meta[name="rightcode-stores"]')?.getAttribute("content") ??
    "";
  return [location.origin, ...named.split(" ")].includes(new URL(endpoint).origin);
}
