/** @import { Attempt } from "../shared/types.js" */

export const CONFIDENCE_LEVELS = /** @type {const} */ (["sure", "think", "guess"]);

/**
 * How often answers were right, by how sure the learner was of them beforehand.
 *
 * @param {Attempt[]} attempts
 * @returns {{sure: "sure" | "think" | "guess", right: number, total: number}[]} Only what was said at least once.
 */
export function calibration(attempts) {
  return CONFIDENCE_LEVELS.map((sure) => {
    const said = attempts.filter((attempt) => attempt.sure === sure);
    return { sure, right: said.filter(({ right }) => right).length, total: said.length };
  }).filter(({ total }) => total > 0);
}

/**
 * What the figures say. "Sure" is too sure below 80 % right, guesses are better than thought from 70 % right; of
 * fewer than four answers nothing is said.
 *
 * @param {ReturnType<typeof calibration>} rows
 * @returns {"over" | "under" | "fitting" | null}
 */
export function calibrationVerdict(rows) {
  const share = (/** @type {string} */ name) =>
    rows.find(({ sure, total }) => sure === name && total >= 4);
  const [sure, guess] = [share("sure"), share("guess")];
  if (sure && sure.right / sure.total < 0.8) return "over";
  if (guess && guess.right / guess.total >= 0.7) return "under";
  return sure ? "fitting" : null;
}
