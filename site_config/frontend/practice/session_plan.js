import { startRound } from "./round.js";

/** @import { Item } from "../quiz/item.js" */
/** @import { Round } from "./round.js" */

/**
 * @typedef {object} SessionPlan
 * @property {number} total
 * @property {(asked: Item[]) => string | null} next The id of the next question; null ends the round.
 * @property {Round} [round] Where it is kept, so that it goes on after a reload.
 * @property {boolean} [hints]
 * @property {(asked: Item[]) => (Node | string)[]} [lead] What the result says first.
 * @property {() => void} again What "start again" does.
 */

/** A round through a list. @param {string[]} ids */
export const listPlan = (ids) => ({
  total: ids.length,
  next: (/** @type {Item[]} */ asked) => ids[asked.length] ?? null,
});

/** The same way again with some of the questions. @param {SessionPlan} plan @param {Item[]} items @param {number} seed @param {number} now @returns {SessionPlan} */
export function retryPlan(plan, items, seed, now) {
  const ids = items.map(({ question }) => question.id);
  const round = plan.round && startRound(plan.round.topics, ids, seed, now);
  return { ...plan, ...listPlan(ids), round, lead: undefined };
}
