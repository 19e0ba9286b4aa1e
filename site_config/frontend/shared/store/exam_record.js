import { isChoice, isCount, isRecord, isSlug } from "./schema.js";

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

/**
 * The exam in a stored value, or null. One without `changed` changed last when it started.
 *
 * @param {unknown} value
 * @returns {Exam | null}
 */
export function readExam(value) {
  if (!isRecord(value)) return null;
  const {
    id,
    items,
    answers,
    sure,
    flags,
    position,
    started,
    deadline,
    extended,
    ended,
    seed,
    seen,
  } = value;
  const { changed = started } = value;
  const valid = isSlug(id) && Array.isArray(items) && items.length > 0 &&
    items.length <= MAX_ITEMS &&
    items.every(isSlug) &&
    isRecord(answers) && Object.values(answers).every(isChoice) && isRecord(sure) &&
    Array.isArray(flags) &&
    flags.every(isSlug) &&
    [position, started, changed, extended, seed].every(isCount) &&
    Number(position) < items.length &&
    (seen === undefined || isSeen(seen)) &&
    [deadline, ended].every((time) => time === null || isCount(time));
  return valid ? /** @type {Exam} */ (/** @type {unknown} */ ({ ...value, changed })) : null;
}

/** @param {unknown} value */
const isSeen = (value) =>
  isRecord(value) &&
  Object.values(value).every((one) => isRecord(one) && isCount(one.first) && isCount(one.ms));
