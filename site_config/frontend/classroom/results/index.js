/** What the page of an assignment needs to write, seal, tell and send a result; this folder's types.js has the shapes. */
export { markingOf } from "./answer_keys.js";
export { Queue } from "./statement_queue.js";
export { makeResult, readResult, Refused, writeResult } from "./result_file.js";
export { seal } from "./encryption.js";
export { statements } from "./statements.js";
