import { EXAM_DATE, readExamDate } from "../shared/store/exam_date.js";
import { loadAnswers } from "./answer_log.js";
import { reviewStates } from "./review_queue.js";

/** @import { Screen } from "./screen.js" */

/** The exam's morning in the learner's own time, or null where no day is kept. @param {unknown} value */
export function examStart(value) {
  const day = readExamDate(value)?.day;
  return day ? new Date(`${day}T08:00`) : null;
}

/**
 * Everything known of the learner, worked out from the log: which questions were answered and how they stand.
 *
 * @param {Screen} screen
 */
export async function loadLearner(screen) {
  const answers = await loadAnswers(screen);
  const exam = examStart(await screen.store.value(EXAM_DATE));
  return {
    ...answers,
    exam,
    known: reviewStates(answers.entries, answers.log, exam, screen.env.now()),
  };
}
