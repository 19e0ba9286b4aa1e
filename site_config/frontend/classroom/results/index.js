/** What the page of an assignment needs to write, seal, tell and send a result; this folder's types.js has the shapes. */
export { markingOf } from "./answer_keys.js";
export { ResultQueue as Queue } from "./statement_queue.js";
export { makeResult, readResult, ResultRefused as Refused, writeResult } from "./result_file.js";
export { seal } from "./encryption.js";
export { statements } from "./statements.js";
