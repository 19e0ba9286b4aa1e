import { AIM, readAim } from "../shared/store/exam_date.js";
import { readAnswers } from "./answer_log.js";
import { standing } from "./review_queue.js";

/** @typedef {import("./screen.js").Stage} Stage */

/** The exam's morning in the learner's own time, or null where no day is kept. @param {unknown} value */
export function examDay(value) {
  const day = readAim(value)?.day;
  return day ? new Date(`${day}T08:00`) : null;
}

/**
 * Everything known of the learner, worked out from the log: which questions were answered and how they stand.
 *
 * @param {Stage} stage
 */
export async function readLearner(stage) {
  const answers = await readAnswers(stage);
  const exam = examDay(await stage.store.kept(AIM));
  return {
    ...answers,
    exam,
    known: standing(answers.entries, answers.log, exam, stage.tools.now()),
  };
}
