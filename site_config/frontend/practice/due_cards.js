/** How many flashcards are due, by the log alone: their page has what they say. */
import { isCard } from "./card_log.js";
import { byItem } from "./question_selection.js";
import { dueToday, reviewStates } from "./review_states.js";

/** @import { Attempt } from "./types.d.ts" */

/**
 * @param {Attempt[]} attempts
 * @param {unknown} gone Cards that the site has no more, as stored.
 * @param {Date | null} exam
 * @param {Date} now
 */
export function dueCardCount(attempts, gone, exam, now) {
  const absent = new Set(Array.isArray(gone) ? gone : []);
  const log = byItem(attempts.filter((one) => isCard(one) && !absent.has(one.item)));
  const entries = new Map(
    [...log].map(([id, answers]) => [id, { id, version: 1, digest: answers.at(-1)?.facts ?? "" }]),
  );
  return dueToday(reviewStates(entries, log, exam, now), now).length;
}
