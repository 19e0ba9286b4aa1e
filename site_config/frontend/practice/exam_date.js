import { hash } from "../quiz/shuffle.js";
import { RETENTION } from "./schedule.js";

const DAY = 86_400_000;
const FAR_DAYS = 60;
const NEAR_DAYS = 14;
const MAX_RETENTION = 0.95;
const LAST_DAYS = 7;

/** Whole and broken days until the exam; negative when it is over. @param {Date} exam @param {Date} now */
export const daysUntil = (exam, now) => (exam.getTime() - now.getTime()) / DAY;

/**
 * How well things are to be known, given the days left: 90 % as long as the exam is more than 60 days away or
 * there is none, 95 % in the last fortnight, and evenly more from the one to the other. A higher aim brings
 * reviews nearer together.
 *
 * @param {number | null} days
 */
export function retentionFor(days) {
  if (days === null || days < 0 || days >= FAR_DAYS) return RETENTION;
  const way = Math.min(1, (FAR_DAYS - days) / (FAR_DAYS - NEAR_DAYS));
  return RETENTION + (MAX_RETENTION - RETENTION) * way;
}

/**
 * The day a question comes back, with an exam in view. What would fall due on the day of the exam or later comes
 * back once more in the week before it. Its id says on which of those days, so that the week's load is even; it is
 * never the day of its last answer.
 *
 * @param {{item: string, due: Date, last: Date, exam: Date | null, now: Date}} what
 * @returns {Date}
 */
export function dueBeforeExam({ item, due, last, exam, now }) {
  if (!exam || exam <= now || due < exam) return due;
  const free = Math.floor(Math.min(LAST_DAYS, daysUntil(exam, last) - 1));
  if (free < 1) return due;
  return new Date(exam.getTime() - (1 + hash(item, 0) % free) * DAY);
}
