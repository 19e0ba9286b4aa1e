/**
 * A question that an instructor wrote in the browser: what it may hold, in a link, in a result file
 * and on the device; the same as generator/results/own_question.py says.
 */
import {
  MAX_OWN,
  MAX_OWN_FEEDBACK,
  MAX_OWN_NAME,
  MAX_OWN_NOTE,
  MAX_OWN_REASON,
} from "../../shared/result_limits.js";
import { hash } from "../../shared/shuffle.js";
import { isDay, isRecord } from "../../shared/store/schema.js";

/** @import { Marking, OwnOption, OwnQuestion } from "../../shared/schema_types.d.ts" */

const ID = /^own-[a-z0-9]+(-[a-z0-9]+)*$/;
const OPTION = /^(\d{4}[0-9A-Z]|[A-Z]\d{4}|not-billable|ask-therapist)$/;
const OPTIONS = { fewest: 3, most: 6 };
const DIGEST_SEEDS = [0, 1, 2, 3];
const MAX_VERSION = 1_000_000;
// deno-lint-ignore no-control-regex -- what it removes
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]+/g;

/** Something that is no question; `place` is the key at fault. */
export class NotAQuestion extends Error {
  /** @param {string} place */
  constructor(place) {
    super(place);
    this.place = place;
  }
}

/** Whether the question is an instructor's own, by its id. @param {unknown} id */
export const isOwn = (id) => typeof id === "string" && id.length <= 80 && ID.test(id);

/** @param {unknown} value @param {number} most @param {string} place */
function text(value, most, place) {
  const found = typeof value === "string" && value.length <= most
    ? value.toWellFormed().replace(UNSEEN, " ").trim()
    : "";
  if (!found) throw new NotAQuestion(place);
  return found;
}

/** A text of one line. @param {unknown} value @param {string} place */
const name = (value, place) => text(value, MAX_OWN_NAME, place).replace(/\s+/g, " ");

/** @param {unknown} condition @param {string} place @returns {asserts condition} */
function require(condition, place) {
  if (!condition) throw new NotAQuestion(place);
}

/** @param {unknown} value @returns {OwnOption} */
function readOption(value) {
  require(isRecord(value), "options");
  const { id, text: shown, feedback } = value;
  require(typeof id === "string" && OPTION.test(id), "options");
  return {
    id,
    ...(shown === undefined || shown === null ? {} : { text: name(shown, "options") }),
    feedback: text(feedback, MAX_OWN_FEEDBACK, "options"),
  };
}

/**
 * A question with known keys only.
 *
 * @param {unknown} value
 * @returns {OwnQuestion}
 * @throws {NotAQuestion}
 */
export function readOwnQuestion(value) {
  require(isRecord(value), "question");
  const { id, version, kind, date, difficulty, options: listed, right, form } = value;
  require(isOwn(id), "id");
  require(Number.isSafeInteger(version), "version");
  require(Number(version) >= 1 && Number(version) <= MAX_VERSION, "version");
  require(kind === "choose-code", "kind");
  require(isDay(date), "date");
  require(difficulty === 1 || difficulty === 2 || difficulty === 3, "difficulty");
  require(Array.isArray(listed) && listed.length >= OPTIONS.fewest, "options");
  require(listed.length <= OPTIONS.most, "options");
  const options = listed.map(readOption);
  require(new Set(options.map((one) => one.id)).size === options.length, "options");
  require(options.some((one) => one.id === right), "right");
  return {
    id: /** @type {string} */ (id),
    version: Number(version),
    kind,
    title: name(value.title, "title"),
    payer: name(value.payer, "payer"),
    date,
    difficulty,
    note: text(value.note, MAX_OWN_NOTE, "note"),
    options,
    right: /** @type {string} */ (right),
    reason: text(value.reason, MAX_OWN_REASON, "reason"),
    ...(form === undefined || form === null ? {} : { form: text(form, MAX_OWN_NOTE, "form") }),
  };
}

/**
 * The questions of an assignment, each once.
 *
 * @param {unknown} value
 * @returns {OwnQuestion[]}
 * @throws {NotAQuestion}
 */
export function readOwnQuestions(value) {
  require(Array.isArray(value) && value.length <= MAX_OWN, "own_questions");
  const found = value.map(readOwnQuestion);
  require(new Set(found.map(({ id }) => id)).size === found.length, "id");
  return found;
}

/** What a result file holds: the visit is the instructor's. @param {OwnQuestion} question */
export function withoutForm({ form: _, ...question }) {
  return question;
}

/** All that is shown or marked, as one text. @param {OwnQuestion} question */
export const contentOf = (question) => JSON.stringify(withoutForm(question));

/** Differs where anything that is shown or marked differs. @param {OwnQuestion} question */
export const ownDigest = (question) =>
  DIGEST_SEEDS.map((seed) => hash(contentOf(question), seed).toString(16).padStart(8, "0"))
    .join("");

/** @param {OwnQuestion} question @returns {Marking} */
export const ownMarking = (question) => ({
  id: question.id,
  version: question.version,
  digest: ownDigest(question),
  kind: question.kind,
  title: question.title,
  options: question.options.map(({ id }) => ({
    id,
    name: id,
    right: id === question.right,
    free: false,
  })),
  ways: [],
});
