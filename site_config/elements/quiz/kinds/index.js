/** The kinds of question there are; a new kind is one more file and one more line. */
import { chooseAll } from "./choose-all.js";
import { chooseCode } from "./choose-code.js";
import { judgeClaim } from "./judge-claim.js";

/** @type {Map<string | null, import("../../types.js").Kind>} keyed by data-kind */
export const kinds = new Map([
  ["choose-code", chooseCode],
  ["choose-all", chooseAll],
  ["judge-claim", judgeClaim],
]);
