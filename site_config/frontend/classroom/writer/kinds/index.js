/** The kinds that can be written on the page, each with its part; null: as a file alone. */
import { shownWithKey } from "../../builder/preview.js";
import { idOf, NOTHING } from "../../../quiz/kinds/fill_claim/claim_lines.js";
import { kinds } from "../../../quiz/kinds/index.js";
import { make } from "../../../shared/dom.js";
import { ownItem } from "../../own/own_item.js";
import { chooseAllPart } from "./choose_all.js";
import { chooseCodePart } from "./choose_code.js";
import { fillClaimPart } from "./fill_claim.js";
import { judgeClaimPart } from "./judge_claim.js";
import { unitsPart } from "./units.js";

/** @import { KindName } from "../../../quiz/kinds/forms.js" */
/** @import { OwnQuestion } from "../../types.d.ts" */
/** @import { KindPart } from "./kind_part.js" */

/** @type {Record<KindName, KindPart | null>} */
export const parts = {
  "choose-code": chooseCodePart,
  "choose-all": chooseAllPart,
  "judge-claim": judgeClaimPart,
  "units": unitsPart,
  "claim": fillClaimPart,
  "spot-the-error": null,
  "what-is-missing": null,
  "mark-words": null,
  "other-payer": null,
  "other-date": null,
};

/** As learners see it, with its answer open and filled in. @param {OwnQuestion} question */
export function previewOf(question) {
  const [section] = shownWithKey(ownItem(question));
  const { options, ways: [answer] = [] } = question;
  if (answer) {
    kinds.get(question.kind)?.fill(
      section,
      filledIn(answer, options.map(({ id }) => id)),
    );
  }
  return make("div.rc-player", section);
}

/** @param {NonNullable<OwnQuestion["ways"]>[number]} answer @param {string[]} codes */
function filledIn(answer, codes) {
  if (!Array.isArray(answer)) return codes.map((code) => `${code}.${answer[code]}`);
  const lines = answer.map(([code, units, modifiers], place) =>
    idOf({ at: place + 1, code, units, modifiers })
  );
  return lines.length ? lines : [NOTHING];
}
