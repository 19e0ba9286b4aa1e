import { markAll } from "../marks.js";

/**
 * What changes on the claim for another payer. Several options may be about one code.
 *
 * @type {import("../question_kind.js").QuestionKind}
 */
export const otherPayer = { ...markAll, sharesCode: true, confusions: () => [] };
