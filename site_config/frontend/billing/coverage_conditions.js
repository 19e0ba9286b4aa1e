/**
 * What a payer makes of a detail of a service: covered only there, not covered there, KX there.
 */

import { covers, payerOf, quoted, reason } from "./facts.js";

/** @import {
 *   Billable, Condition, Facts, Outcome, Service, Visit, Wanted
 * } from "./types.d.ts" */
/** @typedef {boolean | number | string} Value */

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
 * Whether every condition holds; the first attribute that decides and is not known.
 * @param {Record<string, Wanted>} where @param {Record<string, Value | undefined>} known
 */
export function fitsWhere(where, known) {
  let missing = null;
  for (const [attribute, wanted] of Object.entries(where)) {
    const value = known[attribute];
    if (value === undefined) missing ??= attribute;
    else if (!meets(value, wanted)) return false;
  }
  return missing ?? true;
}

/** @param {Value} value @param {Wanted} wanted */
function meets(value, wanted) {
  if (!Array.isArray(wanted)) return wanted.among.some((one) => one === value);
  const [low, high] = wanted;
  return typeof value === "number" && (low ?? 0) <= value && (high === null || value <= high);
}

/**
 * @param {Facts} facts @param {Condition} condition @param {Visit} visit @param {Service} service
 * @param {Billable} outcome @returns {Outcome}
 */
function under(facts, condition, visit, service, outcome) {
  const { codes } = outcome;
  const fits = fitsWhere(condition.where, service.details ?? {});
  const why = quoted(`payers/${visit.payer}`, condition);
  const reasons = [...outcome.reasons, why];
  if (condition.then === "covered-only-there" && typeof fits === "string") {
    const attribute = fits.replaceAll("_", " ");
    const text = facts.say("condition-missing", { attribute, text: why.text });
    return {
      kind: "ask",
      missing: fits,
      reasons: [...outcome.reasons, reason(text, why.restsOn, why.sources)],
    };
  }
  const barred = condition.then === "not-covered-there" && fits === true;
  if (barred || condition.then === "covered-only-there" && fits === false) {
    return { kind: "not-billable", codes, reasons, deniedAs: ["necessity"] };
  }
  if (condition.then !== "kx-there" || fits !== true || visit.abn === "required") return outcome;
  if (visit.necessary === undefined) return { kind: "ask", missing: "necessary", reasons };
  if (!visit.necessary) return outcome;
  return { ...outcome, reasons, modifiers: [...outcome.modifiers ?? [], "KX"] };
}
