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
import { FORMS, isKind } from "../../quiz/kinds/forms.js";
import { hash } from "../../shared/shuffle.js";
import { isDay, isRecord } from "../../shared/store/schema.js";
import { isRightOption, readAnswers } from "./own_answers.js";

/** @import { Marking, OwnQuestion } from "../../shared/schema_types.d.ts" */

const ID = /^own-[a-z0-9]+(-[a-z0-9]+)*$/;
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

/** @param {unknown} value @param {string} place */
const optional = (
  value,
  place,
) => (value === undefined || value === null ? "" : name(value, place));

/** Without what is empty. @template {object} T @param {T} parts @returns {T} */
const filled = (
  parts,
) => /** @type {any} */ (Object.fromEntries(Object.entries(parts).filter(([, part]) => part)));

/**
 * A question with known keys only.
 *
 * @param {unknown} value
 * @returns {OwnQuestion}
 * @throws {NotAQuestion}
 */
export function readOwnQuestion(value) {
  require(isRecord(value), "question");
  const { id, version, kind, date, difficulty, form, note, statement } = value;
  require(isOwn(id), "id");
  require(Number.isSafeInteger(version), "version");
  require(Number(version) >= 1 && Number(version) <= MAX_VERSION, "version");
  require(isKind(kind), "kind");
  require(isDay(date), "date");
  require(difficulty === 1 || difficulty === 2 || difficulty === 3, "difficulty");
  const isJudged = statement !== undefined && statement !== null;
  return {
    id: /** @type {string} */ (id),
    version: Number(version),
    kind,
    title: name(value.title, "title"),
    payer: name(value.payer, "payer"),
    date,
    difficulty,
    ...(isJudged
      ? { statement: text(statement, MAX_OWN_FEEDBACK, "statement") }
      : { note: text(note, MAX_OWN_NOTE, "note") }),
    ...readAnswers(value, FORMS[kind], { require, name, text }),
    reason: text(value.reason, MAX_OWN_REASON, "reason"),
    ...filled({
      prompt: optional(value.prompt, "prompt"),
      source: optional(value.source, "source"),
      form: form === undefined || form === null ? "" : text(form, MAX_OWN_NOTE, "form"),
    }),
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
    right: isRightOption(question, id),
    free: false,
  })),
  ways: question.ways ?? [],
});
