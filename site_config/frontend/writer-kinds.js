/** Entry: loaded on demand to write a question of another kind than the first, or to preview. */
import { parts, previewOf } from "./classroom/writer/kinds/index.js";

Object.assign(globalThis, { rightcodeWriterKinds: { parts, previewOf } });
