import { isStale } from "../quiz/item.js";
import { EXAM_DATE, readExamDate } from "../shared/store/exam_record.js";
import { daysUntil, dueBeforeExam, retentionFor } from "./exam_date.js";
import { loadAnswers } from "./question_selection.js";
import { cardOf, dueOf, recallOf } from "./schedule.js";

/** @import { Attempt, BankEntry, Screen } from "./types.d.ts" */

/** In the address: whoever comes from the card that says what is due has chosen already. */
export const AT_ONCE = "#start";

/**
 * @typedef {object} ReviewState The state of one question.
 * @property {BankEntry} entry
 * @property {Attempt[]} attempts To the current version under the current facts, oldest first.
 * @property {Attempt | null} stale The last answer, if the question or its facts changed since.
 * @property {Date | null} due
 * @property {number} recall From 0 to 1.
 */

/**
 * @param {Map<string, BankEntry>} entries
 * @param {Map<string, Attempt[]>} log Answers by item, oldest first.
 * @param {Date | null} exam
 * @param {Date} now
 * @returns One for each answered question in the bank.
 */
export function reviewStates(entries, log, exam, now) {
  const retention = retentionFor(exam ? daysUntil(exam, now) : null);
  return [...entries.values()].filter(({ id }) => log.has(id)).map((entry) => {
    const all = log.get(entry.id) ?? [];
    const attempts = all.filter((attempt) => isCurrent(attempt, entry));
    const last = /** @type {Attempt} */ (all.at(-1));
    const stale = isCurrent(last, entry) ? null : last;
    const card = cardOf(attempts);
    const due = card &&
      dueBeforeExam({
        item: entry.id,
        due: dueOf(card, retention),
        last: new Date(last.at),
        exam,
        now,
      });
    return { entry, attempts, stale, due, recall: card ? recallOf(card, now) : 0 };
  });
}

/** @param {Attempt} attempt @param {BankEntry} entry */
const isCurrent = (attempt, entry) =>
  attempt.version === entry.version && !isStale(attempt, { facts: entry.digest });

/**
 * Those due by the end of the day, the least known first.
 *
 * @param {ReviewState[]} known
 * @param {Date} now
 */
export function dueToday(known, now) {
  const end = new Date(now);
  end.setHours(24, 0, 0, 0);
  return known.filter(({ due }) => due && due < end).sort((a, b) => a.recall - b.recall);
}

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

/** The morning of the exam in local time, or null. @param {unknown} value */
export function examStart(value) {
  const day = readExamDate(value)?.day;
  return day ? new Date(`${day}T08:00`) : null;
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
