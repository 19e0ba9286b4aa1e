import { markAll } from "../option_kind.js";

/** What changes on the claim for another payer. Several options may be about one code. */
export const otherPayer = { ...markAll, sharesCode: true, confusions: () => [] };
