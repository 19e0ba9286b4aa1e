/** @typedef {import("../types.js").Attempt} Attempt */

/** @param {Attempt} attempt */
const identity = ({ at, chosen }) => `${at} ${[...chosen].sort().join(" ")}`;

/**
 * Both lists of one item's attempts as one, oldest first, none lost and none twice.
 *
 * @param {Attempt[]} here
 * @param {Attempt[]} there
 * @returns {Attempt[]}
 */
export function mergeAttempts(here, there) {
  const merged = new Map([...there, ...here].map((attempt) => [identity(attempt), attempt]));
  return [...merged.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
