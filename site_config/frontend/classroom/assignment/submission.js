/** What a learner hands in: the result of a run as a file. */
import { digestOf } from "../format/link.js";
import { withoutForm } from "../format/own_question.js";
import { ResultRefused } from "../results/refusal.js";
import { makeResult, writeResult } from "../results/result_file.js";
import { seal } from "../results/encryption.js";

/** @import { Assignment, AssignmentAttempt } from "../types.d.ts" */

const moment = (/** @type {number} */ time) => new Date(time).toISOString();

/** @param {Assignment} assignment @param {AssignmentAttempt} attempt One that has ended. */
export function resultOfAttempt(assignment, attempt) {
  const answers = attempt.items.flatMap((item) => {
    const response = attempt.answers[item];
    if (!response) return [];
    const { first: started, ms } = attempt.seen[item] ?? { first: attempt.started, ms: 0 };
    const time = { started: moment(started), ms: Math.round(ms) };
    const dispute = attempt.disputes?.[item];
    return [{ item, ...attempt.asked[item], response, ...time, ...(dispute && { dispute }) }];
  });
  const { id, title, items } = assignment;
  return makeResult({
    id: attempt.uuid,
    assignment: { id, digest: digestOf(assignment), title, items },
    learner: { name: attempt.name },
    attempt: attempt.attempt,
    started: moment(attempt.started),
    finished: moment(attempt.ended ?? attempt.started),
    asOf: attempt.asOf,
    answers,
    ...(assignment.own ? { own_questions: assignment.own.map(withoutForm) } : {}),
  });
}

/**
 * The text of the file: sealed where the assignment has a key; null where that is refused.
 *
 * @param {Assignment} assignment
 * @param {AssignmentAttempt} attempt
 */
export async function fileText(assignment, attempt) {
  const result = resultOfAttempt(assignment, attempt);
  try {
    return writeResult(assignment.key ? await seal(result, assignment.key) : result);
  } catch (error) {
    if (error instanceof ResultRefused) return null;
    throw error;
  }
}

/** @param {Assignment} assignment @param {AssignmentAttempt} run */
export function fileName({ id }, { name, attempt }) {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(
    /[^a-z0-9]+/g,
    "-",
  )
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  return [id, ...(plain ? [plain] : []), attempt].join("-") + ".json";
}
