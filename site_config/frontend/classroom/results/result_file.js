/** The result file: written where an assignment ends, read in the gradebook and by the command. */
import {
  MAX_ANSWER_MS,
  MAX_ANSWERS,
  MAX_BYTES,
  MAX_DISPUTE,
  MAX_PICKS,
} from "../../shared/result_limits.js";
import { NotAQuestion, readOwnQuestions } from "../format/own_question.js";
import { isDay } from "../../shared/store/schema.js";
import { ResultRefused } from "./refusal.js";

/** @import { Result, ResultAnswer } from "../../shared/schema_types.d.ts" */

export const FORMAT = "rightcode-result";
export const SEALED = "rightcode-result-sealed";
export const DECISIONS = "rightcode-decisions";
export const SLUG = /^[a-z0-9][a-z0-9-]{0,119}$/;
const DIGEST = /^[0-9a-f]{8,64}$/;
export const PICK = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,119}$/;
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
const SURE = ["sure", "think", "guess"];
// deno-lint-ignore no-control-regex -- what it removes
const UNSEEN = /[\u0000-\u001f\u007f-\u009f]+/g;

/** Why a file cannot be used, whatever was thrown over it. @param {unknown} problem */
export const refusalOf = (problem) =>
  problem instanceof ResultRefused ? problem : new ResultRefused("notResult");

/** @param {unknown} value @returns {value is Record<string, any>} */
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} value @param {string} place @returns {Record<string, any>} */
export function record(value, place) {
  if (isRecord(value)) return value;
  throw new ResultRefused("damaged", place);
}

/** @param {unknown} value @param {RegExp} pattern @param {string} place @returns {string} */
export function text(value, pattern, place) {
  if (typeof value === "string" && pattern.test(value)) return value;
  throw new ResultRefused("damaged", place);
}

/**
 * @param {unknown} value
 * @param {number} least
 * @param {number} most
 * @param {string} place
 * @returns {number}
 */
export function whole(value, least, most, place) {
  if (Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most) {
    return Number(value);
  }
  throw new ResultRefused("damaged", place);
}

/** @param {unknown} value @param {string} place @returns {string} */
export function moment(value, place) {
  const found = text(value, MOMENT, place);
  // A browser takes February 30 for March 2; that moment is none.
  const read = new Date(found);
  if (Number.isNaN(read.getTime()) || read.toISOString().slice(0, 19) !== found.slice(0, 19)) {
    throw new ResultRefused("damaged", place);
  }
  return found;
}

/** @param {unknown} value @param {string} place */
function day(value, place) {
  if (isDay(value)) return value;
  throw new ResultRefused("damaged", place);
}

/**
 * A name, or other words, without signs that have no picture.
 *
 * @param {unknown} value @param {string} place @param {number} [most]
 */
export function name(value, place, most = 200) {
  const visible = typeof value === "string" && [...value].length <= most
    ? value.replace(/\p{Surrogate}/gu, " ").replace(UNSEEN, " ").trim()
    : "";
  if (!visible) throw new ResultRefused("damaged", place);
  return visible;
}

/**
 * @param {unknown} value
 * @param {number} least
 * @param {number} most
 * @param {string} place
 * @returns {unknown[]}
 */
export function list(value, least, most, place) {
  if (Array.isArray(value) && value.length >= least && value.length <= most) return value;
  throw new ResultRefused("damaged", place);
}

/**
 * A result, checked and with known keys only. What it is given is what the learner did; nothing is
 * scored.
 *
 * @param {object} fields
 * @param {string} fields.id A UUID, made when the attempt began: `crypto.randomUUID()`.
 * @param {{id: string, digest?: string, title?: string, items?: string[]}} fields.assignment
 * @param {{name: string, id?: string}} fields.learner As typed.
 * @param {number} fields.attempt From 1.
 * @param {string} fields.started ISO 8601 in UTC, as `Date.toISOString` gives it.
 * @param {string} fields.finished
 * @param {string} fields.asOf The day as of which the site's rules were judged, YYYY-MM-DD.
 * @param {ResultAnswer[]} fields.answers Of each question the last answer.
 * @param {Result["own_questions"]} [fields.own_questions]
 * @returns {Result} To be written with `writeResult`, or given to `seal` or `statements`.
 * @throws {ResultRefused} Where a value is none that the format knows.
 */
export function makeResult({ asOf, ...fields }) {
  return readResult({ format: FORMAT, version: 1, site: { as_of: asOf }, ...fields });
}

