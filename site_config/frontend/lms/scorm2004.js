import { answerOf } from "./answer_text.js";
import { numbered, openScorm } from "./scorm.js";
import { duration, percent } from "./time_format.js";

/** @import { Edition, Values } from "./scorm.js" */

const MAX_LENGTH = 250;

/** To four decimal places. @param {number} share */
const decimal = (share) => String(Math.round(share * 10000) / 10000);

/**
 * SCORM 2004, 4th edition (Run-Time Environment 1.1). The score is reported once every question is
 * answered: an LMS with a passing score judges any score by it.
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

  progressValues({ complete, passed, score, answered, total }) {
    /** @type {Values} */
    const progress = [["cmi.progress_measure", decimal(answered / total)]];
    if (!complete) return [...progress, ["cmi.completion_status", "incomplete"]];
    /** @type {Values} */
    const success = passed === null ? [] : [["cmi.success_status", passed ? "passed" : "failed"]];
    return [
      ...progress,
      ["cmi.score.min", "0"],
      ["cmi.score.max", "100"],
      ["cmi.score.raw", percent(score)],
      ["cmi.score.scaled", decimal(score)],
      ["cmi.completion_status", "completed"],
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
      [`${key}.description`, asked.title.slice(0, MAX_LENGTH)],
    ];
  },
};

/** @param {any} api @param {() => number} now In seconds. */
export const openScorm2004 = (api, now) => openScorm(api, SCORM_2004, now);

/** @param {string[]} parts */
const joined = (parts) => parts.map((part) => part.slice(0, MAX_LENGTH)).join("[,]");
