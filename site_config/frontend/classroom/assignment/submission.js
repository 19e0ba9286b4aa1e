/** What a learner hands in: the result of a run, as a file and as statements. */
import { digestOf } from "../format/link.js";
import { withoutForm } from "../format/own_question.js";
import { makeResult, writeResult } from "../results/result_file.js";
import { seal } from "../results/encryption.js";
import { statements } from "../results/statements.js";

/** @import { Assignment, AssignmentAttempt, Marking } from "../types.d.ts" */
/** @import { Statement } from "../results/statement_queue.js" */

const moment = (/** @type {number} */ time) => new Date(time).toISOString();

/** @param {Assignment} assignment @param {AssignmentAttempt} attempt One that has ended. */
function attemptResult(assignment, attempt) {
  const answers = attempt.items.flatMap((item) => {
    const response = attempt.answers[item];
    if (!response) return [];
    const { first: started, ms } = attempt.seen[item] ?? { first: attempt.started, ms: 0 };
    const time = { started: moment(started), ms: Math.round(ms) };
    return [{ item, ...attempt.asked[item], response, ...time }];
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
 * The text of the file: sealed where the assignment has a key.
 *
 * @param {Assignment} assignment
 * @param {AssignmentAttempt} attempt
 */
export async function fileText(assignment, attempt) {
  const result = attemptResult(assignment, attempt);
  return writeResult(assignment.key ? await seal(result, assignment.key) : result);
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

/**
 * @param {Assignment} assignment
 * @param {AssignmentAttempt} attempt
 * @param {Map<string, Marking>} keys
 */
export function statementsOf(assignment, attempt, keys) {
  const home = new URL("../../", location.href.split("#")[0]).href;
  const passMark = assignment.passMark === null ? {} : { passMark: assignment.passMark };
  return /** @type {Statement[]} */ (
    statements(attemptResult(assignment, attempt), keys, { home, ...passMark })
  );
}
