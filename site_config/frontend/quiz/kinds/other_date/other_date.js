import { otherPayer } from "../other_payer/other_payer.js";

/**
 * What changes on the claim on another date.
 *
 * @type {import("../question_kind.js").QuestionKind}
 */
export const otherDate = otherPayer;
