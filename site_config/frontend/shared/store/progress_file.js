import { filesWords as words } from "../strings/index.js";
import { readExamDate } from "./exam_date.js";
import { readExam } from "./exam_record.js";
import { isRecord, readAttempt, SCHEMA } from "./schema.js";

/** @import { SavedValues } from "./sync_values.js" */
/** @import { Attempt } from "../types.d.ts" */

const FORMAT = "rightcode-progress";
/** Version 1 had no ids; each answer gets the one its content gives. @type {unknown[]} */
const READABLE = [1, SCHEMA];
export const MAX_BYTES = 10_000_000;

/** A refused file; the message is for the learner. */
export class FileRefused extends Error {}

/** @param {Attempt[]} attempts @param {Date} now @param {Partial<SavedValues>} [more] */
export function writeFile(attempts, now, { aim, exam } = {}) {
  const head = { format: FORMAT, schema: SCHEMA, exported: now.toISOString() };
  const content = { ...head, ...(aim && { aim }), ...(exam && { exam }), attempts };
  return JSON.stringify(content, null, 1) + "\n";
}

/**
 * The content of a progress file. A file with one damaged answer is refused.
 *
 * @param {string} text
 *
 * @throws {FileRefused}
 */
export function readFile(text) {
  const { schema, attempts, aim, exam } = header(parse(text));
  if (typeof schema === "number" && schema > SCHEMA) throw new FileRefused(words.refused.newer);
  if (!READABLE.includes(schema) || !Array.isArray(attempts)) {
    throw new FileRefused(words.refused.notProgress);
  }
  return {
    attempts: attempts.map((value, index) =>
      readAttempt(value) ?? refuse(words.refused.attempt({ place: index + 1 }))
    ),
    aim: aim === undefined ? null : readExamDate(aim) ?? refuse(words.refused.aim),
    exam: exam === undefined ? null : readExam(exam) ?? refuse(words.refused.exam),
  };
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new FileRefused(words.refused.notJson);
  }
}

/** @param {unknown} value */
function header(value) {
  if (!isRecord(value) || value.format !== FORMAT) throw new FileRefused(words.refused.notProgress);
  return value;
}

/** @param {string} reason @returns {never} */
function refuse(reason) {
  throw new FileRefused(reason);
}
