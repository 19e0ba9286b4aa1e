import { answerOf } from "./answer_text.js";
import { Scorm } from "./scorm.js";
import { percent, timeOfDay, timespan } from "./time_format.js";

/** @import { Answer } from "./answer_text.js" */
/** @import { PackageQuestion, Progress, ReportedAnswer } from "./types.js" */
/** @import { Runtime } from "./types.js" */

/** @typedef {[name: string, value: string][]} Values */

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
const LONGEST = 255;

/**
 * SCORM 1.2 (Run-Time Environment, 2001). The score is told once every question is answered: an LMS that knows a
 * mastery score turns any score into passed or failed.
 *
 * @param {any} api
 * @param {() => number} now In seconds.
 * @returns {Runtime | null} Null where the LMS does not open a session.
 */
export function openScorm12(api, now) {
  const session = new Scorm(api, "scorm12");
  if (!session.open()) return null;
  const started = now();
  const mark = session.get("cmi.student_data.mastery_score");
  const records = !["browse", "review"].includes(session.get("cmi.core.lesson_mode"));
  const end = () => /** @type {Values} */ ([["cmi.core.session_time", timespan(now() - started)], [
    "cmi.core.exit",
    "suspend",
  ]]);
  let count = Number(session.get("cmi.interactions._count")) || 0;
  if (records && ["", "not attempted"].includes(session.get("cmi.core.lesson_status"))) {
    session.set([["cmi.core.lesson_status", "incomplete"]]);
  }
  return {
    name: "scorm12",
    records,
    mark: mark === "" || Number.isNaN(Number(mark)) ? null : Number(mark) / 100,
    capacity: 4096,
    state: session.get("cmi.suspend_data"),
    answered: (told, standing, state) =>
      session.set([...interaction(told, count++), ...progressValues(standing), [
        "cmi.suspend_data",
        state,
      ]]),
    save: (state) => session.set([["cmi.suspend_data", state]]),
    leave: () => Promise.resolve(session.close(records ? end() : [])),
    onTrouble: (listener) => session.onTrouble(listener),
  };
}

/** @param {Progress} standing @returns {Values} */
function progressValues({ complete, passed, score }) {
  if (!complete) return [["cmi.core.lesson_status", "incomplete"]];
  return [
    ["cmi.core.score.min", "0"],
    ["cmi.core.score.max", "100"],
    ["cmi.core.score.raw", percent(score)],
    ["cmi.core.lesson_status", passed === null ? "completed" : passed ? "passed" : "failed"],
  ];
}

/** @param {ReportedAnswer} told @param {number} number @returns {Values} */
function interaction({ asked, attempt, seconds }, number) {
  const key = `cmi.interactions.${number}`;
  const { type, given, right } = inLetters(asked, answerOf(asked, attempt.chosen));
  return [
    [`${key}.id`, attempt.item.slice(0, LONGEST)],
    ...asked.question.objectives.map((
      objective,
      place,
    ) => /** @type {[string, string]} */ ([`${key}.objectives.${place}.id`, objective])),
    [`${key}.time`, timeOfDay(attempt.at)],
    [`${key}.type`, type],
    ...right.map((
      pattern,
      place,
    ) => /** @type {[string, string]} */ ([
      `${key}.correct_responses.${place}.pattern`,
      pattern.slice(0, LONGEST),
    ])),
    [`${key}.weighting`, "1"],
    [`${key}.student_response`, given.slice(0, LONGEST)],
    [`${key}.result`, attempt.right ? "correct" : "wrong"],
    [`${key}.latency`, timespan(seconds)],
  ];
}

/**
 * A choice is told in letters, one for each option in the order of the page; more options than signs are told as text.
 *
 * @param {PackageQuestion} asked
 * @param {Answer} answer
 */
function inLetters({ question: { options } }, { type, given, right }) {
  if (type === "fill-in" || options.length > LETTERS.length) {
    return { type: "fill-in", given: given.join("; "), right: right.map((way) => way.join("; ")) };
  }
  const letters = (/** @type {string[]} */ ids) =>
    ids.map((id) => LETTERS[options.findIndex((option) => option.id === id)]).sort().join(",");
  return { type, given: letters(given), right: right.map(letters) };
}
