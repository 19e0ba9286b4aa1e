import {
  fits,
  isChoice,
  isCount,
  isDay,
  isListOf,
  isMapOf,
  isMoment,
  isRecord,
  isSlug,
  optional,
} from "./schema.js";

/**
 * An exam from start to end, stored whole after every change. Times are absolute, so that a closed
 * page stops no clock and a reload loses no second.
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
 * @property {number | null} deadline Null where there is no limit.
 * @property {number} extended Milliseconds added.
 * @property {number | null} ended
 * @property {number} seed Orders the options.
 * @property {Record<string, {first: number, ms: number}>} [seen] By item: when it was first shown,
 *   and for how long in all.
 */

export const EXAM = "exam";
const MAX_ITEMS = 200;

const isTime = (/** @type {unknown} */ value) => value === null || isCount(value);
const CHECKS = {
  id: isSlug,
  items: isListOf(isSlug),
  answers: isMapOf(isChoice),
  sure: isRecord,
  flags: isListOf(isSlug),
  position: isCount,
  started: isCount,
  changed: isCount,
  deadline: isTime,
  extended: isCount,
  ended: isTime,
  seed: isCount,
  seen: optional(isMapOf((one) => fits(one, { first: isCount, ms: isCount }))),
};

/**
 * The exam in a stored value, or null. One without `changed` changed last when it started.
 *
 * @param {unknown} value
 * @returns {Exam | null}
 */
export function readExam(value) {
  if (!isRecord(value)) return null;
  /** @type {any} */ const exam = { changed: value.started, ...value };
  const valid = fits(exam, CHECKS) && exam.items.length <= MAX_ITEMS &&
    exam.position < exam.items.length;
  return valid ? exam : null;
}

/**
 * @typedef {{day: string, at: string}} ExamDate The day of the exam, empty if removed, and when it
 *   was set.
 */

export const EXAM_DATE = "aim";

/**
 * The exam date in a stored value, or null. One without `at` is older than any.
 *
 * @param {unknown} value
 */
export function readExamDate(value) {
  if (isDay(value)) return { day: value, at: new Date(0).toISOString() };
  if (!isRecord(value) || !isMoment(value.at)) return null;
  return value.day === "" || isDay(value.day) ? { day: value.day, at: value.at } : null;
}
