/** Stage 2 of a claim, count units: minutes and amounts to units, by the payer's method. */

import { byName, missingInformation, notBilled, payerOf, reason, sum } from "./facts.js";
import { measureUnits, tooLittle, unitsOf } from "./measured_units.js";
import { METHODS, minutesByCode, payerMethod, unitMethod, unpaid } from "./unit_methods.js";

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
    return { coded: other, allocations: [whole], reasons: [], missing };
  }
  const count = method.count(facts, minutes);
  const allocations = count.allocations.map((one) =>
    [...one, ...whole].sort(([a], [b]) => byName(a, b))
  );
  return { coded, allocations, reasons: count.reasons, missing: [] };
}

/**
 * The units of one measured code: amounts of a day are added up, of a longer span each service
 * gives the whole.
 * @param {Facts} facts @param {CodedService[]} coded @param {string} code
 */
export function measuredIn(facts, coded, code) {
  const found = coded.filter((entry) => entry.code === code);
  const amounts = found.map((entry) => entry.amount);
  const daily = found.every((entry) => entry.measure?.span === "day");
  return measureUnits(facts, code, daily ? sum(amounts) : Math.max(...amounts));
}

/**
 * Timed codes without a unit in the allocation shown, then measured ones below their least.
 * @param {Facts} facts @param {Visit} visit @param {CodedService[]} coded
 * @param {Allocation[]} allocations @returns {NotBilled[]}
 */
export function withoutUnits(facts, visit, coded, allocations) {
  const [shown, ...others] = allocations.map((one) => new Set(one.map(([code]) => code)));
  const uncounted = new Map(
    coded.filter((entry) => !shown.has(entry.code)).map((entry) => [entry.code, entry]),
  );
  const minutesOf = (/** @type {string} */ code) =>
    sum(coded.filter((entry) => entry.code === code).map((entry) => entry.minutes));
  const rule = payerMethod(facts, visit)?.rule ?? "";
  const why = (/** @type {string} */ code) =>
    others.some((one) => one.has(code))
      ? reason(facts.say("tie", { code }), [rule])
      : unpaid(facts, code, minutesOf(code), rule);
  const left = [...uncounted.values()];
  return [
    ...left.flatMap(({ code, timed }) => timed ? notBilled(code, minutesOf(code), why(code)) : []),
    ...left.flatMap(({ code, measure }) => {
      if (!measure) return [];
      const { amount } = measuredIn(facts, coded, code);
      return notBilled(code, minutesOf(code), tooLittle(facts, code, measure, amount));
    }),
  ];
}

/**
 * One for an untimed code; for a measured one what its amount earns, its add-on included.
 * @param {Facts} facts @param {CodedService[]} coded @returns {Allocation}
 */
function wholeUnits(facts, coded) {
  const units = new Map(
    coded.filter((entry) => !entry.timed).map(({ code, measure }) => [
      code,
      measure ? unitsOf(measuredIn(facts, coded, code)) : 1,
    ]),
  );
  return [...units].filter(([, number]) => number).sort(([a], [b]) => byName(a, b));
}

/** @param {Facts} facts @param {Visit} visit @param {Minutes} minutes */
function methodUnknown(facts, visit, minutes) {
  const payer = payerOf(facts, visit);
  const [cms, ama] = Object.keys(METHODS).map((name) => {
    const shown = unitMethod(facts, name, visit.date)?.count(facts, minutes).allocations[0] ?? [];
    return shown.map(([code, units]) => `${code} ${units}`).join(", ") || facts.say("none");
  });
  const compared = cms === ama
    ? facts.say("methods-agree", { units: cms })
    : facts.say("methods-differ", { cms, ama });
  const text = facts.say("method-unknown", { payer: payer.name, units: compared });
  const why = reason(text, [`payers/${visit.payer}`], payer.methodSources);
  return missingInformation(null, "unit_method", why);
}
