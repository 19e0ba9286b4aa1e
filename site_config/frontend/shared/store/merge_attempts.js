/** @import { Attempt } from "../types.js" */

/**
 * Both logs as one, oldest first, without duplicates. Where an id is in both, `here` wins: a file
 * cannot rewrite the log.
 *
 * @param {Attempt[]} here
 * @param {Attempt[]} there
 */
export const mergeAttempts = (here, there) => uniqueAttempts([...there, ...here]).sort(byTime);

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
