/** Entry: loaded on demand to write a question of another kind than the first, or to keep one. */
import { parts } from "./classroom/writer/kinds/index.js";
import * as output from "./classroom/writer/question_output.js";

export const rightcodeWriterKinds = { parts, ...output };

Object.assign(globalThis, { rightcodeWriterKinds });
