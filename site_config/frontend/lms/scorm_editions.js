import { answerOf } from "./answer_text.js";
import { numbered, openScorm } from "./scorm.js";
import { duration, percent, timeOfDay, timespan } from "./time_format.js";

/** @import { Answer } from "./answer_text.js" */
/** @import { Edition, Values } from "./scorm.js" */
/** @import { PackageQuestion } from "./types.d.ts" */

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
/** Characters of a text in SCORM 1.2 and in SCORM 2004. */
const MAX_12 = 255, MAX_2004 = 250;

/**
 * SCORM 1.2 (Run-Time Environment, 2001). With a pass mark the score is reported once every
 * question is answered: an LMS with a mastery score turns any score into passed or failed.
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

  progressValues({ complete, marked, passed, score }) {
    const done = passed === null ? "completed" : passed ? "passed" : "failed";
    return [
      ...(complete || !marked ? scored("cmi.core.score", score) : []),
      ["cmi.core.lesson_status", complete ? done : "incomplete"],
    ];
  },

  interaction({ asked, attempt, seconds }, number) {
    const key = `cmi.interactions.${number}`;
    const { type, given, right } = inLetters(asked, answerOf(asked, attempt.chosen));
    const patterns = right.map((pattern) => pattern.slice(0, MAX_12));
    return [
      [`${key}.id`, attempt.item.slice(0, MAX_12)],
      ...numbered(`${key}.objectives`, "id", asked.question.objectives),
      [`${key}.time`, timeOfDay(attempt.at)],
      [`${key}.type`, type],
      ...numbered(`${key}.correct_responses`, "pattern", patterns),
      [`${key}.weighting`, "1"],
      [`${key}.student_response`, given.slice(0, MAX_12)],
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

/** @param {string} key @param {number} score @returns {Values} */
const scored = (key, score) => [
  [`${key}.min`, "0"],
  [`${key}.max`, "100"],
  [`${key}.raw`, percent(score)],
];

/** @param {number} share */
const decimal = (share) => String(Math.round(share * 10000) / 10000);

/**
 * SCORM 2004, 4th edition (Run-Time Environment 1.1). With a pass mark the score is reported once
 * every question is answered: an LMS with a passing score judges any score by it.
 *
 * @type {Edition}
 */
const SCORM_2004 = {
  name: "scorm2004",
  capacity: 64000,
  elements: {
    mark: "cmi.scaled_passing_score",
    mode: "cmi.mode",
    status: "cmi.completion_status",
    time: "cmi.session_time",
    exit: "cmi.exit",
  },
  markScale: 1,
  duration,

  progressValues({ complete, marked, passed, score, answered, total }) {
    /** @type {Values} */
    const success = passed === null ? [] : [["cmi.success_status", passed ? "passed" : "failed"]];
    /** @type {Values} */
    const scaled = [...scored("cmi.score", score), ["cmi.score.scaled", decimal(score)]];
    return [
      ["cmi.progress_measure", decimal(answered / total)],
      ...(complete || !marked ? scaled : []),
      ["cmi.completion_status", complete ? "completed" : "incomplete"],
      ...success,
    ];
  },

  interaction({ asked, attempt, seconds }, number) {
    const key = `cmi.interactions.${number}`;
    const { type, given, right } = answerOf(asked, attempt.chosen);
    const objectives = asked.question.objectives.map((id) => `urn:rightcode:objective:${id}`);
    return [
      [`${key}.id`, `urn:rightcode:item:${attempt.item}`],
      [`${key}.type`, type],
      ...numbered(`${key}.objectives`, "id", objectives),
      [`${key}.timestamp`, attempt.at.replace(/\.(\d\d)\d*Z$/, ".$1Z")],
      ...numbered(`${key}.correct_responses`, "pattern", right.map(joined)),
      [`${key}.weighting`, "1"],
      [`${key}.learner_response`, joined(given)],
      [`${key}.result`, attempt.right ? "correct" : "incorrect"],
      [`${key}.latency`, duration(seconds)],
      [`${key}.description`, asked.title.slice(0, MAX_2004)],
    ];
  },
};

/** @param {any} api @param {() => number} now In seconds. */
export const openScorm2004 = (api, now) => openScorm(api, SCORM_2004, now);

/** @param {string[]} parts */
const joined = (parts) => parts.map((part) => part.slice(0, MAX_2004)).join("[,]");
