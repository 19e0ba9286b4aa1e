import { EXAM_DATE } from "../shared/store/exam_date_record.js";
import { examStart } from "./exam_date.js";
import { loadAnswers } from "./question_selection.js";
import { reviewStates } from "./review_states.js";

/** @import { BankEntry, Screen } from "./types.d.ts" */
/** @import { StateOf } from "./review_states.js" */

/** @typedef {StateOf<BankEntry>} ReviewState The state of one question. */

/** In the address: whoever comes from the card that says what is due has chosen already. */
export const AT_ONCE = "#start";

/** Missed last time, or answered under other facts. @param {ReviewState[]} known */
export const needsRetry = (known) =>
  known.filter(({ attempts, stale }) => stale || attempts.at(-1)?.right === false);

/**
 * How many are due on each of the next days, the overdue ones today.
 *
 * @param {ReviewState[]} known
 * @param {Date} now
 * @param {number} days
 */
export function upcomingCounts(known, now, days) {
  const counts = new Array(days).fill(0);
  const today = new Date(now).setHours(0, 0, 0, 0);
  for (const { due } of known) {
    const day = due
      ? Math.max(0, Math.round((new Date(due).setHours(0, 0, 0, 0) - today) / 86_400_000))
      : days;
    if (day < days) counts[day]++;
  }
  return counts;
}

/** The learner's answers and the state of each question. @param {Screen} screen */
export async function loadLearner(screen) {
  const answers = await loadAnswers(screen);
  const exam = examStart(await screen.store.value(EXAM_DATE));
  return {
    ...answers,
    exam,
    known: reviewStates(answers.entries, answers.log, exam, screen.env.now()),
  };
}