/** The text of a result file, open or sealed. @param {object} value */
export const writeResult = (value) => JSON.stringify(value, null, 1) + "\n";

/** @param {ArrayBuffer | Uint8Array<ArrayBuffer>} bytes Of a file. @throws {ResultRefused} */
export function textOf(bytes) {
  if (bytes.byteLength > MAX_BYTES) throw new ResultRefused("tooBig");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ResultRefused("notText");
  }
}

/**
 * JSON of a file, by its text.
 *
 * @param {string} written
 * @returns {Record<string, any>}
 * @throws {ResultRefused}
 */
export function parse(written) {
  if (!written.trim()) throw new ResultRefused("empty");
  try {
    const value = JSON.parse(written.replace(/^\ufeff/, ""));
    if (isRecord(value)) return value;
  } catch {
    throw new ResultRefused("notJson");
  }
  throw new ResultRefused("notResult");
}

/**
 * @param {unknown} value
 * @returns {Result}
 * @throws {ResultRefused}
 */
export function readResult(value) {
  if (!isRecord(value) || value.format !== FORMAT) {
    // One that a learner made must change no score: an instructor opens it by itself.
    const isDecisions = isRecord(value) && value.format === DECISIONS;
    throw isDecisions ? new ResultRefused("isDecisions") : new ResultRefused("notResult", "format");
  }
  const { version } = value;
  if (Number.isSafeInteger(version) && version > 1) throw new ResultRefused("newer", `${version}`);
  whole(version, 1, 1, "version");
  return {
    format: FORMAT,
    version: 1,
    id: text(value.id, UUID, "id"),
    assignment: readAssignment(record(value.assignment, "assignment")),
    learner: readLearner(record(value.learner, "learner")),
    attempt: whole(value.attempt, 1, 1000, "attempt"),
    started: moment(value.started, "started"),
    finished: moment(value.finished, "finished"),
    site: { as_of: day(record(value.site, "site").as_of, "site as_of") },
    answers: list(value.answers, 0, MAX_ANSWERS, "answers").map((answer, place) =>
      readAnswer(answer, `answers ${place + 1}`)
    ),
    ...(value.own_questions === undefined ? {} : { own_questions: ownOf(value.own_questions) }),
  };
}

/** @param {unknown} value */
function ownOf(value) {
  try {
    return readOwnQuestions(value);
  } catch (problem) {
    if (!(problem instanceof NotAQuestion)) throw problem;
    throw new ResultRefused("damaged", `own_questions ${problem.place}`);
  }
}

/** @param {Record<string, any>} value @returns {Result["learner"]} */
const readLearner = ({ name: typed, id }) => ({
  name: name(typed, "learner name"),
  ...(id === undefined || id === null ? {} : { id: name(id, "learner id") }),
});

/** @param {Record<string, any>} value @returns {Result["assignment"]} */
function readAssignment({ id, digest, title, items }) {
  const asked = items === undefined ? undefined : list(items, 0, MAX_ANSWERS, "assignment items");
  return {
    id: text(id, SLUG, "assignment id"),
    ...(digest === undefined || digest === null
      ? {}
      : { digest: text(digest, DIGEST, "assignment digest") }),
    ...(title === undefined || title === null ? {} : { title: name(title, "assignment title") }),
    ...(asked ? { items: asked.map((item) => text(item, SLUG, "assignment items")) } : {}),
  };
}

/** @param {unknown} value @param {string} place @returns {ResultAnswer} */
function readAnswer(value, place) {
  const { confidence, dispute, ...answer } = record(value, place);
  const sure = confidence === undefined || confidence === null;
  if (!sure && !SURE.includes(confidence)) {
    throw new ResultRefused("damaged", `${place} confidence`);
  }
  return {
    item: text(answer.item, SLUG, `${place} item`),
    version: whole(answer.version, 1, Number.MAX_SAFE_INTEGER, `${place} version`),
    digest: text(answer.digest, DIGEST, `${place} digest`),
    response: list(answer.response, 1, MAX_PICKS, `${place} response`).map((pick) =>
      text(pick, PICK, `${place} response`)
    ),
    started: moment(answer.started, `${place} started`),
    ms: whole(answer.ms, 0, MAX_ANSWER_MS, `${place} ms`),
    ...(sure ? {} : { confidence }),
    ...(dispute ? { dispute: name(dispute, `${place} dispute`, MAX_DISPUTE) } : {}),
  };
}
