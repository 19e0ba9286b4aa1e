/** The answer as `rightcode adjudicate --json` prints it: dollars as text. */

import { byName, sum } from "../facts.js";
import { amountText } from "./payer_case.js";

/** @import { Reason } from "../types.d.ts" */
/** @import {
 *   Adjustment, CaseFacts, LineJson, NumberedLine, ReasonJson, Rejection, RemittanceJson,
 *   Submission
 * } from "./types.d.ts" */
/**
 * @typedef {object} Answered A line as it comes back, in cents.
 * @property {NumberedLine} line
 * @property {"paid" | "denied" | "pended"} status
 * @property {number} allowed
 * @property {number} paid
 * @property {Adjustment[]} adjustments
 * @property {Reason[]} pricing
 * @property {Reason[]} questions
 */

/**
 * @param {CaseFacts} facts @param {Submission} submission @param {Rejection[]} rejections
 * @param {Answered[]} lines @param {string[]} notes @returns {RemittanceJson}
 */
export function remittanceJson(facts, submission, rejections, lines, notes) {
  const { plan, payer } = facts;
  return {
    status: rejections.length ? "rejected" : "adjudicated",
    payer: payer.name,
    plan: plan?.id ?? null,
    plan_name: plan?.name ?? null,
    invented: plan?.invented ?? false,
    date: submission.visit.date,
    rejections: rejections.map(({ name, item, line, why }) => (
      { name, item, line, ...reasonJson(facts, why) }
    )),
    lines: lines.map((line) => lineJson(facts, line)),
    totals: totals(lines),
    notes,
  };
}

/** @param {Answered[]} lines */
function totals(lines) {
  const total = (/** @type {(line: Answered) => number} */ part) =>
    amountText(sum(lines.map(part)));
  const byCode = Map.groupBy(
    lines.flatMap(({ adjustments }) => adjustments),
    ({ group, carc }) => `${group}-${carc}`,
  );
  const codes = [...byCode].sort(([one], [other]) => byName(one, other));
  return {
    billed: total(({ line }) => line.billed),
    allowed: total(({ allowed }) => allowed),
    paid: total(({ paid }) => paid),
    patient: total(patientShare),
    pending: total(pending),
    adjustments: Object.fromEntries(
      codes.map(([code, all]) => [code, amountText(sum(all.map(({ amount }) => amount)))]),
    ),
  };
}

/** @param {Answered} line */
const patientShare = ({ adjustments }) =>
  sum(adjustments.flatMap(({ group, amount }) => group === "PR" ? amount : []));

/** @param {Answered} line */
const pending = ({ status, line }) => status === "pended" ? line.billed : 0;

/** @param {CaseFacts} facts @param {Answered} answered @returns {LineJson} */
function lineJson(facts, answered) {
  const { line, status, allowed, paid, adjustments, pricing, questions } = answered;
  return {
    line: line.number,
    date: line.day,
    code: line.code,
    units: line.units,
    modifiers: line.line.modifiers ?? [],
    status,
    billed: amountText(line.billed),
    allowed: amountText(allowed),
    paid: amountText(paid),
    patient: amountText(patientShare(answered)),
    pending: amountText(pending(answered)),
    adjustments: adjustments.map(({ group, carc, amount, remarks = [], why }) => (
      { group, reason: carc, amount: amountText(amount), remarks, ...reasonJson(facts, why) }
    )),
    remarks: [...new Set(adjustments.flatMap(({ remarks = [] }) => remarks))],
    pricing: pricing.map((why) => reasonJson(facts, why)),
    questions: questions.map((why) => reasonJson(facts, why)),
  };
}

/**
 * Its own sources, else those of the facts that it rests on.
 * @param {CaseFacts} facts @param {Reason} why @returns {ReasonJson}
 */
function reasonJson(facts, { text, restsOn, sources }) {
  const cited = sources.length ? sources : [...new Set(restsOn.flatMap(facts.cite))];
  return { words: text, rests_on: restsOn, sources: cited };
}
