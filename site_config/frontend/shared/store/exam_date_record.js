import { isDay, isMoment, isRecord } from "./schema.js";

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
