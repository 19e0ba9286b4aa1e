/** Claims that belong to another payer, or to another payer first. */

import { asked, cents, decided, denied, dollars, pended, planFact } from "./payer_case.js";

/** @import { Stage } from "./types.d.ts" */

/**
 * A claim for an Advantage plan; one that another payer pays first, as it says or not.
 * @type {Stage}
 */
export function ruleOnOtherPayers({ facts, plan, account, claim }, lines) {
  const { secondary, primary_paid: paid } = claim;
  const known = paid !== undefined && paid !== null;
  const { policy } = facts.payer;
  const name = account.in_advantage_plan && policy?.medicareModifiers
    ? "advantage-plan"
    : secondary && !known
    ? "primary-missing"
    : account.other_primary && !secondary
    ? "other-primary"
    : null;
  if (name) {
    return lines.flatMap((line) => denied(line, name, decided(facts, name, planFact(plan))));
  }
  if (!secondary || !known) return [];
  const words = { paid: dollars(cents(paid)), plan: plan.name };
  return lines.map((line) =>
    pended(line, asked(facts, "after-primary", planFact(plan), [], words))
  );
}
