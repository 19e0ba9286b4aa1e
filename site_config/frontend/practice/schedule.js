import { dateDiffInDays, FSRSAlgorithm, Rating } from "ts-fsrs";

/** @import { Attempt } from "./types.d.ts" */
/** @import { Grade } from "ts-fsrs" */

/** @typedef {{stability: number, difficulty: number, last_review: Date, due: Date}} Card */

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
const algorithmFor = (retention) =>
  new FSRSAlgorithm({
    request_retention: retention,
    enable_fuzz: false,
    enable_short_term: false,
  });
const algorithm = algorithmFor(RETENTION);

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
 */
export const cardOf = (attempts) => attempts.reduce(review, /** @type {Card | null} */ (null));

/**
 * The card after an answer. The intervals of the grades differ by at least a day, as in the
 * long-term scheduler of ts-fsrs.
 *
 * @param {Card | null} card
 * @param {Attempt} attempt
 */
function review(card, attempt) {
  const at = new Date(attempt.at);
  const days = card ? dateDiffInDays(card.last_review, at) : 0;
  const grade = gradeOf(attempt);
  const intervalOf = (/** @type {Grade} */ other) =>
    algorithm.next_interval(algorithm.next_state(card, days, other).stability, days);
  const again = Math.min(intervalOf(Rating.Again), intervalOf(Rating.Hard));
  const hard = Math.max(intervalOf(Rating.Hard), again + 1);
  const good = Math.max(intervalOf(Rating.Good), hard + 1);
  const interval = grade === Rating.Good ? good : grade === Rating.Hard ? hard : again;
  const due = new Date(at.getTime() + interval * DAY);
  return { ...algorithm.next_state(card, days, grade), last_review: at, due };
}

/**
 * When a question is due to be still known with the probability `retention`.
 *
 * @param {Card} card
 * @param {number} [retention]
 */
export function dueOf({ stability, last_review, due }, retention = RETENTION) {
  if (retention === RETENTION) return due;
  const days = algorithmFor(retention).next_interval(stability, 0);
  return new Date(last_review.getTime() + days * DAY);
}

/** The probability that it is still known. @param {Card} card @param {Date} now */
export function recallOf({ stability, last_review }, now) {
  const days = Math.max(0, Math.floor((now.getTime() - last_review.getTime()) / DAY));
  return algorithm.forgetting_curve(days, stability);
}
