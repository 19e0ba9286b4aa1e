/** What to verify before a claim goes out: ties, and what is not known of date, payer or people. */

import { assistantKnown, isTherapy, planKnown } from "./append_modifiers.js";
import { editForPair, editReason } from "./edit_lookup.js";
import { byName, codeOf, pairs, payerOf } from "./facts.js";
import { reason } from "./outcomes.js";

/** @import { BilledLine, CodedService, Facts, Reason, Visit } from "./types.d.ts" */

const MOST_TIES = 5;

/**
 * Everything to watch that no single line says.
 *
 * @param {Facts} facts
 * @param {Visit} visit
 * @param {CodedService[]} coded
 * @param {BilledLine[][]} claims
 * @returns {Reason[]}
 */
export function claimWarnings(facts, visit, coded, claims) {
  const { policy } = payerOf(facts, visit);
  const codes = [...new Set(coded.map((entry) => entry.code))].sort(byName);
  const clinicians = new Set(coded.flatMap((entry) => entry.service.clinician || []));
  return [
    ...ties(facts, claims),
    ...laterYear(facts, visit),
    ...(policy?.medicareModifiers
      ? modifiersUnknown(facts, visit, coded)
      : coverageUnknown(facts, visit, codes)),
    ...(policy?.ncciEdits ? laterEdits(facts, visit, codes) : editsUnknown(facts, visit, codes)),
    ...(clinicians.size > 1
      ? [reason(facts.say("two-clinicians"), ["rules/one-on-one-time"])]
      : []),
  ];
}

/** @param {Facts} facts @param {BilledLine[][]} claims */
function ties(facts, claims) {
  const rule = ["rules/eight-minute"];
  const shown = claims.slice(1, MOST_TIES + 1).map((lines) => {
    const claim = lines.map((line) => `${line.code} ${line.units}`).join(", ");
    return reason(facts.say("as-right", { claim }), rule);
  });
  return claims.length > MOST_TIES + 1
    ? [...shown, reason(facts.say("as-right-more"), rule)]
    : shown;
}

/** @param {Facts} facts @param {Visit} visit */
function laterYear(facts, visit) {
  const { judged } = facts.table;
  const year = Number(visit.date.slice(0, 4));
  return year > Number(judged.slice(0, 4))
    ? [reason(facts.say("later-year", { year, judged }))]
    : [];
}

/**
 * Medicare's modifiers that are not known for the day or the discipline.
 *
 * @param {Facts} facts
 * @param {Visit} visit
 * @param {CodedService[]} coded
 */
function modifiersUnknown(facts, visit, coded) {
  const { plan, assistant } = facts.table.modifiers;
  const { discipline } = visit;
  const therapy = coded.some((entry) =>
    isTherapy(codeOf(facts, entry.code), visit) && !entry.excluded
  );
  const assisted = coded.some((entry) => entry.byAssistant);
  /** @type {[unknown, string, string][]} */
  const unknown = [
    [therapy && !(discipline in plan), "plan-none", "therapy-modifiers"],
    [
      therapy && discipline in plan && !planKnown(facts, visit),
      "plan-unknown",
      "therapy-modifiers",
    ],
    [therapy && visit.plan_certified === false, "plan-uncertified", "plan-of-care"],
    [assisted && !(discipline in assistant), "assistant-none", "assistants"],
    [
      assisted && discipline in assistant && !assistantKnown(facts, visit),
      "assistant-unknown",
      "assistants",
    ],
  ];
  return unknown.filter(([holds]) => holds).map(([, message, rule]) =>
    reason(facts.say(message, { day: visit.date, discipline }), [`rules/${rule}`])
  );
}

/**
 * Codes of which it is not known whether the payer covers them.
 *
 * @param {Facts} facts
 * @param {Visit} visit
 * @param {string[]} codes
 */
function coverageUnknown(facts, visit, codes) {
  const payer = payerOf(facts, visit);
  const unknown = codes.filter((code) =>
    ["varies", "not-known"].includes(
      codeOf(facts, code).coverage?.[visit.payer]?.status ?? "not-known",
    )
  );
  if (!unknown.length || payer.invented) return [];
  const text = facts.say("cover-unknown", { payer: payer.name, codes: unknown.join(", ") });
  return [reason(text, [`payers/${visit.payer}`], payer.cite)];
}

/**
 * The edit tables change each quarter, and most edits were read in one of them.
 *
 * @param {Facts} facts
 * @param {Visit} visit
 * @param {string[]} codes
 */
function laterEdits(facts, visit, codes) {
  const { pairsRead } = facts.table;
  if (codes.length < 2 || quarter(visit.date) <= quarter(pairsRead)) return [];
  const text = facts.say("pairs-unread", { table: pairsRead, day: visit.date });
  return [reason(text, ["rules/ncci-pairs"])];
}

/** Quarters counted from the year 0. @param {string} day */
export const quarter = (day) =>
  4 * Number(day.slice(0, 4)) + Math.ceil(Number(day.slice(5, 7)) / 3);

/**
 * Medicare's edits among the codes, which another payer may run or not.
 *
 * @param {Facts} facts
 * @param {Visit} visit
 * @param {string[]} codes
 */
function editsUnknown(facts, visit, codes) {
  const payer = payerOf(facts, visit).name;
  return pairs(codes).flatMap(([one, other]) => {
    const edit = editForPair(facts, one, other, visit.date, visit.setting);
    return edit ? [{ ...editReason(facts, "pair-other-payer", edit, { payer }), sources: [] }] : [];
  });
}
