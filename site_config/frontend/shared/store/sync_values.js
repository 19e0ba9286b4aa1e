import { EXAM_DATE, readExamDate } from "./exam_date.js";
import { EXAM, readExam } from "./exam_record.js";

/** @import { ExamDate } from "./exam_date.js" */
/** @import { Exam } from "./exam_record.js" */
/** @import { Store } from "../types.js" */

/** @typedef {{aim: ExamDate | null, exam: Exam | null}} SavedValues What a file takes along beside the answers. */
/** @typedef {"taken" | "kept" | "same"} Outcome Of the two, the file's stays, the one here stays, or they are as new. */

/** What is kept here; of exams one that still goes on. @param {Store} store @returns {Promise<SavedValues>} */
export async function readSavedValues(store) {
  const exam = readExam(await store.value(EXAM));
  return {
    aim: readExamDate(await store.value(EXAM_DATE)),
    exam: exam?.ended === null ? exam : null,
  };
}

/**
 * Of each thing kept here and in a file the newer one stays.
 *
 * @param {Store} store
 * @param {SavedValues} there
 * @returns {Promise<{aim: Outcome, exam: Outcome}>}
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
 * @param {(value: unknown) => T} moment When a value was last changed; of none, before all others.
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
