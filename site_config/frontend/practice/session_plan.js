import { startRound } from "./round.js";

/** @import { Item } from "./types.d.ts" */
/** @import { Round } from "./round.js" */

/**
 * @typedef {object} SessionPlan
 * @property {number} total
 * @property {(asked: Item[]) => string | null} next The id of the next question; null ends the
 *   session.
 * @property {Round} [round] Where it is stored, so that it continues after a reload.
 * @property {boolean} [hints]
 * @property {(asked: Item[]) => (Node | string)[]} [intro] What the result shows first.
 * @property {() => void} restart What "start again" does.
 */

/** A session through a list of questions. @param {string[]} ids */
export const listPlan = (ids) => ({
  total: ids.length,
  next: (/** @type {Item[]} */ asked) => ids[asked.length] ?? null,
});

/**
 * The same plan with some of its questions.
 *
 * @param {SessionPlan} plan
 * @param {Item[]} items
 * @param {number} seed
 * @param {number} now
 * @returns {SessionPlan}
 */
export function retryPlan(plan, items, seed, now) {
  const ids = items.map(({ question }) => question.id);
  const round = plan.round && startRound(plan.round.topics, ids, seed, now);
  return { ...plan, ...listPlan(ids), round, intro: undefined };
}
