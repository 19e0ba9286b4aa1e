import { answerOf } from "./answer_text.js";
import { numbered, openScorm } from "./scorm.js";
import { percent, timeOfDay, timespan } from "./time_format.js";

/** @import { Answer } from "./answer_text.js" */
/** @import { Edition } from "./scorm.js" */
/** @import { PackageQuestion } from "./types.d.ts" */

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
const MAX_LENGTH = 255;

/**
 * SCORM 1.2 (Run-Time Environment, 2001). The score is reported once every question is answered: an
 * LMS with a mastery score turns any score into passed or failed.
 *
 * @type {Edition}
 */
const SCORM_12 = {
  name: "scorm12",
  calls: {
    Initialize: "LMSInitialize",
    Terminate: "LMSFinish",
    GetValue: "LMSGetValue",
    SetValue: "LMSSetValue",
    Commit: "LMSCommit",
  },
  capacity: 4096,
  elements: {
    mark: "cmi.student_data.mastery_score",
    mode: "cmi.core.lesson_mode",
    status: "cmi.core.lesson_status",
    time: "cmi.core.session_time",
    exit: "cmi.core.exit",
  },
  markScale: 100,
  duration: timespan,

  progressValues({ complete, passed, score }) {
    if (!complete) return [["cmi.core.lesson_status", "incomplete"]];
    return [
      ["cmi.core.score.min", "0"],
      ["cmi.core.score.max", "100"],
      ["cmi.core.score.raw", percent(score)],
      ["cmi.core.lesson_status", passed === null ? "completed" : passed ? "passed" : "failed"],
    ];
  },

  interaction({ asked, attempt, seconds }, number) {
    const key = `cmi.interactions.${number}`;
    const { type, given, right } = inLetters(asked, answerOf(asked, attempt.chosen));
    const patterns = right.map((pattern) => pattern.slice(0, MAX_LENGTH));
    return [
      [`${key}.id`, attempt.item.slice(0, MAX_LENGTH)],
      ...numbered(`${key}.objectives`, "id", asked.question.objectives),
      [`${key}.time`, timeOfDay(attempt.at)],
      [`${key}.type`, type],
      ...numbered(`${key}.correct_responses`, "pattern", patterns),
      [`${key}.weighting`, "1"],
      [`${key}.student_response`, given.slice(0, MAX_LENGTH)],
      [`${key}.result`, attempt.right ? "correct" : "wrong"],
      [`${key}.latency`, timespan(seconds)],
    ];
  },
};

/** @param {any} api @param {() => number} now In seconds. */
export const openScorm12 = (api, now) => openScorm(api, SCORM_12, now);

/**
 * A choice as letters, one per option in the order of the page; more options than letters as text.
 *
 * @param {PackageQuestion} question
 * @param {Answer} answer
 */
function inLetters({ question: { options } }, { type, given, right }) {
  if (type === "fill-in" || options.length > LETTERS.length) {
    return { type: "fill-in", given: given.join("; "), right: right.map((ids) => ids.join("; ")) };
  }
  const letters = (/** @type {string[]} */ ids) =>
    ids.map((id) => LETTERS[options.findIndex((option) => option.id === id)]).sort().join(",");
  return { type, given: letters(given), right: right.map(letters) };
}
