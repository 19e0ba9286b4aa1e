/**
 * What a payer makes of a detail of a service: covered only there, not covered there, KX there.
 */

import { abnOf } from "./notices.js";
import { fits } from "./attributes.js";
import { covers, payerOf, quoted, reason } from "./facts.js";

/** @import {
 *   Billable, Condition, Facts, Outcome, Service, Visit
 * } from "./types.d.ts" */

/**
 * The outcome under the payer's conditions; a necessity denial where one is not met.
 * @param {Facts} facts @param {Visit} visit @param {Service} service @param {Billable} outcome
 * @returns {Outcome}
 */
export function applyConditions(facts, visit, service, outcome) {
  /** @type {Outcome} */
  let found = outcome;
  for (const condition of payerOf(facts, visit).conditions ?? []) {
    if (found.kind !== "billable") break;
    const concerned = found.codes.every((code) => condition.codes.includes(code));
    if (concerned && covers(condition, visit.date)) {
      found = under(facts, condition, visit, service, found);
    }
  }
  return found;
}

/**
 * @param {Facts} facts @param {Condition} condition @param {Visit} visit @param {Service} service
 * @param {Billable} outcome @returns {Outcome}
 */
function under(facts, condition, visit, service, outcome) {
  const { codes } = outcome;
  const met = fits(condition.where, service.details ?? {});
  const why = quoted(`payers/${visit.payer}`, condition);
  const reasons = [...outcome.reasons, why];
  if (condition.then === "covered-only-there" && typeof met === "string") {
    const attribute = facts.say(`attribute-${met}`);
    const text = facts.say("condition-missing", { attribute, text: why.text });
    return {
      kind: "ask",
      missing: met,
      reasons: [...outcome.reasons, reason(text, why.restsOn, why.sources)],
    };
  }
  const barred = condition.then === "not-covered-there" && met === true;
  if (barred || condition.then === "covered-only-there" && met === false) {
    return { kind: "not-billable", codes, reasons, deniedAs: ["necessity"] };
  }
  if (condition.then !== "kx-there" || met !== true || abnOf(visit, service) === "required") {
    return outcome;
  }
  if (visit.necessary === undefined) return { kind: "ask", missing: "necessary", reasons };
  if (!visit.necessary) return outcome;
  return { ...outcome, reasons, modifiers: [...outcome.modifiers ?? [], "KX"] };
}
