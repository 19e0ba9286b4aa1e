/** @import { ExamScope } from "./scope.js" */
/** @import { Exam } from "./types.d.ts" */

const MINUTE_MS = 60_000;
const MAX_VIEW_MS = 7 * 24 * 60 * MINUTE_MS;

/**
 * @param {{id: string, items: string[], minutes: number, now: number, seed: number,
 *   scope?: ExamScope}} options No limit if `minutes` is 0.
 */
export const startExam = ({ id, items, minutes, now, seed, scope }) => ({
  id,
  items,
  answers: {},
  sure: {},
  flags: [],
  position: 0,
  started: now,
  changed: now,
  deadline: minutes ? now + minutes * MINUTE_MS : null,
  extended: 0,
  ended: null,
  seed,
  ...(scope && { scope }),
});

/**
 * The time as an exam counts it: never before one that was seen in it.
 *
 * @param {Exam} exam
 * @param {number} [now]
 */
export const timeIn = ({ started, changed, latest = 0 }, now = 0) =>
  Math.max(now, started, changed, latest);

/**
 * Milliseconds left, never below 0; null without a limit.
 *
 * @param {Exam} exam
 * @param {number} now
 */
export const timeLeft = (exam, now) =>
  exam.deadline === null ? null : Math.max(0, exam.deadline - timeIn(exam, now));

/**
 * Notes the time, so that no clock gives it back.
 *
 * @template {Exam} T
 * @param {T} exam
 * @param {number} now
 */
export const noteTime = (exam, now) => ({ ...exam, latest: timeIn(exam, now) });

/**
 * What is stored where an exam begins: another tab's that runs stays.
 *
 * @param {Exam | null} stored
 * @param {Exam} started
 */
export const beginUnless = (stored, started) =>
  stored && isRunning(stored, started.started) ? stored : started;

/** @param {Exam} exam @param {number} now */
export const isRunning = (exam, now) => exam.ended === null && timeLeft(exam, now) !== 0;

/**
 * Unchanged if time is up.
 *
 * @template {Exam} T
 * @param {T} exam
 * @param {string} item
 * @param {string[]} chosen
 * @param {number} now
 */
export function setAnswer(exam, item, chosen, now) {
  if (!isRunning(exam, now) || !exam.items.includes(item)) return exam;
  const { [item]: _, ...others } = exam.answers;
  return { ...exam, answers: chosen.length ? { ...others, [item]: chosen } : others };
}

/** @param {Exam} exam @param {string} item @param {"sure" | "think" | "guess"} sure */
export const setConfidence = (exam, item, sure) => ({
  ...exam,
  sure: { ...exam.sure, [item]: sure },
});

/** @template {Exam} T @param {T} exam @param {string} item */
export const toggleFlag = (exam, item) => ({
  ...exam,
  flags: exam.flags.includes(item)
    ? exam.flags.filter((flag) => flag !== item)
    : [...exam.flags, item],
});

/** @template {Exam} T @param {T} exam @param {number} position */
export const moveTo = (exam, position) => ({
  ...exam,
  position: Math.max(0, Math.min(position, exam.items.length - 1)),
});

/**
 * Adds the time that a question was in view, from `since` to `now`.
 *
 * @template {Exam} T
 * @param {T} exam
 * @param {string} item
 * @param {number} since
 * @param {number} now
 */
export function addViewTime(exam, item, since, now) {
  const latest = timeIn(exam, now);
  const until = Math.min(now, exam.deadline ?? now);
  const { first, ms } = exam.seen?.[item] ?? { first: Math.max(since, exam.started), ms: 0 };
  const time = ms + Math.max(0, Math.min(until - since, MAX_VIEW_MS));
  const seen = { ...exam.seen, [item]: { first, ms: time } };
  return { ...exam, changed: latest, latest, seen };
}

/**
 * Unchanged if the exam is over.
 *
 * @template {Exam} T
 * @param {T} exam
 * @param {number} minutes
 * @param {number} now
 */
export function addMinutes(exam, minutes, now) {
  if (!isRunning(exam, now) || exam.deadline === null) return exam;
  const ms = minutes * MINUTE_MS;
  return { ...exam, deadline: exam.deadline + ms, extended: exam.extended + ms };
}

/**
 * Ends at `now` or when time was up, whichever came first.
 *
 * @template {Exam} T
 * @param {T} exam
 * @param {number} now
 */
export function endExam(exam, now) {
  if (exam.ended !== null) return exam;
  const time = timeIn(exam, now);
  const ended = Math.min(time, exam.deadline ?? time);
  return { ...exam, ended, changed: Math.max(exam.changed, ended) };
}
