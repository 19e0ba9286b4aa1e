/** The kinds that can be written on the page, each with its part; null: as a file alone. */
import { chooseAllPart } from "./choose_all.js";
import { chooseCodePart } from "./choose_code.js";
import { fillClaimPart } from "./fill_claim.js";
import { judgeClaimPart } from "./judge_claim.js";
import { unitsPart } from "./units.js";

/** @import { KindName } from "../../../quiz/kinds/forms.js" */
/** @import { KindPart } from "./kind_part.js" */

/** @type {Record<KindName, KindPart | null>} */
export const parts = {
  "choose-code": chooseCodePart,
  "choose-all": chooseAllPart,
  "judge-claim": judgeClaimPart,
  "units": unitsPart,
  "claim": fillClaimPart,
  "claim-form": null,
  "spot-the-error": null,
  "what-is-missing": null,
  "mark-words": null,
  "other-payer": null,
  "other-date": null,
};
