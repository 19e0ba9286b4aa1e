/** What changed for one attempt, as its learner gets it. */
import { MAX_ANSWERS, MAX_DISPUTE } from "../../shared/result_limits.js";
import { ResultRefused } from "./refusal.js";
import { list, moment, name, record, text, UUID, whole } from "./result_file.js";

/** @import { CreditChange, CreditTotal, Rescored } from "../../shared/schema_types.d.ts" */

export const RESCORED = "rightcode-rescored";
const MAX_TEXT = 2000;

/**
 * @param {unknown} value
 * @returns {Rescored}
 * @throws {ResultRefused}
 */
export function readRescored(value) {
  const one = record(value, "format");
  if (one.format !== RESCORED) throw new ResultRefused("notRescored");
  whole(one.version, 1, 1, "version");
  return {
    format: RESCORED,
    version: 1,
    result: text(one.result, UUID, "result"),
    assignment: name(one.assignment, "assignment"),
    learner: name(one.learner, "learner"),
    before: readTotal(one.before, "before"),
    after: readTotal(one.after, "after"),
    changes: list(one.changes, 0, MAX_ANSWERS, "changes").map((change, place) =>
      readChange(record(change, `changes ${place + 1}`), `changes ${place + 1}`)
    ),
  };
}

/** @param {unknown} value @param {string} place @returns {CreditTotal} */
function readTotal(value, place) {
  const { points, right, questions } = record(value, place);
  return {
    points: share(points, MAX_ANSWERS, `${place} points`),
    right: whole(right, 0, MAX_ANSWERS, `${place} right`),
    questions: whole(questions, 0, MAX_ANSWERS, `${place} questions`),
  };
}

/** @param {Record<string, any>} value @param {string} place @returns {CreditChange} */
function readChange({ title, answer, before, after, by, at, reason }, place) {
  const had = before !== undefined && before !== null;
  return {
    title: name(title, `${place} title`),
    answer: name(answer, `${place} answer`, MAX_TEXT),
    ...(had ? { before: share(before, 1, `${place} before`) } : {}),
    after: share(after, 1, `${place} after`),
    by: name(by, `${place} by`),
    at: moment(at, `${place} at`),
    reason: name(reason, `${place} reason`, MAX_DISPUTE),
  };
}

/** @param {unknown} value @param {number} most @param {string} place */
function share(value, most, place) {
  if (typeof value === "number" && value >= 0 && value <= most) return value;
  throw new ResultRefused("damaged", place);
}
