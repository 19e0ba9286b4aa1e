/** @import { Exam } from "../shared/store/exam_record.js" */

const MINUTE = 60_000;

/**
 * @param {{id: string, items: string[], minutes: number, now: number, seed: number}} what No limit where `minutes` is 0.
 * @returns {Exam}
 */
export const startExam = ({ id, items, minutes, now, seed }) => ({
  id,
  items,
  answers: {},
  sure: {},
  flags: [],
  position: 0,
  started: now,
  changed: now,
  deadline: minutes ? now + minutes * MINUTE : null,
  extended: 0,
  ended: null,
  seed,
});

/** @param {Exam} exam @param {number} now Milliseconds left, never below 0; null where there is no limit. */
export const timeLeft = (
  exam,
  now,
) => (exam.deadline === null ? null : Math.max(0, exam.deadline - now));

/** Whether it goes on at `now`. @param {Exam} exam @param {number} now */
export const isRunning = (exam, now) => exam.ended === null && timeLeft(exam, now) !== 0;

/** @param {Exam} exam @param {string} item @param {string[]} chosen @param {number} now @returns {Exam} The same one where time is up. */
export function setAnswer(exam, item, chosen, now) {
  if (!isRunning(exam, now) || !exam.items.includes(item)) return exam;
  const { [item]: _, ...others } = exam.answers;
  return { ...exam, answers: chosen.length ? { ...others, [item]: chosen } : others };
}

/** @param {Exam} exam @param {string} item @param {"sure" | "think" | "guess"} sure @returns {Exam} */
export const setConfidence = (exam, item, sure) => ({
  ...exam,
  sure: { ...exam.sure, [item]: sure },
});

/** @param {Exam} exam @param {string} item @returns {Exam} */
export const toggleFlag = (exam, item) => ({
  ...exam,
  flags: exam.flags.includes(item)
    ? exam.flags.filter((flag) => flag !== item)
    : [...exam.flags, item],
});

/** @param {Exam} exam @param {number} position @returns {Exam} */
export const moveTo = (exam, position) => ({
  ...exam,
  position: Math.max(0, Math.min(position, exam.items.length - 1)),
});

/** Adds the time that a question was shown, from `since` to `now`. @param {Exam} exam @param {string} item @param {number} since @param {number} now @returns {Exam} */
export function addViewTime(exam, item, since, now) {
  const { first, ms } = exam.seen?.[item] ?? { first: since, ms: 0 };
  return { ...exam, seen: { ...exam.seen, [item]: { first, ms: ms + Math.max(0, now - since) } } };
}

/** @param {Exam} exam @param {number} minutes @param {number} now @returns {Exam} Unchanged when it is over. */
export function addMinutes(exam, minutes, now) {
  if (!isRunning(exam, now) || exam.deadline === null) return exam;
  return {
    ...exam,
    deadline: exam.deadline + minutes * MINUTE,
    extended: exam.extended + minutes * MINUTE,
  };
}

/** Handed in at `now`, or when the time was up, whichever came first. @param {Exam} exam @param {number} now @returns {Exam} */
export function endExam(exam, now) {
  if (exam.ended !== null) return exam;
  const ended = exam.deadline === null ? now : Math.min(now, exam.deadline);
  return { ...exam, ended, changed: Math.max(exam.changed, ended) };
}
