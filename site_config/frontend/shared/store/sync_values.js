import { EXAM_DATE, readExamDate } from "./exam_date.js";
import { EXAM, readExam } from "./exam_record.js";

/** @import { ExamDate } from "./exam_date.js" */
/** @import { Exam } from "./exam_record.js" */
/** @import { Store } from "../types.d.ts" */

/**
 * @typedef {{aim: ExamDate | null, exam: Exam | null}} SavedValues What a file holds beside the
 *   answers.
 */
/**
 * @typedef {"taken" | "kept" | "same"} Outcome The file's value wins, the one here wins, or both
 *   are equally new.
 */

/** The stored exam date, and the exam if it is running. @param {Store} store */
export async function readSavedValues(store) {
  const exam = readExam(await store.value(EXAM));
  return {
    aim: readExamDate(await store.value(EXAM_DATE)),
    exam: exam?.ended === null ? exam : null,
  };
}

/**
 * Keeps the newer of each value here and in a file.
 *
 * @param {Store} store
 * @param {SavedValues} there
 */
export const keepNewer = async (store, { aim, exam }) => ({
  aim: await keepNewerOf(store, EXAM_DATE, aim, (value) => readExamDate(value)?.at ?? ""),
  exam: await keepNewerOf(store, EXAM, exam, (value) => readExam(value)?.changed ?? 0),
});

/**
 * @template {string | number} T
 * @param {Store} store
 * @param {string} key
 * @param {object | null} there
 * @param {(value: unknown) => T} moment When a value last changed; for none, before all others.
 */
async function keepNewerOf(store, key, there, moment) {
  /** @type {Outcome} */ let outcome = "same";
  if (!there) return outcome;
  await store.updateValue(key, (here) => {
    const [ours, theirs] = [moment(here), moment(there)];
    outcome = theirs > ours ? "taken" : theirs < ours ? "kept" : "same";
    return outcome === "taken" ? there : here;
  });
  return outcome;
}
