/** What an assignment may hold: the same rules for a link, a file and the builder's form. */

import { isRealDate } from "../../shared/store/schema.js";
import { isStore } from "../../shared/web_address.js";
import { isClassPoint } from "./class_key.js";
import { isOwn, NotAQuestion, readOwnQuestions } from "./own_question.js";

/** @import { Assignment, Feedback } from "../types.d.ts" */

/**
 * What is wrong with a value: the name of a sentence in strings/builder and what fills it; null if
 * nothing is.
 *
 * @typedef {(value: unknown) => {reason: string, detail?: string | number} | null} Check
 */

export const MAX_ITEMS = 200;
/** Of a link with an instructor's own questions, which an older page cannot ask. */
export const OWN_VERSION = 2;
/** @type {Feedback[]} */
export const FEEDBACK = ["at-once", "at-end", "after-due", "never"];
const MOMENT = /^\d{4}-\d\d-\d\dT(?!24)\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)$/;

/** @param {number} max @returns {Check} */
const text = (max) => (value) => {
  if (typeof value !== "string" || !value.trim()) return { reason: "notText" };
  return value.length > max ? { reason: "tooLong", detail: max } : null;
};

/** @param {RegExp} pattern @param {string} reason @returns {Check} */
export const like = (pattern, reason) => (value) =>
  typeof value === "string" && value.length <= 400 && pattern.test(value) ? null : { reason };

/** @param {number} min @param {number} max @returns {Check} */
export const wholeNumber = (min, max) => (value) =>
  Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max
    ? null
    : { reason: "notWhole", detail: `${min}–${max}` };

/** @param {unknown[]} known @returns {Check} */
export const oneOf = (known) => (value) =>
  known.includes(value) ? null : { reason: "notOneOf", detail: known.join(", ") };

/** @type {Check} */
const moment = (value) =>
  like(MOMENT, "moment")(value) ?? (isRealDate(String(value)) ? null : { reason: "moment" });

/** @type {Check} */
const store = (value) => like(/./, "lrs")(value) ?? (isStore(value) ? null : { reason: "lrs" });

export const isSlug = like(/^[a-z0-9]+(-[a-z0-9]+)*$/, "slug");
export const isItem = like(/^[a-z0-9][a-z0-9-]{0,119}$/, "slug");

/** By a term's name in a draft; every term but the first three may be null. */
export const TERMS = {
  id: isSlug,
  title: text(200),
  feedback: oneOf(FEEDBACK),
  names: oneOf([true]),
  instructions: text(4000),
  minutes: wholeNumber(1, 600),
  attempts: wholeNumber(1, 100),
  opens: moment,
  due: moment,
  passMark: wholeNumber(0, 100),
  key: (/** @type {unknown} */ value) => isClassPoint(value) ? null : { reason: "key" },
  lrs: store,
};

/** `reason` names a sentence in strings/assignment. */
export class InvalidAssignment extends Error {
  /** @param {"none" | "damaged" | "newer" | "tooLong" | "key"} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** @param {unknown} condition @returns {asserts condition} */
function require(condition) {
  if (!condition) throw new InvalidAssignment("damaged");
}

/**
 * The assignment in a link.
 *
 * @param {unknown} value
 * @returns {Assignment}
 * @throws {InvalidAssignment}
 */
export function readAssignment(value) {
  require(typeof value === "object" && value);
  const { v, items, pass: passMark, own, ...others } =
    /** @type {Record<string, unknown>} */ (value);
  if (Number.isSafeInteger(v) && Number(v) > OWN_VERSION) throw new InvalidAssignment("newer");
  require(
    v === (own === undefined ? 1 : OWN_VERSION) && Array.isArray(items) && items.length > 0 &&
      items.length <= MAX_ITEMS,
  );
  require(new Set(items).size === items.length && !items.some(isItem));
  /** @type {any} */ const read = own === undefined ? { items } : { items, own: ownOf(own, items) };
  for (const [name, check] of Object.entries(TERMS)) {
    const term = { ...others, passMark }[name] ?? null;
    if (name === "key" && term !== null && check(term)) throw new InvalidAssignment("key");
    require(term === null ? !["id", "title", "feedback"].includes(name) : !check(term));
    read[name] = typeof term === "string" ? term.toWellFormed() : term;
  }
  require(read.id.length <= 80 && (read.feedback !== "after-due" || read.due !== null));
  require(!read.opens || !read.due || Date.parse(read.opens) < Date.parse(read.due));
  return read;
}

/**
 * Each of them is among the items: nothing travels unseen.
 *
 * @param {unknown} value @param {unknown[]} items
 */
function ownOf(value, items) {
  try {
    const own = readOwnQuestions(value);
    require(own.length && own.every(({ id }) => items.includes(id)));
    require(items.filter(isOwn).length === own.length);
    return own;
  } catch (problem) {
    if (problem instanceof NotAQuestion) throw new InvalidAssignment("damaged");
    throw problem;
  }
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
