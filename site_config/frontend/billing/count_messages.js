/** How minutes became units, in sentences, each with the rule it rests on. */

import { fewest, unitsIn } from "./counting.js";
import { joinNames, quantity } from "./facts.js";
import { reason } from "./outcomes.js";

/** @import { Counting, Facts, Reason } from "./types.d.ts" */

const EIGHT_MINUTE = ["rules/eight-minute"];
const MIDPOINT = ["rules/midpoint"];

/**
 * The units of the day's timed minutes together.
 *
 * @param {Facts} facts
 * @param {Counting} counting
 * @param {number} total
 */
export function total(facts, counting, total) {
  const units = unitsIn(counting, total);
  const low = fewest(counting, units);
  const text = facts.say(units ? "total" : "total-none", {
    minutes: quantity(facts, total, "timed minute"),
    units: quantity(facts, units, "unit"),
    least: counting.least,
    low,
    high: low + counting.size - 1,
  });
  return reason(text, EIGHT_MINUTE);
}

/**
 * The units that each code fills by itself.
 *
 * @param {Facts} facts
 * @param {Counting} counting
 * @param {Map<string, number>} fullUnits
 * @returns {Reason[]}
 */
export function full(facts, { size }, fullUnits) {
  const shares = [...fullUnits].filter(([, units]) => units)
    .map(([code, units]) => facts.say("share", { code, units: quantity(facts, units, "unit") }));
  if (!shares.length) return [];
  const text = facts.say("full-quarters", { size, shares: joinNames(facts, shares) });
  return [reason(text, EIGHT_MINUTE)];
}

/**
 * Which codes get the units that full ones did not use up.
 *
 * @param {Facts} facts @param {Map<string, number>} spare @param {string[]} sure @param {string[]}
 *   tied @param {number} left
 * @returns {Reason[]}
 */
export function leftover(facts, spare, sure, tied, left) {
  const open = left - sure.length;
  const of = (/** @type {string} */ code) => spare.get(code) ?? 0;
  const minutes = (/** @type {string} */ code) => quantity(facts, of(code), "minute");
  const paid = (open === tied.length ? [...sure, ...tied] : [...sure])
    .sort((one, other) => of(other) - of(one))
    .map((code) => reason(facts.say("leftover", { code, minutes: minutes(code) }), EIGHT_MINUTE));
  if (open <= 0 || open >= tied.length) return paid;
  const text = facts.say("leftover-tie", {
    codes: joinNames(facts, tied),
    minutes: minutes(tied[0]),
    units: quantity(facts, open, "unit"),
  });
  return [...paid, reason(text, EIGHT_MINUTE)];
}

/**
 * That the minutes of a code earn no unit.
 *
 * @param {Facts} facts
 * @param {string} code
 * @param {number} minutes
 * @param {string} rule
 */
export function unpaid(facts, code, minutes, rule) {
  return reason(facts.say("unpaid", { code, minutes: quantity(facts, minutes, "minute") }), [rule]);
}

/**
 * The units of one code by itself, and the minutes that earn the next one.
 *
 * @param {Facts} facts
 * @param {Counting} counting
 * @param {string} code
 * @param {number} minutes
 */
export function alone(facts, counting, code, minutes) {
  const units = unitsIn(counting, minutes);
  const text = facts.say("alone", {
    code,
    minutes: quantity(facts, minutes, "minute"),
    units: units ? quantity(facts, units, "unit") : facts.say("no-unit"),
    next: fewest(counting, units + 1),
  });
  return reason(text, MIDPOINT);
}
