/** @import { Attempt } from "./types.d.ts" */

/**
 * Whether the facts changed since the answer; without a digest they did not.
 *
 * @param {Attempt} attempt
 * @param {{facts?: string}} question
 */
export const isStale = (attempt, { facts }) =>
  Boolean(attempt.facts && facts && attempt.facts !== facts);
