import { answerOf } from "./answer_text.js";
import { Scorm } from "./scorm.js";
import { duration, percent } from "./time_format.js";

/** @import { Progress, ReportedAnswer, Runtime } from "./types.js" */

/** @typedef {[name: string, value: string][]} Values */

const LONGEST = 250;

/**
 * SCORM 2004, 4th edition (Run-Time Environment 1.1). The score is told once every question is answered: an LMS
 * that knows a passing score judges any score by it.
 *
 * @param {any} api
 * @param {() => number} now In seconds.
 * @returns {Runtime | null} Null where the LMS does not open a session.
 */
export function openScorm2004(api, now) {
  const session = new Scorm(api, "scorm2004");
  if (!session.open()) return null;
  const started = now();
  const mark = session.get("cmi.scaled_passing_score");
  const records = !["browse", "review"].includes(session.get("cmi.mode"));
  const end = () => /** @type {Values} */ ([["cmi.session_time", duration(now() - started)], [
    "cmi.exit",
    "suspend",
  ]]);
  let count = Number(session.get("cmi.interactions._count")) || 0;
  if (records && ["", "unknown", "not attempted"].includes(session.get("cmi.completion_status"))) {
    session.set([["cmi.completion_status", "incomplete"]]);
  }
  return {
    name: "scorm2004",
    records,
    mark: mark === "" || Number.isNaN(Number(mark)) ? null : Number(mark),
    capacity: 64000,
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
function progressValues({ complete, passed, score, answered, total }) {
  const progress = /** @type {[string, string]} */ ([
    "cmi.progress_measure",
    String(Math.round(answered / total * 10000) / 10000),
  ]);
  if (!complete) return [progress, ["cmi.completion_status", "incomplete"]];
  return [
    progress,
    ["cmi.score.min", "0"],
    ["cmi.score.max", "100"],
    ["cmi.score.raw", percent(score)],
    ["cmi.score.scaled", String(Math.round(score * 10000) / 10000)],
    ["cmi.completion_status", "completed"],
    ...(passed === null
      ? []
      : [/** @type {[string, string]} */ (["cmi.success_status", passed ? "passed" : "failed"])]),
  ];
}

/** @param {ReportedAnswer} told @param {number} number @returns {Values} */
function interaction({ asked, attempt, seconds }, number) {
  const key = `cmi.interactions.${number}`;
  const { type, given, right } = answerOf(asked, attempt.chosen);
  return [
    [`${key}.id`, `urn:rightcode:item:${attempt.item}`],
    [`${key}.type`, type],
    ...asked.question.objectives.map((
      objective,
      place,
    ) => /** @type {[string, string]} */ ([
      `${key}.objectives.${place}.id`,
      `urn:rightcode:objective:${objective}`,
    ])),
    [`${key}.timestamp`, attempt.at.replace(/\.(\d\d)\d*Z$/, ".$1Z")],
    ...right.map((
      way,
      place,
    ) => /** @type {[string, string]} */ ([
      `${key}.correct_responses.${place}.pattern`,
      joined(way),
    ])),
    [`${key}.weighting`, "1"],
    [`${key}.learner_response`, joined(given)],
    [`${key}.result`, attempt.right ? "correct" : "incorrect"],
    [`${key}.latency`, duration(seconds)],
    [`${key}.description`, asked.title.slice(0, LONGEST)],
  ];
}

/** @param {string[]} parts */
const joined = (parts) => parts.map((part) => part.slice(0, LONGEST)).join("[,]");
