import {
  fits,
  isChoice,
  isCount,
  isInstant,
  isMapOf,
  isRecord,
  isSlug,
  isSlugs,
  isSure,
  optional,
} from "./schema.js";

/**
 * An exam from start to end, stored whole after every change. Times are absolute, so that a closed
 * page stops no clock and a reload loses no second. The time never goes back, whatever the clock of
 * the machine does: it is at least `latest`.
 *
 * @typedef {object} Exam
 * @property {string} id
 * @property {string[]} items
 * @property {Record<string, string[]>} answers By item.
 * @property {Record<string, "sure" | "think" | "guess">} sure By item.
 * @property {string[]} flags
 * @property {number} position From 0.
 * @property {number} started Milliseconds since 1970.
 * @property {number} changed Milliseconds since 1970.
 * @property {number} [latest] The latest time seen while it ran, in milliseconds since 1970.
 * @property {number | null} deadline Null where there is no limit.
 * @property {number} extended Milliseconds added.
 * @property {number | null} ended
 * @property {number} seed Orders the options.
 * @property {Record<string, {first: number, ms: number}>} [seen] By item: when it was first shown,
 *   and for how long in all.
 * @property {{role: string, level: number, areas: string[]}} [scope] Whose exam it is, of which
 *   level (0: all) and areas (none: all).
 * @property {Record<string, string>} [disputes] By item, why its key is wrong.
 */

export const EXAM = "exam";
const MAX_ITEMS = 200;

/** The longest that can be asked for, and longer than anybody extends it or looks at a question. */
const MAX_LIMIT_MS = 600 * 60_000;
const MAX_LONG_MS = 366 * 86_400_000;

const isTime = (/** @type {unknown} */ value) => value === null || isInstant(value);
const isSpan = (/** @type {unknown} */ value) =>
  typeof value === "number" && value >= 0 && value <= MAX_LONG_MS;
const CHECKS = {
  id: isSlug,
  items: isSlugs,
  answers: isMapOf(isChoice),
  sure: isMapOf(isSure),
  flags: isSlugs,
  position: isCount,
  started: isInstant,
  changed: isInstant,
  latest: optional(isInstant),
  deadline: isTime,
  extended: isSpan,
  ended: isTime,
  seed: isCount,
  seen: optional(isMapOf((one) => fits(one, { first: isInstant, ms: isSpan }))),
  scope: optional((one) => fits(one, { role: isSlug, level: isCount, areas: isSlugs })),
  disputes: optional(isMapOf((one) => typeof one === "string")),
};

/**
 * The exam in a stored value, or null. One without `changed` changed last when it started.
 *
 * @param {unknown} value
 * @param {number} [limit] The longest time limit, in milliseconds.
 * @returns {Exam | null}
 */
export function readExam(value, limit = MAX_LIMIT_MS) {
  if (!isRecord(value)) return null;
  /** @type {any} */ const exam = { changed: value.started, ...value };
  if (!fits(exam, CHECKS)) return null;
  const { items, answers, sure, flags, seen = {}, position, started, deadline, extended } = exam;
  const asked = new Set(items);
  const named = [answers, sure, seen].flatMap(Object.keys).concat(flags);
  const time = deadline === null ? 0 : deadline - started - extended;
  const valid = items.length <= MAX_ITEMS && position < items.length && time >= 0 &&
    time <= limit && named.every((item) => asked.has(item));
  return valid ? exam : null;
}
