/** @import { Attempt } from "../shared/types.d.ts" */
/** @import { PackageQuestion, Progress } from "./types.d.ts" */

/**
 * The answer that counts: the last of the first `tries`; of all where there is no limit.
 *
 * @param {Attempt[]} attempts Of one question, oldest first.
 * @param {number} tries 0 for no limit.
 */
export const countedAttempt = (attempts, tries) => attempts.slice(0, tries || undefined).at(-1);

/**
 * @param {PackageQuestion[]} questions
 * @param {Attempt[]} log Oldest first.
 * @param {{mark: number | null, tries: number}} rules
 * @returns {Progress}
 */
export function progressOf(questions, log, { mark, tries }) {
  const byQuestion = questions.map(({ question }) =>
    log.filter(({ item }) => item === question.id)
  );
  const counting = byQuestion.map((attempts) => countedAttempt(attempts, tries));
  const answered = counting.filter(Boolean).length;
  const right = counting.filter((attempt) => attempt?.right).length;
  const complete = questions.length > 0 && answered === questions.length;
  const score = questions.length ? right / questions.length : 0;
  const passed = complete && mark !== null ? score >= mark - 1e-9 : null;
  const final = complete && tries > 0 && byQuestion.every(({ length }) => length >= tries);
  const marked = mark !== null;
  return { total: questions.length, answered, right, score, complete, passed, final, marked };
}
