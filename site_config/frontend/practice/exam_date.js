import { hash } from "../shared/shuffle.js";
import { readExamDate } from "../shared/store/exam_date_record.js";
import { RETENTION } from "./schedule.js";

const DAY = 86_400_000;
const FAR_DAYS = 60;
const NEAR_DAYS = 14;
const MAX_RETENTION = 0.95;
const LAST_DAYS = 7;

/**
 * Days, with fractions, until the exam; negative when it is over.
 *
 * @param {Date} exam
 * @param {Date} now
 */
export const daysUntil = (exam, now) => (exam.getTime() - now.getTime()) / DAY;

/**
 * The retention to aim for: 90 % without an exam or more than 60 days before it, 95 % in the last
 * two weeks, linear between. Higher retention brings reviews closer together.
 *
 * @param {number | null} days
 */
export function retentionFor(days) {
  if (days === null || days < 0 || days >= FAR_DAYS) return RETENTION;
  const share = Math.min(1, (FAR_DAYS - days) / (FAR_DAYS - NEAR_DAYS));
  return RETENTION + (MAX_RETENTION - RETENTION) * share;
}

/**
 * When a question is due, given an exam date. What would be due on that day or later comes back
 * once more in the week before it, on a day that follows from its id, so that the load is even;
 * never on the day of its last answer.
 *
 * @param {{item: string, due: Date, last: Date, exam: Date | null, now: Date}} what
 */
export function dueBeforeExam({ item, due, last, exam, now }) {
  if (!exam || exam <= now || due < exam) return due;
  const free = Math.floor(Math.min(LAST_DAYS, daysUntil(exam, last) - 1));
  if (free < 1) return due;
  return new Date(exam.getTime() - (1 + hash(item, 0) % free) * DAY);
}

/** The morning of the exam in local time, or null. @param {unknown} value */
export function examStart(value) {
  const day = readExamDate(value)?.day;
  return day ? new Date(`${day}T08:00`) : null;
}
