/** The text of a result file of the desk. */

import { ownDigest, readOwnQuestion } from "../classroom/format/own_question.js";
import { makeResult, writeResult } from "../classroom/results/result_file.js";

/** @import { OwnQuestion } from "../shared/schema_types.d.ts" */

/**
 * @param {any} result As `deskResult` gives it: each answer with its question.
 * @returns {string}
 */
export function resultText({ answers, ...result }) {
  return writeResult(makeResult({
    ...result,
    answers: answers.map(
      (/** @type {{ question: OwnQuestion }} */ { question, ...answer }) => ({
        item: question.id,
        version: question.version,
        digest: ownDigest(readOwnQuestion(question)),
        ...answer,
      }),
    ),
  }));
}
