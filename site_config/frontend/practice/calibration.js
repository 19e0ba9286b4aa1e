/** @import { Attempt } from "./types.d.ts" */

export const CONFIDENCE_LEVELS = /** @type {const} */ (["sure", "think", "guess"]);

/**
 * How often answers were right, by how sure the learner was of them beforehand.
 *
 * @param {Attempt[]} attempts
 * @returns Only levels given
 *   at least once.
 */
export function calibration(attempts) {
  return CONFIDENCE_LEVELS.map((sure) => {
    const rated = attempts.filter((attempt) => attempt.sure === sure);
    return { sure, right: rated.filter(({ right }) => right).length, total: rated.length };
  }).filter(({ total }) => total > 0);
}

/**
 * Over-confident below 80 % right when "sure", under-confident from 70 % right when guessing; no
 * verdict on fewer than four answers.
 *
 * @param {ReturnType<typeof calibration>} rows
 */
export function calibrationVerdict(rows) {
  const share = (/** @type {string} */ name) =>
    rows.find(({ sure, total }) => sure === name && total >= 4);
  const [sure, guess] = [share("sure"), share("guess")];
  if (sure && sure.right / sure.total < 0.8) return "over";
  if (guess && guess.right / guess.total >= 0.7) return "under";
  return sure ? "fitting" : null;
}
