/** A visit in, its claim out, in five stages: the way down is the order of the calls. */

import { appendModifiers } from "./append_modifiers.js";
import { applyEdits } from "./apply_edits.js";
import { checkLimits } from "./check_limits.js";
import { countUnits } from "./count_units.js";
import { distinct } from "./facts.js";
import { selectCodes } from "./select_codes.js";

/** @import { ClaimResult, Facts, Visit } from "./types.d.ts" */

/**
 * The claim for `visit` by the facts alone.
 * @param {Facts} facts @param {Visit} visit @returns {ClaimResult}
 */
export function buildClaim(facts, visit) {
  const selected = selectCodes(facts, visit);
  const counted = countUnits(facts, visit, selected.coded);
  const edited = applyEdits(facts, visit, counted);
  const modified = appendModifiers(facts, visit, edited);
  const checked = checkLimits(facts, visit, counted.coded, modified.claims);
  const [lines, ...alternatives] = modified.claims;
  return {
    lines,
    alternatives,
    notBilled: [...selected.notBilled, ...edited.notBilled],
    questions: distinct([
      ...selected.missing,
      ...counted.missing,
      ...modified.missing,
      ...edited.missing,
    ]),
    warnings: distinct([...modified.warnings, ...checked.warnings]),
  };
}
