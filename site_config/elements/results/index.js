/** What the page of an assignment needs to write, seal, tell and send a result; this folder's types.js has the shapes. */
export { markingOf } from "./keys.js";
export { Queue } from "./queue.js";
export { makeResult, readResult, Refused, writeResult } from "./result.js";
export { seal } from "./seal.js";
export { statements } from "./statements.js";
