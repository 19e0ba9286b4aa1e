/** How the answers of every kind are judged: for scripts that show no question. */
import { claimFormJudge } from "./claim_form/claim_entries.js";
import { claimJudge } from "./fill_claim/claim_judge.js";
import { kinds } from "./index.js";

/** @import { KindJudge } from "./question_kind.js" */

/** @type {Map<string | null, KindJudge>} keyed by data-kind */
export const judges = new Map([
  ...kinds,
  ["claim", claimJudge],
  ["claim-form", claimFormJudge],
]);
