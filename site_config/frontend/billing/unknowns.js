/** Where the facts end: what is not known for a visit's date, payer or people, said instead of guessed. */

import { merged, METHODS } from "./unit_counting.js";
import { byName } from "./facts.js";
import { assistantKnown, isTherapy, planKnown } from "./claim_lines.js";
import { question, reason } from "./outcomes.js";
import { nameOf, pairOn } from "./edit_lookup.js";

/** @import { Code, Edit, Facts, Line, Question, Reason, Visit, Work } from "./types.js" */

const MOST_TIES = 5;

/** @param {Facts} facts @param {Visit} visit */
export const methodKnown = (facts, visit) => METHODS.has(facts.table.payers[visit.payer].method);

/** What to ask a payer whose way of counting is not known. @param {Facts} facts @param {Visit} visit @param {Work[]} timed @returns {Question[]} */
export function uncountable(facts, visit, timed) {
  if (!timed.length) return [];
  const payer = facts.table.payers[visit.payer];
  const minutes = merged(timed.map((work) => [work.code, work.minutes]));
  const [cms, ama] = ["cms", "ama"].map((name) => {
    const [first = []] = METHODS.get(name)?.count(facts, minutes).allocations ?? [];
    return first.map(([code, units]) => `${code} ${units}`).join(", ") || facts.say("none");
  });
  const told = cms === ama
    ? facts.say("methods-agree", { units: cms })
    : facts.say("methods-differ", { cms, ama });
  const text = facts.say("method-unknown", { payer: payer.name, told });
  return [
    question(null, "unit_method", reason(text, [`payers/${visit.payer}`], payer.methodSources)),
  ];
}

/** Pairs of which the table read gives no first day, for a day before that table. @param {Facts} facts @param {Visit} visit @param {Edit[]} edits */
export function openPairs(facts, visit, edits) {
  return edits.map((edit) => {
    const { column1, column2, asOf } = edit;
    const text = facts.say("pair-unknown", { column1, column2, day: visit.date, table: asOf });
    return question(null, "pair", reason(text, [nameOf(edit)], edit.sources));
  });
}

/** Everything to watch that no single line says. @param {Facts} facts @param {Visit} visit @param {Work[]} works @param {Line[][]} claims */
export function warnings(facts, visit, works, claims) {
  const medicare = facts.table.payers[visit.payer].kind === "medicare";
  const clinicians = new Set(works.flatMap((work) => work.service.clinician || []));
  return [
    ...ties(facts, claims),
    ...laterYear(facts, visit),
    ...(medicare ? ofMedicare(facts, visit, works) : ofOtherPayer(facts, visit, works)),
    ...(clinicians.size > 1
      ? [reason(facts.say("two-clinicians"), ["rules/one-on-one-time"])]
      : []),
  ];
}

/** @param {Facts} facts @param {Line[][]} claims */
function ties(facts, claims) {
  const rule = ["rules/eight-minute"];
  const told = claims.slice(1, MOST_TIES + 1).map((claim) => {
    const shown = claim.map((line) => `${line.code} ${line.units}`).join(", ");
    return reason(facts.say("as-right", { claim: shown }), rule);
  });
  return claims.length > MOST_TIES + 1 ? [...told, reason(facts.say("as-right-more"), rule)] : told;
}

/** @param {Facts} facts @param {Visit} visit */
function laterYear(facts, visit) {
  const { judged } = facts.table;
  const year = Number(visit.date.slice(0, 4));
  return year > Number(judged.slice(0, 4))
    ? [reason(facts.say("later-year", { year, judged }))]
    : [];
}

/** @param {Facts} facts @param {Visit} visit @param {Work[]} works @returns {Reason[]} */
function ofMedicare(facts, visit, works) {
  const { plan } = facts.table.modifiers;
  const therapy = works.some((work) =>
    isTherapy(codeOf(facts, work.code), visit) && !work.excluded
  );
  const told = [
    therapy && visit.discipline in plan && !planKnown(facts, visit) &&
    ["plan-unknown", "therapy-modifiers"],
    therapy && !(visit.discipline in plan) && ["plan-none", "therapy-modifiers"],
    therapy && visit.plan_certified === false && ["plan-uncertified", "plan-of-care"],
    works.some((work) => work.byAssistant) && assistantTrouble(facts, visit),
  ];
  const values = { day: visit.date, discipline: visit.discipline };
  const reasons = told.flatMap((one) =>
    one ? [reason(facts.say(one[0], values), [`rules/${one[1]}`])] : []
  );
  return [...reasons, ...unreadTables(facts, visit, works)];
}

/** @param {Facts} facts @param {Visit} visit */
function assistantTrouble(facts, visit) {
  if (!(visit.discipline in facts.table.modifiers.assistant)) {
    return ["assistant-none", "assistants"];
  }
  return assistantKnown(facts, visit) ? null : ["assistant-unknown", "assistants"];
}

/** The pair tables change each quarter, and most pairs were read in one of them. @param {Facts} facts @param {Visit} visit @param {Work[]} works */
function unreadTables(facts, visit, works) {
  const { pairsRead } = facts.table;
  const several = new Set(works.map((work) => work.code)).size > 1;
  if (!several || quarter(visit.date) <= quarter(pairsRead)) return [];
  return [
    reason(facts.say("pairs-unread", { table: pairsRead, day: visit.date }), ["rules/ncci-pairs"]),
  ];
}

/** Quarters counted from the year 0. @param {string} day */
export const quarter = (day) =>
  4 * Number(day.slice(0, 4)) + Math.ceil(Number(day.slice(5, 7)) / 3);

/** @param {Facts} facts @param {Visit} visit @param {Work[]} works @returns {Reason[]} */
function ofOtherPayer(facts, visit, works) {
  const payer = facts.table.payers[visit.payer];
  const codes = [...new Set(works.map((work) => work.code))].sort(byName);
  const unread = codes.filter((code) => {
    const status = codeOf(facts, code).coverage?.[visit.payer]?.status;
    return status === undefined || status === "varies" || status === "not-known";
  });
  const cover = facts.say("cover-unknown", { payer: payer.name, codes: unread.join(", ") });
  return [
    ...(unread.length && !payer.invented
      ? [reason(cover, [`payers/${visit.payer}`], payer.cite)]
      : []),
    ...codes.flatMap((one, index) =>
      codes.slice(index + 1).flatMap((other) => medicarePair(facts, visit, one, other))
    ),
  ];
}

/** @param {Facts} facts @param {Visit} visit @param {string} one @param {string} other */
function medicarePair(facts, visit, one, other) {
  const edit = pairOn(facts, one, other, visit.date, visit.setting);
  if (!edit) return [];
  const { column1, column2 } = edit;
  const payer = facts.table.payers[visit.payer].name;
  return [reason(facts.say("pair-other-payer", { column1, column2, payer }), [nameOf(edit)])];
}

/** @param {Facts} facts @param {string} name */
const codeOf = (facts, name) => /** @type {Code} */ (facts.codes.get(name));
