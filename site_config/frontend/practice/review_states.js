import { isStale } from "../shared/staleness.js";
import { daysUntil, dueBeforeExam, retentionFor } from "./exam_date.js";
import { cardOf, dueOf, recallOf } from "./schedule.js";

/** @import { Attempt } from "./types.d.ts" */

/** @typedef {{id: string, version: number, digest: string}} Asked A question or a flashcard. */

/**
 * @template {Asked} T
 * @typedef {object} StateOf The state of one question.
 * @property {T} entry
 * @property {Attempt[]} attempts To the current version under the current facts, oldest first.
 * @property {Attempt | null} stale The last answer, if the question or its facts changed since.
 * @property {Date | null} due
 * @property {number} recall From 0 to 1.
 */

/**
 * @template {Asked} T
 * @param {Map<string, T>} entries
 * @param {Map<string, Attempt[]>} log Answers by item, oldest first.
 * @param {Date | null} exam
 * @param {Date} now
 * @returns {StateOf<T>[]} One for each answered question in the bank.
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

/** @param {Attempt} attempt @param {Asked} entry */
const isCurrent = (attempt, entry) =>
  attempt.version === entry.version && !isStale(attempt, { facts: entry.digest });

/**
 * Those due by the end of the day, the least known first.
 *
 * @template {Asked} T
 * @param {StateOf<T>[]} known
 * @param {Date} now
 */
export function dueToday(known, now) {
  const end = new Date(now);
  end.setHours(24, 0, 0, 0);
  return known.filter(({ due }) => due && due < end).sort((a, b) => a.recall - b.recall);
}
