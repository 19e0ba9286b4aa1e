/** A result of the desk as the gradebook reads it, and the text of its file. */

import { ownDigest, readOwnQuestion } from "../classroom/format/own_question.js";
import { makeResult, writeResult } from "../classroom/results/result_file.js";

/** @import { OwnQuestion } from "../shared/schema_types.d.ts" */

/** @param {any} result As `deskResult` gives it: each answer with its question. */
export const madeResult = ({ answers, ...result }) =>
  makeResult({
    ...result,
    answers: answers.map(
      (/** @type {{ question: OwnQuestion }} */ { question, ...answer }) => ({
        item: question.id,
        version: question.version,
        digest: ownDigest(readOwnQuestion(question)),
        ...answer,
      }),
    ),
  });

/** @param {any} result @returns {string} */
export const resultText = (result) => writeResult(madeResult(result));
