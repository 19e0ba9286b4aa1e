/** The kinds of question there are; a new kind is one more file and one more line. */
import { chooseAll } from "./choose_all.js";
import { chooseCode } from "./choose_code.js";
import { claim } from "./claim.js";
import { judgeClaim } from "./judge_claim.js";
import { markAll, markChanges, markInPlace } from "./mark_all.js";
import { units } from "./units.js";

/** @type {Map<string | null, import("../../shared/types.js").Kind>} keyed by data-kind */
export const kinds = new Map([
  ["choose-code", chooseCode],
  ["choose-all", chooseAll],
  ["judge-claim", judgeClaim],
  ["units", units],
  ["claim", claim],
  ["spot-the-error", markInPlace],
  ["what-is-missing", markAll],
  ["mark-words", markInPlace],
  ["other-payer", markChanges],
  ["other-date", markChanges],
]);
