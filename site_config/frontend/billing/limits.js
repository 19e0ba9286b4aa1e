/** CMS's ceilings for units of one code on one day (MUE), with what each means for the claim. */

import { covers } from "./facts.js";
import { reason } from "./outcomes.js";

/** @import { Facts, Line, Mue, Reason, Visit } from "./types.js" */

/** A warning for each code above its ceiling, or above the practitioner's where the hospital's is not known. @param {Facts} facts @param {Visit} visit @param {Line[]} lines @returns {Reason[]} */
export function overLimits(facts, visit, lines) {
  if (facts.table.payers[visit.payer].kind !== "medicare") return overCaps(facts, visit, lines);
  return [...unitsByCode(lines)].flatMap(([code, units]) => {
    const ceilings = facts.codes.get(code)?.mue ?? [];
    const mue = ceilings.find((one) => one.setting === visit.setting && covers(one, visit.date));
    const restsOn = [`codes/${code}`, "rules/mue"];
    if (mue) {
      return units > mue.units
        ? [reason(exceeded(facts, code, units, mue), restsOn, mue.sources)]
        : [];
    }
    if (!ceilings.some((one) => units > one.units)) return [];
    return [reason(facts.say("mue-unknown", { units, code, setting: visit.setting }), restsOn)];
  });
}

/** A warning for each cap of the payer's own that the claim is above. @param {Facts} facts @param {Visit} visit @param {Line[]} lines @returns {Reason[]} */
function overCaps(facts, visit, lines) {
  const payer = facts.table.payers[visit.payer];
  const counted = [...unitsByCode(lines)];
  return (payer.caps ?? []).flatMap((cap) => {
    const units = counted.reduce(
      (sum, [code, share]) => sum + (!cap.codes.length || cap.codes.includes(code) ? share : 0),
      0,
    );
    if (units <= cap.units || !covers(cap, visit.date)) return [];
    const text = facts.say("cap-exceeded", {
      payer: payer.name,
      units,
      most: cap.units,
      text: cap.text,
    });
    return [reason(text, [`payers/${visit.payer}`], cap.sources)];
  });
}

/** @param {Line[]} lines @returns {Map<string, number>} */
function unitsByCode(lines) {
  const units = new Map();
  for (const line of lines) units.set(line.code, (units.get(line.code) ?? 0) + line.units);
  return units;
}

/** That the units are above the ceiling, and what the ceiling means. @param {Facts} facts @param {string} code @param {number} units @param {Mue} mue */
function exceeded(facts, code, units, mue) {
  const above = facts.say("mue-exceeded", { units, code, most: mue.units, table: mue.asOf });
  return `${above} ${facts.say(`mue-${mue.adjudication ?? "None"}`)}`;
}
