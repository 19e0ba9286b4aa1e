import { markAll } from "../marks.js";

/**
 * Everything that must be asked before the visit is billed, or nothing.
 *
 * @type {import("../question_kind.js").QuestionKind}
 */
export const whatIsMissing = markAll;
