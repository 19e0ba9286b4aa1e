import { markInPlace } from "../marks.js";

/**
 * Words of the note.
 *
 * @type {import("../question_kind.js").QuestionKind}
 */
export const markWords = markInPlace;
