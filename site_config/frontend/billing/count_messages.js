/** How minutes became units, in sentences. Each names the rule it rests on. */

import { listed, number } from "./facts.js";
import { reason } from "./outcomes.js";

/** @import { Facts, Reason } from "./types.js" */

const POOLED = ["rules/eight-minute"];
const ALONE = ["rules/midpoint"];

/** @param {Facts} facts @param {number} minutes @param {number} units */
export function total(facts, minutes, units) {
  const told = number(facts, minutes, "timed minute");
  if (!units) return reason(facts.say("total-none", { minutes: told }), POOLED);
  const range = { low: 15 * units - 7, high: 15 * units + 7 };
  return reason(
    facts.say("total", { minutes: told, units: number(facts, units, "unit"), ...range }),
    POOLED,
  );
}

/** @param {Facts} facts @param {Map<string, number>} whole @returns {Reason[]} */
export function full(facts, whole) {
  const shares = [...whole].filter(([, units]) => units)
    .map(([code, units]) => facts.say("share", { code, units: number(facts, units, "unit") }));
  return shares.length
    ? [reason(facts.say("full-quarters", { shares: listed(facts, shares) }), POOLED)]
    : [];
}

/**
 * Where the units went that the full quarters did not use up.
 *
 * @param {Facts} facts @param {Map<string, number>} spare @param {string[]} sure @param {string[]} tied @param {number} left
 * @returns {Reason[]}
 */
export function leftover(facts, spare, sure, tied, left) {
  const open = left - sure.length;
  const of = (/** @type {string} */ code) => spare.get(code) ?? 0;
  const minutes = (/** @type {string} */ code) => number(facts, of(code), "minute");
  const settled = (open === tied.length ? [...sure, ...tied] : [...sure])
    .sort((one, other) => of(other) - of(one))
    .map((code) => reason(facts.say("leftover", { code, minutes: minutes(code) }), POOLED));
  if (open <= 0 || open >= tied.length) return settled;
  const told = {
    codes: listed(facts, tied),
    minutes: minutes(tied[0]),
    units: number(facts, open, "unit"),
  };
  return [...settled, reason(facts.say("leftover-tie", told), POOLED)];
}

/** @param {Facts} facts @param {string} code @param {number} minutes @param {string} rule */
export function unpaid(facts, code, minutes, rule) {
  return reason(facts.say("unpaid", { code, minutes: number(facts, minutes, "minute") }), [rule]);
}

/** One code by itself; `8 + 15 n` minutes reach unit n + 1. @param {Facts} facts @param {string} code @param {number} minutes @param {number} units */
export function alone(facts, code, minutes, units) {
  const earned = units ? number(facts, units, "unit") : facts.say("no-unit");
  const told = {
    code,
    minutes: number(facts, minutes, "minute"),
    units: earned,
    next: 15 * units + 8,
  };
  return reason(facts.say("alone", told), ALONE);
}
