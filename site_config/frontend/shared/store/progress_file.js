import { mergeSaved, readSaved, savedPages } from "../saved_pages.js";
import { filesWords as words } from "../strings/index.js";
import { EXAM_DATE, readExamDate } from "./exam_date_record.js";
import { EXAM, readExam } from "./exam_record.js";
import { GOAL, readGoal } from "./goal_record.js";
import { isRecord, readAttempt, SCHEMA } from "./schema.js";

/** @import { SavedPages } from "../saved_pages.js" */
/** @import { ExamDate } from "./exam_date_record.js" */
/** @import { Exam } from "./exam_record.js" */
/** @import { Goal } from "./goal_record.js" */
/** @import { Attempt, Store } from "../types.d.ts" */

/**
 * @typedef {{aim: ExamDate | null, exam: Exam | null, saved?: SavedPages, goal?: Goal | null}}
 *   SavedValues What a file holds beside the answers.
 *
 * @typedef {"taken" | "kept" | "same" | "open"} Outcome The file's value wins, the one here wins,
 *   both are equally new, or the one here is another exam whose answers are nowhere else yet.
 */

const FORMAT = "rightcode-progress";
/** Version 1 had no ids; each answer gets the one its content gives. @type {unknown[]} */
const READABLE = [1, SCHEMA];
export const MAX_BYTES = 10_000_000;

/** A refused file; the message is for the learner. */
export class FileRefused extends Error {}

/** @param {Attempt[]} attempts @param {Date} now @param {Partial<SavedValues>} [more] */
export function writeFile(attempts, now, { aim, exam, saved = {}, goal } = {}) {
  const head = { format: FORMAT, schema: SCHEMA, exported: now.toISOString() };
  const pages = Object.keys(saved).length > 0 && { saved };
  const values = { ...(aim && { aim }), ...(exam && { exam }), ...(goal && { goal }) };
  const content = { ...head, ...values, ...pages, attempts };
  return JSON.stringify(content, null, 1) + "\n";
}

/**
 * The content of a progress file. A file with one damaged answer is refused.
 *
 * @param {string} text
 * @throws {FileRefused}
 */
export function readFile(text) {
  const { schema, attempts, aim, exam, saved = {}, goal } = header(parse(text));
  if (typeof schema === "number" && schema > SCHEMA) refuse(words.refused.newer);
  if (!READABLE.includes(schema) || !Array.isArray(attempts)) {
    refuse(words.refused.notProgress);
  }
  return {
    attempts: attempts.map((value, index) =>
      readAttempt(value) ?? refuse(words.refused.attempt({ place: index + 1 }))
    ),
    aim: aim === undefined ? null : readExamDate(aim) ?? refuse(words.refused.aim),
    exam: exam === undefined ? null : readExam(exam) ?? refuse(words.refused.exam),
    saved: readSaved(saved) ?? refuse(words.refused.saved),
    goal: goal === undefined ? null : readGoal(goal) ?? refuse(words.refused.goal),
  };
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    refuse(words.refused.notJson);
  }
}

/** @param {unknown} value */
function header(value) {
  if (!isRecord(value) || value.format !== FORMAT) refuse(words.refused.notProgress);
  return value;
}

/** @param {string} reason @returns {never} */
function refuse(reason) {
  throw new FileRefused(reason);
}

/** The stored exam date and goal, and the exam if it is running. @param {Store} store */
export async function readSavedValues(store) {
  const exam = readExam(await store.value(EXAM));
  return {
    aim: readExamDate(await store.value(EXAM_DATE)),
    exam: exam?.ended === null ? exam : null,
    saved: savedPages(),
    goal: readGoal(await store.value(GOAL)),
  };
}

/**
 * Keeps the newer of each value here and in a file.
 *
 * @param {Store} store
 * @param {SavedValues} there
 */
export const takeNewer = async (store, { aim, exam, saved = {}, goal = null }) => ({
  aim: await takeNewerValue(store, EXAM_DATE, readExamDate, aim),
  goal: await takeNewerValue(store, GOAL, readGoal, goal),
  exam: await takeNewerExam(store, exam),
  saved: mergeSaved(saved),
});

/**
 * @template {string | number} T
 * @param {T} here
 * @param {T} there
 * @returns {"taken" | "kept" | "same"}
 */
const newer = (here, there) => there > here ? "taken" : there < here ? "kept" : "same";

/**
 * Of two values with the moment at which they were set, the later one.
 *
 * @template {{at: string}} T
 * @param {Store} store
 * @param {string} key
 * @param {(value: unknown) => T | null} read
 * @param {T | null} there
 */
async function takeNewerValue(store, key, read, there) {
  let outcome = newer("", "");
  if (!there) return outcome;
  await store.updateValue(key, (value) => {
    outcome = newer(read(value)?.at ?? "", there.at);
    return outcome === "taken" ? there : value;
  });
  return outcome;
}

/** The same exam keeps the latest time seen. @param {Store} store @param {Exam | null} there */
async function takeNewerExam(store, there) {
  /** @type {Outcome} */ let outcome = "same";
  if (!there) return outcome;
  const logged = new Set((await store.all()).map(({ session }) => session));
  await store.updateValue(EXAM, (value) => {
    const here = readExam(value);
    outcome = here ? outcomeOf(here, there, logged) : "taken";
    if (outcome !== "taken") return value;
    const latest = here?.id === there.id ? Math.max(here.changed, here.latest ?? 0) : 0;
    return latest > Math.max(there.changed, there.latest ?? 0) ? { ...there, latest } : there;
  });
  return outcome;
}

/**
 * @param {Exam} here
 * @param {Exam} there
 * @param {Set<string | undefined>} logged The exams whose answers are in the log.
 * @returns {Outcome}
 */
function outcomeOf(here, there, logged) {
  const ended = here.ended !== null;
  if (here.id === there.id) return ended ? "kept" : newer(here.changed, there.changed);
  const isEmpty = ended && Object.keys(here.answers).length === 0;
  return isEmpty || logged.has(here.id) ? newer(here.changed, there.changed) : "open";
}
