/** @import { BankEntry } from "./types.d.ts" */

/** @typedef {{entry: BankEntry, right: boolean}} PlacementAnswer */

export const QUESTIONS = 6;

/**
 * The next question: a level harder after a right answer, easier after a wrong one, and on
 * an objective not asked yet if possible. The first is of the easiest level.
 *
 * @param {BankEntry[]} pool In the order in which they are preferred.
 * @param {PlacementAnswer[]} answered
 * @returns Null when enough was asked.
 */
export function nextToAsk(pool, answered) {
  if (answered.length >= QUESTIONS) return null;
  const asked = new Set(answered.map(({ entry }) => entry.id));
  const objectives = new Set(answered.flatMap(({ entry }) => entry.objectives));
  const level = levelAfter(answered);
  const cost = (/** @type {BankEntry} */ entry) =>
    Math.abs(entry.difficulty - level) +
    (entry.objectives.some((name) => objectives.has(name)) ? 4 : 0);
  const isOpen = (/** @type {BankEntry} */ { id, enemies }) =>
    !asked.has(id) && !enemies?.some((other) => asked.has(other));
  return pool.filter(isOpen).reduce(
    (best, entry) => (best === null || cost(entry) < cost(best) ? entry : best),
    /** @type {BankEntry | null} */ (null),
  );
}

/** @param {PlacementAnswer[]} answered */
function levelAfter(answered) {
  return answered.reduce(
    (level, { right }) => Math.max(1, Math.min(3, level + (right ? 1 : -1))),
    1,
  );
}

/**
 * The level of the learner. A right answer counts the difficulty of its question; below a third of
 * the possible points is new, above four fifths ready.
 *
 * @param {PlacementAnswer[]} answered
 */
export function placementResult(answered) {
  const sum = (/** @type {PlacementAnswer[]} */ list) =>
    list.reduce((points, { entry }) => points + entry.difficulty, 0);
  const right = answered.filter((one) => one.right);
  const share = answered.length ? sum(right) / sum(answered) : 0;
  const missed = answered.filter((one) => !one.right).map(({ entry }) => entry);
  return {
    level: /** @type {"new" | "some" | "ready"} */
      (share < 1 / 3 ? "new" : share > 4 / 5 ? "ready" : "some"),
    right: right.length,
    total: answered.length,
    /** Objectives. */
    weak: [...new Set(missed.map(({ objectives }) => objectives[0]))],
    pairs: [...new Set(missed.flatMap(({ pairs }) => pairs))],
  };
}
