/** @import { Attempt } from "../types.js" */

/**
 * Both lists as one, oldest first, no answer lost and none twice. Where an id is known, what is here stays:
 * the log only grows, so a file cannot rewrite it.
 *
 * @param {Attempt[]} here
 * @param {Attempt[]} there
 * @returns {Attempt[]}
 */
export function mergeAttempts(here, there) {
  const merged = new Map([...there, ...here].map((attempt) => [attempt.id, attempt]));
  return [...merged.values()].sort(byMoment);
}

/** @param {Attempt} a @param {Attempt} b */
export const byMoment = (a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1);

/** @param {Attempt[]} attempts */
export const uniqueAttempts = (
  attempts,
) => [...new Map(attempts.map((attempt) => [attempt.id, attempt])).values()];

/**
 * Neither known to the disk nor waiting before.
 *
 * @param {string[]} added
 * @param {Attempt[]} waiting
 */
export function isNew(added, waiting) {
  const ids = new Set(added);
  for (const { id } of waiting) ids.delete(id);
  return (/** @type {Attempt} */ { id }) => ids.has(id);
}
