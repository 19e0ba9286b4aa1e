import { words } from "../strings/files/index.js";
import { isRecord, readAttempt, SCHEMA } from "./schema.js";

/** @typedef {import("../types.js").Attempt} Attempt */

const FORMAT = "rightcode-progress";
/** Version 1 had no ids; each answer gets the one its content gives. @type {unknown[]} */
const READABLE = [1, SCHEMA];
export const MAX_BYTES = 10_000_000;

/** A file that is refused; the message is for the learner. */
export class Refused extends Error {}

/** @param {Attempt[]} attempts @param {Date} now */
export const writeFile = (attempts, now) =>
  JSON.stringify({ format: FORMAT, schema: SCHEMA, exported: now.toISOString(), attempts }, null, 1) + "\n";

/**
 * The attempts in a progress file. All of them or none: a file with one damaged answer is refused.
 *
 * @param {string} text
 * @returns {Attempt[]}
 * @throws {Refused}
 */
export function readFile(text) {
  const { schema, attempts } = header(parse(text));
  if (typeof schema === "number" && schema > SCHEMA) throw new Refused(words.refused.newer);
  if (!READABLE.includes(schema) || !Array.isArray(attempts)) throw new Refused(words.refused.notProgress);
  return attempts.map((value, place) => readAttempt(value) ?? refuseAttempt(place + 1));
}

/** @param {string} text @returns {unknown} */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(words.refused.notJson);
  }
}

/** @param {unknown} value */
function header(value) {
  if (!isRecord(value) || value.format !== FORMAT) throw new Refused(words.refused.notProgress);
  return value;
}

/** @param {number} place @returns {never} */
function refuseAttempt(place) {
  throw new Refused(words.refused.attempt(place));
}
