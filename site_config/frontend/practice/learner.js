import { EXAM_DATE, readExamDate } from "../shared/store/exam_date.js";
import { loadAnswers } from "./answer_log.js";
import { reviewStates } from "./review_queue.js";

/** @import { Screen } from "./types.d.ts" */

/** The morning of the exam in local time, or null. @param {unknown} value */
export function examStart(value) {
  const day = readExamDate(value)?.day;
  return day ? new Date(`${day}T08:00`) : null;
}

/**
 * The learner's answers and the state of each question.
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
