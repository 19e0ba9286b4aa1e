import { markInPlace } from "../marks.js";

/**
 * Cells of a written claim, a line that is missing, or nothing.
 *
 * @type {import("../question_kind.js").QuestionKind}
 */
export const spotTheError = markInPlace;
