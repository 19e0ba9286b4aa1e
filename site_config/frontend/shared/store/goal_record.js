import { fits, isCount, isMoment } from "./schema.js";

/**
 * What a learner wants to practice in a week, and when they said so; of 0 is none.
 *
 * @typedef {{kind: "questions" | "days", count: number, at: string}} Goal
 */

export const GOAL = "goal";
/** The most of each kind. @type {Record<string, number>} */
export const MOST = { questions: 500, days: 7 };

/** The goal in a stored value, or null. @param {any} value @returns {Goal | null} */
export function readGoal(value) {
  const valid = fits(value, { at: isMoment, count: isCount }) &&
    Object.hasOwn(MOST, value.kind) && value.count <= MOST[value.kind];
  return valid ? { kind: value.kind, count: value.count, at: value.at } : null;
}
