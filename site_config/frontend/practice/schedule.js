import { createEmptyCard, fsrs, Rating, State } from "ts-fsrs";

/** @import { Attempt } from "../shared/types.js" */
/** @import { Card } from "ts-fsrs" */

/** The probability that a question is still known on the day it is due. */
export const RETENTION = 0.9;
const DAY = 86_400_000;

/**
 * FSRS-6 of ts-fsrs with its default weights. Without fuzz the days follow from the answers alone;
 * without short-term steps a question comes back on another day: retrying on the same day is its
 * own mode.
 *
 * @param {number} retention
 */
const schedulerFor = (retention) =>
  fsrs({ request_retention: retention, enable_fuzz: false, enable_short_term: false });
const scheduler = schedulerFor(RETENTION);

/**
 * The rating of an answer. Multiple choice is never "easy": recognizing is easier than recalling.
 *
 * @param {Attempt} attempt
 */
export function gradeOf({ right, sure, hints = 0 }) {
  if (!right) return Rating.Again;
  return sure === "guess" || hints > 0 ? Rating.Hard : Rating.Good;
}

/**
 * The memory of one question, from all its answers: computed again each time, so that answers from
 * another device give the same days, in whatever order they arrive.
 *
 * @param {Attempt[]} attempts Of one question, oldest first.
 * @returns {Card | null}
 */
export function cardOf(attempts) {
  /** @type {Card | null} */ let card = null;
  for (const attempt of attempts) {
    const at = new Date(attempt.at);
    card = scheduler.next(card ?? createEmptyCard(at), at, gradeOf(attempt)).card;
  }
  return card;
}

/**
 * When a question is due to be still known with the probability `retention`.
 *
 * @param {Card} card
 * @param {number} [retention]
 */
export function dueOf(card, retention = RETENTION) {
  if (card.state !== State.Review || !card.last_review || retention === RETENTION) return card.due;
  const days = schedulerFor(retention).next_interval(card.stability, 0);
  return new Date(card.last_review.getTime() + days * DAY);
}

/** The probability that it is still known. @param {Card} card @param {Date} now */
export const recallOf = (card, now) => scheduler.get_retrievability(card, now, false);
