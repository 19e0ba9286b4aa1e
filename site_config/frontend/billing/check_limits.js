/**
 * Stage 5 of a claim, check limits, and what else to verify before the claim goes out: ties, and
 * what is not known of date, payer or people.
 */

import { isTherapy } from "./append_modifiers.js";
import { byName, codeOf, covers, payerOf, reason, sum } from "./facts.js";

/** @import { BilledLine, CheckedLimits, CodedService, Facts, Visit } from "./types.d.ts" */

const MOST_TIES = 5;

/**
 * By the visit's payer, setting and day; the first of the claims is the one shown.
 * @param {Facts} facts @param {Visit} visit @param {CodedService[]} coded
 * @param {BilledLine[][]} claims @returns {CheckedLimits}
 */
export function checkLimits(facts, visit, coded, claims) {
  const { policy } = payerOf(facts, visit);
  // A line with GY is only to be denied, so no limit concerns it.
  const payable = claims[0].filter((line) => !line.modifiers.includes("GY"));
  const units = [...Map.groupBy(payable, (line) => line.code)].map((
    [code, lines],
  ) => ({ code, units: sum(lines.map((line) => line.units)) }));
  const codes = [...new Set(coded.map((entry) => entry.code))].sort(byName);
  const clinicians = new Set(coded.flatMap((entry) => entry.service.clinician || []));
  const { judged } = facts.table;
  const year = Number(visit.date.slice(0, 4));
  return {
    warnings: [
      ...(policy?.mues ? aboveMues : aboveCaps)(facts, visit, units),
      ...ties(facts, claims),
      ...(year > Number(judged.slice(0, 4))
        ? [reason(facts.say("later-year", { year, judged }))]
        : []),
      ...(policy?.medicareModifiers
        ? planUncertified(facts, visit, coded)
        : coverageUnknown(facts, visit, codes)),
      ...(policy?.ncciEdits ? laterEdits(facts, visit, coded) : []),
      ...(clinicians.size > 1
        ? [reason(facts.say("two-clinicians"), ["rules/one-on-one-time"])]
        : []),
    ],
  };
}

/** @param {Facts} facts @param {Visit} visit @param {{code: string, units: number}[]} counted */
function aboveMues(facts, visit, counted) {
  return counted.flatMap(({ code, units }) => {
    const mues = facts.codes.get(code)?.mue ?? [];
    const mue = mues.find((one) => one.setting === visit.setting && covers(one, visit.date));
    if (!(mue ? [mue] : mues).some((one) => units > one.units)) return [];
    const restsOn = [`codes/${code}`, "rules/mue"];
    if (!mue) {
      return [reason(facts.say("mue-unknown", { units, code, setting: visit.setting }), restsOn)];
    }
    const above = facts.say("mue-exceeded", { units, code, most: mue.units, table: mue.asOf });
    const kind = facts.say(`mue-${mue.adjudication ?? "None"}`);
    return [reason(`${above} ${kind}`, restsOn, mue.sources)];
  });
}

/** @param {Facts} facts @param {Visit} visit @param {{code: string, units: number}[]} counted */
function aboveCaps(facts, visit, counted) {
  const { caps = [], name: payer } = payerOf(facts, visit);
  return caps.filter((cap) => covers(cap, visit.date)).flatMap((cap) => {
    const found = counted.filter(({ code }) => !cap.codes.length || cap.codes.includes(code));
    const units = sum(found.map((entry) => entry.units));
    if (units <= cap.units) return [];
    const text = facts.say("cap-exceeded", { payer, units, most: cap.units, text: cap.text });
    return [reason(text, [`payers/${visit.payer}`], cap.sources)];
  });
}

/** @param {Facts} facts @param {BilledLine[][]} claims */
function ties(facts, claims) {
  const texts = claims.slice(1, MOST_TIES + 1).map((lines) =>
    facts.say("as-right", { claim: lines.map(({ code, units }) => `${code} ${units}`).join(", ") })
  );
  if (claims.length > MOST_TIES + 1) texts.push(facts.say("as-right-more"));
  return texts.map((text) => reason(text, ["rules/eight-minute"]));
}

/** @param {Facts} facts @param {Visit} visit @param {CodedService[]} coded */
function planUncertified(facts, visit, coded) {
  const therapy = coded.some(({ code, excluded }) =>
    isTherapy(codeOf(facts, code), visit) && !excluded
  );
  if (visit.plan_certified !== false || !therapy) return [];
  return [reason(facts.say("plan-uncertified"), ["rules/plan-of-care"])];
}

/** @param {Facts} facts @param {Visit} visit @param {string[]} codes */
function coverageUnknown(facts, visit, codes) {
  const payer = payerOf(facts, visit);
  const unknown = codes.filter((code) => !codeOf(facts, code).coverage?.[visit.payer]);
  if (!unknown.length || payer.invented) return [];
  const name = payer.modifiers ? "cover-unknown" : "cover-and-modifiers-unknown";
  const text = facts.say(name, { payer: payer.name, codes: unknown.join(", ") });
  return [reason(text, [`payers/${visit.payer}`], payer.cite)];
}

/**
 * The edit tables change each quarter, and most edits were read in one of them.
 * @param {Facts} facts @param {Visit} visit @param {CodedService[]} coded
 */
function laterEdits(facts, visit, coded) {
  const { pairsRead } = facts.table;
  if (
    new Set(coded.map((entry) => entry.code)).size < 2 || quarter(visit.date) <= quarter(pairsRead)
  ) return [];
  const text = facts.say("pairs-unread", { table: pairsRead, day: visit.date });
  return [reason(text, ["rules/ncci-pairs"])];
}

/** Quarters counted from the year 0. @param {string} day */
export const quarter = (day) =>
  4 * Number(day.slice(0, 4)) + Math.ceil(Number(day.slice(5, 7)) / 3);
