/** Entry: loaded on demand, where an assignment or a builder has an instructor's own questions. */
import { ownItem, paperOf } from "./classroom/own/own_item.js";

export const rightcodeOwnQuestions = { ownItem, paperOf };

Object.assign(globalThis, { rightcodeOwnQuestions });
