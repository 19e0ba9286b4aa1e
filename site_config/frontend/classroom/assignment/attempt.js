/** One attempt at an assignment: the state of an exam, and what a result file needs beside it. */
import * as exam from "../../exam/state.js";
import { readExam } from "../../shared/store/exam_record.js";
import { fits, isListOf, isRecord, isSlug } from "../../shared/store/schema.js";

/** @import { Assignment, Exam } from "../types.d.ts" */

/**
 * @typedef {object} AttemptInfo
 * @property {string} uuid
 * @property {number} attempt From 1.
 * @property {string} name As typed.
 * @property {string} asOf The day as of which the site's rules were judged when it began.
 * @property {string[]} checked Questions whose answer is final, since their feedback was shown.
 * @property {Record<string, {first: number, ms: number}>} seen By item: when it was first shown,
 *   and for how long it was in view.
 * @property {Record<string, {version: number, digest: string}>} asked By item.
 *
 * @typedef {Exam & AttemptInfo} AssignmentAttempt
 * @typedef {{name: string, runs: AssignmentAttempt[]}} SavedAttempts What the browser stores of one
 *   assignment.
 */

const MINUTE_MS = 60_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @param {Assignment} assignment @param {AttemptInfo & {now: number, seed: number}} what */
export function startAttempt({ items, minutes, due }, { now, seed, ...info }) {
  const state = exam.startExam({ id: `run-${info.uuid}`, items, minutes: minutes ?? 0, now, seed });
  const ends = [minutes ? now + minutes * MINUTE_MS : Infinity, due ? Date.parse(due) : Infinity];
  const deadline = Math.min(...ends);
  return { ...state, ...info, deadline: Number.isFinite(deadline) ? deadline : null };
}

/**
 * A final answer does not change; its feedback was shown.
 *
 * @param {AssignmentAttempt} attempt
 * @param {string} item
 * @param {string[]} chosen
 * @param {number} now
 * @param {boolean} final
 */
export function setAnswer(attempt, item, chosen, now, final) {
  if (attempt.checked.includes(item)) return attempt;
  const answered = exam.setAnswer(attempt, item, chosen, now);
  return final && exam.isRunning(attempt, now)
    ? { ...answered, checked: [...attempt.checked, item] }
    : answered;
}

const CHECKS = {
  uuid: (/** @type {unknown} */ value) => UUID.test(String(value)),
  attempt: Number.isSafeInteger,
  name: (/** @type {unknown} */ value) => typeof value === "string",
  asOf: (/** @type {unknown} */ value) => /^\d{4}-\d\d-\d\d$/.test(String(value)),
  checked: isListOf(isSlug),
  seen: isRecord,
  asked: isRecord,
};

/** Without runs that are damaged. @param {unknown} value @returns {SavedAttempts} */
export function readSavedAttempts(value) {
  if (!isRecord(value) || !Array.isArray(value.runs)) return { name: "", runs: [] };
  const runs = value.runs.filter((one) =>
    fits(one, CHECKS) && readExam(one)?.items.every((item) => isRecord(one.asked[item]))
  );
  return { name: typeof value.name === "string" ? value.name.slice(0, 200) : "", runs };
}

/**
 * The run in a new state, among the others.
 *
 * @param {SavedAttempts} saved
 * @param {AssignmentAttempt} attempt
 */
export const withAttempt = (saved, attempt) => ({
  name: attempt.name,
  runs: saved.runs.some(({ id }) => id === attempt.id)
    ? saved.runs.map((one) => (one.id === attempt.id ? attempt : one))
    : [...saved.runs, attempt],
});
