/** Result files, and statements of a record store, to submissions. */
import { openSealed, readSealed } from "./encryption.js";
import { FORMAT, parse, readResult, SEALED } from "./result_file.js";

/** @import { ClassKey } from "../../shared/schema_types.d.ts" */
/** @import { Submission } from "./types.d.ts" */
/** @typedef {Record<string, any>} Json */

export const ATTEMPT = "urn:rightcode:attempt", ANSWER = "urn:rightcode:answer";
/** Questions that no site has; they come with the first statement alone. */
export const OWN = "urn:rightcode:own-questions";

/**
 * @param {string} source
 * @param {Json} value The JSON of a result file, open or sealed.
 * @param {ClassKey[]} keys
 * @throws {ResultRefused}
 */
export async function readSubmission(source, value, keys) {
  if (value.format !== SEALED) return submissionOf(source, value);
  return submissionOf(source, parse(await openSealed(readSealed(value), keys)), true);
}

/**
 * @param {string} source
 * @param {Json} value
 * @param {boolean | null} [sealed] Null where it came from a store, which nothing is sealed for.
 * @returns {Submission} Its digest is the same for copies, whatever the spacing of the file.
 * @throws {ResultRefused}
 */
export function submissionOf(source, value, sealed = false) {
  const result = readResult(value);
  // What is said of keys afterward makes no other attempt.
  const digest = JSON.stringify(result, (key, one) => key === "dispute" ? undefined : one);
  return { source, result, digest, sealed };
}

/**
 * Attempts gathered from statements, a page of them after the other. Statements of other programs
 * are left alone; one that comes twice counts once.
 */
export class StoredAttempts {
  /** @type {Map<string, {attempt: Json, answers: Map<string, Json>, own?: unknown}>} */
  #found = new Map();

  /** @param {unknown[]} statements */
  add(statements) {
    for (const statement of statements) {
      const attempt = extension(statement, "context", ATTEMPT);
      const answer = extension(statement, "result", ANSWER);
      if (!attempt) continue;
      const id = textOf(attempt.id);
      const known = this.#found.get(id) ?? { attempt, answers: new Map(), own: undefined };
      this.#found.set(id, known);
      if (answer) known.answers.set(textOf(answer.item), answer);
      known.own ??= extension(statement, "context", OWN)?.questions;
    }
  }

  /** By attempt, the JSON of its result file. @returns {[string, Json][]} */
  results() {
    return [...this.#found].map(([id, { attempt, answers, own }]) => {
      const ordered = [...answers.values()].sort(({ started: one }, { started: other }) =>
        Number(textOf(one) > textOf(other)) - Number(textOf(one) < textOf(other))
      );
      const questions = own === undefined ? {} : { own_questions: own };
      return [id, { ...attempt, ...questions, format: FORMAT, version: 1, answers: ordered }];
    });
  }
}

/** What is no text is refused when the result is read. @param {unknown} value */
const textOf = (value) => typeof value === "string" ? value : "";

/** @param {any} statement @param {string} part @param {string} name @returns {Json | null} */
function extension(statement, part, name) {
  const found = statement?.[part]?.extensions?.[name];
  return typeof found === "object" && !Array.isArray(found) ? found : null;
}
