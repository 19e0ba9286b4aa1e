/**
 * The registry of question kinds. A new kind is one folder, one line here and one in `forms.js`: an
 * object with what `QuestionKind` asks for, named as the `kind:` of the YAML file. Large ones that
 * few questions have are in `claim_kinds.js`, loaded by a page that has such a question.
 */
import { chooseAll } from "./choose_all/choose_all.js";
import { chooseCode } from "./choose_code/choose_code.js";
import { judgeClaim } from "./judge_claim/judge_claim.js";
import { markWords } from "./mark_words/mark_words.js";
import { otherDate } from "./other_date/other_date.js";
import { otherPayer } from "./other_payer/other_payer.js";
import { spotTheError } from "./spot_the_error/spot_the_error.js";
import { kinds } from "./registry.js";
import { units } from "./units/units.js";
import { whatIsMissing } from "./what_is_missing/what_is_missing.js";

/** @import { ClaimKinds } from "./registry.js" */
/** @import { KindName } from "./forms.js" */
/** @import { QuestionKind } from "./question_kind.js" */

/** @type {Record<Exclude<KindName, keyof ClaimKinds>, QuestionKind>} */
const KINDS = {
  "choose-code": chooseCode,
  "choose-all": chooseAll,
  "judge-claim": judgeClaim,
  "units": units,
  "spot-the-error": spotTheError,
  "what-is-missing": whatIsMissing,
  "mark-words": markWords,
  "other-payer": otherPayer,
  "other-date": otherDate,
};

for (const [name, kind] of Object.entries(KINDS)) kinds.set(name, kind);

export { kinds };
