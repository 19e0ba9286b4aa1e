/** A submission in, its remittance out: front end, decisions in the payer's order, then money. */

import { covers } from "../facts.js";
import { ruleOnAddOns } from "./add_ons.js";
import { ruleOnPairs } from "./code_pairs.js";
import { ruleOnCoverage } from "./coverage.js";
import { holdsDay } from "./facts.js";
import { rejections } from "./front_end.js";
import { ruleOnModifiers } from "./line_modifiers.js";
import {
  ruleOnDuplicates,
  ruleOnEligibility,
  ruleOnSameDay,
  ruleOnTimelyFiling,
} from "./membership.js";
import { ruleOnOtherPayers } from "./other_payers.js";
import { adjustment, applies, asked, numberedLines, planFact, written } from "./payer_case.js";
import { ruleOnAuthorization, ruleOnVisitLimits } from "./permission.js";
import { unitPrice } from "./pricing.js";
import { ruleOnConsolidation, ruleOnProvider } from "./provider_rules.js";
import { linePrices } from "./reduction.js";
import { remittanceJson } from "./remittance.js";
import { openFigures, payLines } from "./shares.js";
import { ruleOnCrossing, ruleOnThreshold } from "./threshold.js";
import { ruleOnUnits } from "./unit_limits.js";

/** @import { Reason } from "../types.d.ts" */
/** @import {
 *   CaseFacts, NumberedLine, PaidLine, PayerCase, RemittanceJson, Ruling, Stage, Submission
 * } from "./types.d.ts" */
/** @import { Answered } from "./remittance.js" */

/**
 * A line is decided by the first stage that rules on it; later stages see what is left.
 * @type {Stage[]}
 */
export const STAGES = [
  ruleOnOtherPayers,
  ruleOnCoverage,
  ruleOnConsolidation,
  ruleOnProvider,
  ruleOnEligibility,
  ruleOnTimelyFiling,
  ruleOnDuplicates,
  ruleOnAuthorization,
  ruleOnVisitLimits,
  ruleOnModifiers,
  ruleOnThreshold,
  ruleOnPairs,
  ruleOnUnits,
  ruleOnSameDay,
];

/**
 * What the payer answers to the claim. The facts are those of the submission's plan.
 * @param {CaseFacts} facts @param {Submission} submission @returns {RemittanceJson}
 */
export function adjudicate(facts, submission) {
  const given = withoutNulls(submission);
  const rejected = rejections(facts, given);
  if (rejected.length) return remittanceJson(facts, given, rejected, [], []);
  const lines = numberedLines(given);
  const { plan, payer } = facts;
  if (!plan) {
    const why = asked(facts, "no-plan", [`payers/${payer.id}`], [], { payer: payer.name });
    const waiting = lines.map((line) => answered(line, "pended", { questions: [why] }));
    return remittanceJson(facts, given, [], waiting, []);
  }
  const { visit, account = {}, claim } = given;
  const { received } = claim;
  const { setting = "practitioner" } = visit;
  const found = { facts, plan, visit, setting, account, claim, received, lines };
  const rulings = ruled(found);
  const open = lines.filter(({ number }) => !rulings.has(number));
  const { paid, waiting } = payments(found, open);
  const answers = lines.map((line) => {
    const ruling = rulings.get(line.number);
    const payment = paid.get(line.number);
    if (ruling) return ofRuling(facts, line, ruling);
    if (payment) return ofPayment(payment);
    return answered(line, "pended", { questions: waiting.get(line.number) });
  });
  const pended = answers.some(({ status }) => status === "pended");
  return remittanceJson(facts, given, [], answers, notes(found, given, pended && paid.size > 0));
}

/** @template T @param {T} value @returns {T} */
const withoutNulls = (value) =>
  JSON.parse(JSON.stringify(value, (_, part) => part === null ? undefined : part));

/** What the stages make of the lines, by number. @param {PayerCase} found */
function ruled(found) {
  const { facts, plan, lines } = found;
  /** @type {Map<number, Ruling>} */
  const rulings = new Map();
  for (const { number, day, code } of lines) {
    const name = !covers(plan, day) ? "plan-dates" : holdsDay(facts, day) ? null : "outside-case";
    const values = { plan: plan.name, day: written(day), code };
    if (name) rulings.set(number, { number, why: asked(facts, name, planFact(plan), [], values) });
  }
  for (const stage of facts.stages ?? STAGES) {
    const left = lines.filter(({ number }) => !rulings.has(number));
    for (const ruling of stage(found, left)) {
      if (ruling.denied || !rulings.has(ruling.number)) rulings.set(ruling.number, ruling);
    }
  }
  const waiting = new Set(
    [...rulings.values()].flatMap(({ number, denied }) => denied ? [] : number),
  );
  const left = lines.filter(({ number }) => !rulings.has(number));
  for (const ruling of ruleOnAddOns(found, left, waiting)) rulings.set(ruling.number, ruling);
  return rulings;
}

/**
 * The payments of the lines, and what must be known first of those that wait.
 * @param {PayerCase} found @param {NumberedLine[]} lines
 */
function payments(found, lines) {
  /** @type {Map<number, Reason[]>} */
  const waiting = new Map();
  const priced = lines.flatMap((line) => {
    const open = openFigures(found, line);
    const unit = open.length ? null : unitPrice(found, line);
    if (unit && "price" in unit) return [{ line, unit: unit.price }];
    waiting.set(line.number, unit ? [unit.question] : open);
    return [];
  });
  const allowed = new Map(
    linePrices(priced).map(({ line, reduced }) => [line.number, Math.min(line.billed, reduced)]),
  );
  for (const { number, why } of ruleOnCrossing(found, priced.map(({ line }) => line), allowed)) {
    waiting.set(number, [why]);
  }
  const payable = priced.filter(({ line }) => !waiting.has(line.number));
  const paid = (found.facts.pay ?? payLines)(found, linePrices(payable));
  return { paid: new Map(paid.map((one) => [one.price.line.number, one])), waiting };
}

/**
 * @param {NumberedLine} line @param {Answered["status"]} status @param {Partial<Answered>} parts
 * @returns {Answered}
 */
const answered = (line, status, parts) => (
  { line, status, allowed: 0, paid: 0, adjustments: [], pricing: [], questions: [], ...parts }
);

/** @param {CaseFacts} facts @param {NumberedLine} line @param {Ruling} ruling */
function ofRuling(facts, line, { denied, why }) {
  if (!denied) return answered(line, "pended", { questions: [why] });
  const whole = adjustment(facts, "decisions", denied, line.billed, why);
  return answered(line, "denied", { adjustments: [whole] });
}

/** @param {PaidLine} payment */
function ofPayment({ price: { line, unit }, allowed, paid, adjustments }) {
  return answered(line, "paid", { allowed, paid, adjustments, pricing: [unit.why] });
}

/**
 * What was not judged, and why.
 * @param {PayerCase} found @param {Submission} submission @param {boolean} pended
 */
function notes(found, { visit, claim }, pended) {
  const absent = {
    "no-received": !claim.received && found.plan.named.includes("timely-filing"),
    "no-header": !claim.header,
    "no-accrual": applies(found, "kx-threshold") && visit.allowed_so_far_usd === undefined,
    pended,
  };
  return Object.entries(absent).flatMap(([name, isSo]) =>
    isSo ? found.facts.table.notes[name] : []
  );
}
