/** Entry: loaded by an assignment whose results go to a record store. */
import { statementsOf } from "./classroom/assignment/statements_of_attempt.js";
import { ResultQueue } from "./classroom/results/statement_queue.js";

Object.assign(globalThis, { rightcodeSendResults: { ResultQueue, statementsOf } });
