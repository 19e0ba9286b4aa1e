/** @import { Attempt } from "../shared/types.js" */
/** @import { PackageQuestion, Progress } from "./types.js" */

/**
 * The answer that counts: the last of the first `tries`; of all where there is no limit.
 *
 * @param {Attempt[]} attempts Of one question, oldest first.
 * @param {number} tries 0 for no limit.
 */
export const countedAttempt = (attempts, tries) => attempts.slice(0, tries || undefined).at(-1);

/**
 * @param {PackageQuestion[]} asked
 * @param {Attempt[]} log Oldest first.
 * @param {{mark: number | null, tries: number}} rules
 * @returns {Progress}
 */
export function progressOf(asked, log, { mark, tries }) {
  const own = asked.map(({ question }) => log.filter(({ item }) => item === question.id));
  const counting = own.map((attempts) => countedAttempt(attempts, tries));
  const answered = counting.filter(Boolean).length;
  const right = counting.filter((attempt) => attempt?.right).length;
  const complete = asked.length > 0 && answered === asked.length;
  const score = asked.length ? right / asked.length : 0;
  const passed = complete && mark !== null ? score >= mark - 1e-9 : null;
  const final = complete && tries > 0 && own.every(({ length }) => length >= tries);
  return { total: asked.length, answered, right, score, complete, passed, final };
}
