/** What a record store is told of a run. */
import { statements } from "../results/statements.js";
import { resultOfAttempt } from "./submission.js";

/** @import { Assignment, AssignmentAttempt, Marking } from "../types.d.ts" */
/** @import { Statement } from "../results/statement_queue.js" */

/**
 * @param {Assignment} assignment
 * @param {AssignmentAttempt} attempt
 * @param {Map<string, Marking>} keys
 */
export function statementsOf(assignment, attempt, keys) {
  const home = new URL("../../", location.href.split("#")[0]).href;
  const passMark = assignment.passMark === null ? {} : { passMark: assignment.passMark };
  return /** @type {Statement[]} */ (
    statements(resultOfAttempt(assignment, attempt), keys, { home, ...passMark })
  );
}
