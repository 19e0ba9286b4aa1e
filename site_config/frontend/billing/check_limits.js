/** Stage 5 of a claim, check limits: CMS's MUEs, or another payer's own caps, as warnings. */

import { covers, payerOf, sum } from "./facts.js";
import { reason } from "./outcomes.js";

/** @import { BilledLine, CheckedLimits, Facts, Reason, Visit } from "./types.d.ts" */

/**
 * The limits of the visit's payer, setting and day.
 *
 * @param {Facts} facts
 * @param {Visit} visit
 * @param {BilledLine[]} lines
 * @returns {CheckedLimits}
 */
export function checkLimits(facts, visit, lines) {
  const units = new Map();
  for (const line of lines) units.set(line.code, (units.get(line.code) ?? 0) + line.units);
  return {
    warnings: payerOf(facts, visit).policy?.mues
      ? [...units].flatMap((entry) => aboveMue(facts, visit, ...entry))
      : aboveCaps(facts, visit, [...units]),
  };
}

/**
 * A warning above the MUE, or above the other setting's where this one's is not known.
 *
 * @param {Facts} facts
 * @param {Visit} visit
 * @param {string} code
 * @param {number} units
 * @returns {Reason[]}
 */
function aboveMue(facts, visit, code, units) {
  const mues = facts.codes.get(code)?.mue ?? [];
  const mue = mues.find((one) => one.setting === visit.setting && covers(one, visit.date));
  if (!(mue ? [mue] : mues).some((one) => units > one.units)) return [];
  const restsOn = [`codes/${code}`, "rules/mue"];
  if (!mue) {
    const text = facts.say("mue-unknown", { units, code, setting: visit.setting });
    return [reason(text, restsOn)];
  }
  const above = facts.say("mue-exceeded", { units, code, most: mue.units, table: mue.asOf });
  const kind = facts.say(`mue-${mue.adjudication ?? "None"}`);
  return [reason(`${above} ${kind}`, restsOn, mue.sources)];
}

/**
 * A warning for each cap of the payer's own that the claim is above.
 *
 * @param {Facts} facts
 * @param {Visit} visit
 * @param {[string, number][]} counted
 * @returns {Reason[]}
 */
function aboveCaps(facts, visit, counted) {
  const { caps = [], name } = payerOf(facts, visit);
  return caps.filter((cap) => covers(cap, visit.date)).flatMap(
    ({ codes, units, text, sources }) => {
      const found = counted.filter(([code]) => !codes.length || codes.includes(code));
      const total = sum(found.map(([, share]) => share));
      if (total <= units) return [];
      const message = facts.say("cap-exceeded", { payer: name, units: total, most: units, text });
      return [reason(message, [`payers/${visit.payer}`], sources)];
    },
  );
}
