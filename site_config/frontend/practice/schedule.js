import { createEmptyCard, fsrs, Rating, State } from "ts-fsrs";

/** @import { Attempt } from "../shared/types.js" */
/** @import { Card } from "ts-fsrs" */

/** How likely a question should still be answered rightly on the day it comes back. */
export const RETENTION = 0.9;
const DAY = 86_400_000;

/**
 * FSRS-6 as ts-fsrs has it, with its default weights. Without fuzz the days follow from the answers alone; without
 * steps of minutes a question comes back on another day, since the same day has its own way: retry what was missed.
 *
 * @param {number} retention
 */
const schedulerFor = (retention) =>
  fsrs({ request_retention: retention, enable_fuzz: false, enable_short_term: false });
const scheduler = schedulerFor(RETENTION);

/**
 * How well an answer went. A multiple-choice answer is never "easy": recognising is easier than recalling.
 *
 * @param {Attempt} attempt
 */
export function gradeOf({ right, sure, hints = 0 }) {
  if (!right) return Rating.Again;
  return sure === "guess" || hints > 0 ? Rating.Hard : Rating.Good;
}

/**
 * The memory of one question, from all answers to it: it is worked out anew each time, so that answers from
 * another device, in whatever order they arrive, give the same days as if they had been given here.
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
 * When a question comes back so that it is still known with the probability `retention`.
 *
 * @param {Card} card
 * @param {number} [retention]
 */
export function dueOf(card, retention = RETENTION) {
  if (card.state !== State.Review || !card.last_review || retention === RETENTION) return card.due;
  const days = schedulerFor(retention).next_interval(card.stability, 0);
  return new Date(card.last_review.getTime() + days * DAY);
}

/** How likely it is still known, from 0 to 1. @param {Card} card @param {Date} now */
export const recallOf = (card, now) => scheduler.get_retrievability(card, now, false);
