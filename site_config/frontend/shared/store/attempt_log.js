/** @import { Attempt } from "../types.d.ts" */

/** @param {Attempt} a @param {Attempt} b */
export const byTime = (a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1);

/** @param {Attempt[]} attempts */
export const uniqueAttempts = (attempts) => [
  ...new Map(attempts.map((attempt) => [attempt.id, attempt])).values(),
];

/**
 * Whether an attempt was added now: neither known before nor unsaved before.
 *
 * @param {string[]} added
 * @param {Attempt[]} unsaved
 */
export function isNew(added, unsaved) {
  const ids = new Set(added);
  for (const { id } of unsaved) ids.delete(id);
  return (/** @type {Attempt} */ { id }) => ids.has(id);
}
