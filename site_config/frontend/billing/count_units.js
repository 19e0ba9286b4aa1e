/** Stage 2 of a claim, count units: minutes and amounts to units, by the payer's method. */

import {
  byName,
  missingInformation,
  notBilled,
  payerOf,
  reason,
  servicesByCode,
  sum,
} from "./facts.js";
import { measureUnits, tooLittle, unitsOf } from "./measured_units.js";
import {
  firstOf,
  METHODS,
  minutesByCode,
  payerMethod,
  unitMethod,
  unpaid,
} from "./unit_methods.js";

/** @import {
 *   Allocation, CodedService, CountedUnits, Facts, Minutes, NotBilled, Visit
 * } from "./types.d.ts" */

/**
 * Units of all codes together; timed codes wait where the payer's method is not known.
 * @param {Facts} facts @param {Visit} visit @param {CodedService[]} coded @returns {CountedUnits}
 */
export function countUnits(facts, visit, coded) {
  const whole = wholeUnits(facts, coded);
  const { timed = [], other = [] } = Object.groupBy(
    coded,
    (entry) => (entry.timed ? "timed" : "other"),
  );
  const minutes = minutesByCode(timed.map((entry) => [entry.code, entry.minutes]));
  const method = payerMethod(facts, visit);
  if (!timed.length || !method) {
    const missing = timed.length ? [methodUnknown(facts, visit, minutes)] : [];
    return { coded: other, right: { sure: whole, tied: [], free: 0 }, reasons: [], missing };
  }
  const { right, reasons } = method.count(facts, minutes);
  const sure = [...right.sure, ...whole].sort(([a], [b]) => byName(a, b));
  return { coded, right: { ...right, sure }, reasons, missing: [] };
}

/**
 * The services of one code by claim line: each visit has its own, others share one.
 * @param {CodedService[]} found
 */
export const claimedApart = (found) =>
  found[0].measure?.span === "visit" ? found.map((entry) => [entry]) : [found];

/**
 * The units of the services of one measured code on one claim line: amounts of a day are added up,
 * of a longer span each service gives the whole. A visit is counted by itself.
 * @param {Facts} facts @param {CodedService[]} found
 */
export function measuredIn(facts, found) {
  const [amounts, { code, measure }] = [found.map((entry) => entry.amount), found[0]];
  const total = measure?.span === "day" ? sum(amounts) : Math.max(...amounts);
  return measureUnits(facts, code, total, measure);
}

/**
 * Timed codes without a unit in the allocation shown, then measured ones below their least.
 * @param {Facts} facts @param {Visit} visit @param {CodedService[]} coded
 * @param {Allocation[]} allocations @returns {NotBilled[]}
 */
export function withoutUnits(facts, visit, coded, allocations) {
  const [shown, ...others] = allocations.map((one) => new Set(one.map(([code]) => code)));
  const groups = servicesByCode(coded.filter((entry) => !shown.has(entry.code)));
  const rule = payerMethod(facts, visit)?.rule ?? "";
  const left = [...groups].map(([code, entries]) => {
    const [{ timed, measure }, minutes] = [entries[0], sum(entries.map((entry) => entry.minutes))];
    return { code, entries, timed, measure, minutes };
  });
  return [
    ...left.flatMap(({ code, timed, minutes }) => {
      if (!timed) return [];
      const tied = others.some((one) => one.has(code));
      const tie = reason(facts.say("tie", { code }), [rule]);
      return notBilled(code, minutes, tied ? tie : unpaid(facts, code, minutes, rule));
    }),
    ...left.flatMap(({ code, entries, measure, minutes }) => {
      if (!measure) return [];
      const { amount } = measuredIn(facts, entries);
      return notBilled(code, minutes, tooLittle(facts, code, measure, amount));
    }),
  ];
}

/** @param {Facts} facts @param {CodedService[]} coded */
function wholeUnits(facts, coded) {
  /** @type {Allocation} */
  const units = [...servicesByCode(coded.filter((entry) => !entry.timed))].map((
    [code, found],
  ) => [code, sum(claimedApart(found).map((one) => lineUnits(facts, one)))]);
  return units.filter(([, number]) => number).sort(([a], [b]) => byName(a, b));
}

/** @param {Facts} facts @param {CodedService[]} found */
const lineUnits = (facts, found) => found[0].measure ? unitsOf(measuredIn(facts, found)) : 1;

/**
 * That every known method gives the lines shown.
 * @param {Facts} facts @param {Visit} visit
 */
export function methodDoesNotMatter(facts, visit) {
  const { name, methodSources } = payerOf(facts, visit);
  const text = facts.say("method-moot", { payer: name });
  return reason(text, [`payers/${visit.payer}`], methodSources);
}

/** @param {Facts} facts @param {Visit} visit @param {Minutes} minutes */
function methodUnknown(facts, visit, minutes) {
  const payer = payerOf(facts, visit);
  const [cms, ama] = Object.keys(METHODS).map((name) => {
    const count = unitMethod(facts, name, visit.date)?.count(facts, minutes);
    if (!count) return "?";
    const shown = firstOf(count.right);
    return shown.map(([code, units]) => `${code} x ${units}`).join(", ") || facts.say("none");
  });
  const compared = facts.say("methods-differ", { cms, ama });
  const text = facts.say("method-unknown", { payer: payer.name, units: compared });
  const why = reason(text, [`payers/${visit.payer}`], payer.methodSources);
  return missingInformation(null, "unit_method", why, minutes.map(([code]) => code));
}
