/** What changes on the claim on another date. */
export { otherPayer as otherDate } from "../other_payer/other_payer.js";
