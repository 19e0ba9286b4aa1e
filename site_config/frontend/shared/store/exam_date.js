import { isMoment, isRecord } from "./schema.js";

/**
 * @typedef {{day: string, at: string}} ExamDate The day of the exam, empty if removed, and when it
 *   was set.
 */

export const EXAM_DATE = "aim";
const DAY = /^\d{4}-\d\d-\d\d$/;

/** @param {unknown} value */
const isDay = (value) =>
  typeof value === "string" && DAY.test(value) && !Number.isNaN(Date.parse(value));

/**
 * The exam date in a stored value, or null. One without `at` is older than any.
 *
 * @param {unknown} value
 */
export function readExamDate(value) {
  if (isDay(value)) return { day: String(value), at: new Date(0).toISOString() };
  if (!isRecord(value) || !isMoment(value.at)) return null;
  return value.day === "" || isDay(value.day) ? { day: String(value.day), at: value.at } : null;
}
