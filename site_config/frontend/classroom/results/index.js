/** What an assignment's page needs to write, seal, show and send a result. */
export { markingOf } from "./answer_keys.js";
export { ResultQueue as Queue } from "./statement_queue.js";
export { ResultRefused as Refused } from "./refusal.js";
export { makeResult, readResult, writeResult } from "./result_file.js";
export { seal } from "./encryption.js";
export { statements } from "./statements.js";
