/** The KX threshold: lines without KX above it, and claims that pass it. */

import { covers, sum } from "../facts.js";
import { cents } from "../modifiers.js";
import { applies, asked, coverageOf, decided, denied, dollars, pended } from "./payer_case.js";

/** @import { NumberedLine, PayerCase, Ruling, Stage } from "./types.d.ts" */

const RULE = ["rules/kx-threshold"];

/** Lines without KX after the year's allowed amount has reached the threshold. @type {Stage} */
export function ruleOnThreshold(found, lines) {
  const { facts } = found;
  const used = usedBefore(found);
  if (used === undefined) return [];
  return withoutKx(found, lines).flatMap((line) => {
    const value = thresholdOn(found, line);
    if (!value) {
      const year = Number(line.day.slice(0, 4));
      return pended(line, asked(facts, "threshold-unknown", RULE, [], { year }));
    }
    const { cents: most = 0, sources } = value;
    if (used < most) return [];
    const values = { used: dollars(used), threshold: dollars(most) };
    return denied(line, "threshold", decided(facts, "threshold", RULE, sources, values));
  });
}

/**
 * Lines without KX of a claim that itself goes above the threshold; `allowed` by number.
 * @param {PayerCase} found @param {NumberedLine[]} lines @param {Map<number, number>} allowed
 * @returns {Ruling[]}
 */
export function ruleOnCrossing(found, lines, allowed) {
  const used = usedBefore(found);
  if (used === undefined) return [];
  const therapy = lines.filter((line) => isTherapy(found, line));
  const total = sum(therapy.map(({ number }) => allowed.get(number) ?? 0));
  return withoutKx(found, lines).flatMap((line) => {
    const value = thresholdOn(found, line);
    const left = value ? (value.cents ?? 0) - used : 0;
    if (left <= 0 || left >= total) return [];
    const values = { left: dollars(left), allowed: dollars(total) };
    return pended(line, asked(found.facts, "threshold-crossed", RULE, value?.sources, values));
  });
}

/** Cents that count toward the threshold before this claim. @param {PayerCase} found */
function usedBefore(found) {
  const amount = found.visit.allowed_so_far_usd ?? undefined;
  const counts = applies(found, "kx-threshold") &&
    found.visit.discipline in found.facts.modifiers.kx_threshold;
  return counts && amount !== undefined ? cents(amount) : undefined;
}

/** @param {PayerCase} found @param {NumberedLine[]} lines */
const withoutKx = (found, lines) =>
  lines.filter((line) => isTherapy(found, line) && !line.modifiers.has("KX"));

/**
 * A line of therapy, always or by the plan of care that it names.
 * @param {PayerCase} found @param {NumberedLine} line
 */
function isTherapy(found, line) {
  const therapy = coverageOf(found, line)?.therapy;
  const plans = Object.values(found.facts.modifiers.plan);
  return therapy === "always" ||
    therapy === "sometimes" && plans.some((name) => line.modifiers.has(name));
}

/** @param {PayerCase} found @param {NumberedLine} line */
function thresholdOn({ facts, plan, visit }, line) {
  const name = facts.modifiers.kx_threshold[visit.discipline];
  return plan.thresholds?.[name]?.find((value) => covers(value, line.day));
}
