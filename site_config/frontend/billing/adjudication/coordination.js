/** What a plan pays after another payer: its own benefit, at most what that left to the patient. */

import { reason } from "../facts.js";
import { STAGES } from "./adjudicate.js";
import { ruleOnOtherPayers } from "./other_payers.js";
import { adjustment, asked, cents, dollars, filled, pended, planFact } from "./payer_case.js";
import { payLines } from "./shares.js";

/** @import {
 *   Adjustment, CaseFacts, NumberedLine, PaidLine, PayerCase, Stage
 * } from "./types.d.ts" */

/**
 * The facts of a payer that also pays second, where its plan says how.
 * @param {CaseFacts} facts @returns {CaseFacts}
 */
export const withCoordination = (facts) => ({
  ...facts,
  stages: STAGES.map((stage) => stage === ruleOnOtherPayers ? ruleOnSecond : stage),
  pay: (found, prices) => payLines(found, prices).map((line) => afterPrimary(found, line)),
});

/**
 * What must be known of the first payer's remittance, where the plan coordinates.
 * @type {Stage}
 */
function ruleOnSecond(found, lines) {
  const rulings = ruleOnOtherPayers(found, lines);
  const { facts, plan } = found;
  if (!plan.coordination || rulings.some(({ denied }) => denied) || !rulings.length) return rulings;
  return lines.flatMap((line) => {
    const question = questionOn(found, line);
    return question ? pended(line, asked(facts, question[0], planFact(plan), [], question[1])) : [];
  });
}

/**
 * @param {PayerCase} found @param {NumberedLine} line
 * @returns {[string, Record<string, string>] | null}
 */
function questionOn({ claim, lines }, { line: { primary }, billed }) {
  if (!primary || cents(primary.paid) + cents(primary.patient) > billed) {
    return ["primary-line", {}];
  }
  const paid = cents(claim.primary_paid ?? 0);
  const byLine = lines.reduce((all, { line }) => all + cents(line.primary?.paid ?? 0), 0);
  return byLine === paid ? null : ["primary-sum", { paid: dollars(paid), lines: dollars(byLine) }];
}

/**
 * The line as a secondary payer pays it; unchanged where the plan pays first. The first payer's
 * payment and write-offs are one adjustment, OA-23.
 * @param {PayerCase} found @param {PaidLine} line @returns {PaidLine}
 */
function afterPrimary(found, line) {
  const { billed, line: { primary } } = line.price.line;
  if (!found.claim.secondary || !primary || !found.plan.coordination) return line;
  const left = cents(primary.patient);
  const allowed = Math.min(left, line.allowed);
  const paid = Math.min(line.paid, allowed);
  const first = {
    paid: dollars(cents(primary.paid)),
    patient: dollars(left),
    taken: dollars(billed - left),
  };
  const agreed = { charge: dollars(left), allowed: dollars(allowed) };
  const adjustments = [
    ...adjusted(found, "primary", billed - left, first),
    ...adjusted(found, "contract", left - allowed, agreed),
    ...shares(found, line, allowed - paid),
  ];
  return { ...line, allowed, paid, adjustments };
}

/**
 * @param {PayerCase} found @param {string} name @param {number} amount
 * @param {Record<string, string>} words
 */
function adjusted({ facts, plan }, name, amount, words) {
  if (amount <= 0) return [];
  const text = filled(facts.table.amounts[name].why, words);
  const whole = name === "primary" ? `${text} ${plan.coordination}` : text;
  return [adjustment(facts, "amounts", name, amount, reason(whole, planFact(plan), []))];
}

/**
 * The patient's shares in their order, as far as something is left to pay.
 * @param {PayerCase} found @param {PaidLine} line @param {number} open @returns {Adjustment[]}
 */
function shares({ facts }, { adjustments }, open) {
  const { "share-left": text } = facts.table.coordination;
  let left = open;
  return adjustments.flatMap((one) => {
    const amount = one.group === "PR" ? Math.min(one.amount, left) : 0;
    left -= amount;
    if (amount === one.amount || !amount) return amount ? [one] : [];
    const words = filled(text, { amount: dollars(amount) });
    return [{ ...one, amount, why: { ...one.why, text: `${one.why.text} ${words}` } }];
  });
}
