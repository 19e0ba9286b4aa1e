/**
 * Last stage of a claim: what waits for a prior authorization, or is above a visit limit. A plan's
 * own answer goes before the payer's policy; where neither says anything, nothing is asked.
 */

import {
  baseOf,
  byName,
  covers,
  distinct,
  missingInformation,
  payerOf,
  reason,
  sum,
} from "./facts.js";
import { limitFindings } from "./visit_limits.js";

/** @import {
 *   Authorization, BilledLine, ClaimResult, Facts, PlanAuthorization, Visit
 * } from "./types.d.ts" */
/** @import { PayerNote } from "./visit_limits.js" */
/** @typedef {Authorization | undefined} Rule The payer's word on a code. */

const RULE = ["rules/prior-authorization"];
export const MEASURES = /** @type {const} */ (["visits", "units"]);

/**
 * The claim without the lines that must wait, with what to ask and to watch for them.
 * @param {Facts} facts @param {Visit} visit @param {ClaimResult} result @returns {ClaimResult}
 */
export function holdLines(facts, visit, result) {
  const results = [result, ...result.byMethod.map(({ claim }) => claim)];
  const claims = results.flatMap(({ lines, alternatives }) => [lines, ...alternatives]);
  const longest = claims.reduce((most, one) => unitsOf(one) > unitsOf(most) ? one : most);
  const codes = new Set(claims.flat().map(({ code }) => baseOf(facts, code)));
  const each = [...codes].sort(byName).flatMap((code) =>
    distinct(findings(facts, visit, code, longest)).map((finding) => ({ finding, code }))
  );
  const found = [...Map.groupBy(each, ({ finding }) => JSON.stringify(finding)).values()]
    .map((group) => ({ ...group[0], of: group.map(({ code }) => code) }));
  const questions = found.flatMap(({ finding, of }) =>
    finding.missing
      ? missingInformation(null, finding.missing, reasonOf(facts, visit, finding, of), of)
      : []
  );
  const held = new Set(questions.flatMap((question) => question.codes));
  const notes = found.filter(({ finding }) => !finding.missing);
  return {
    ...withoutLines(facts, result, held),
    questions: [...result.questions, ...questions],
    warnings: [
      ...result.warnings,
      ...notes.map(({ finding, of }) => reasonOf(facts, visit, finding, of)),
    ],
    byMethod: result.byMethod.map(({ name, claim }) => ({
      name,
      claim: withoutLines(facts, claim, held),
    })),
  };
}

/** @param {Facts} facts @param {ClaimResult} result @param {Set<string>} held */
function withoutLines(facts, result, held) {
  const claims = [result.lines, ...result.alternatives];
  const [lines, ...alternatives] = distinct(
    claims.map((one) => one.filter(({ code }) => !held.has(baseOf(facts, code)))),
  );
  return { ...result, lines, alternatives };
}

/** @param {BilledLine[]} lines */
const unitsOf = (lines) => sum(lines.map(({ units }) => units));

/** @param {Facts} facts @param {Visit} visit @param {PayerNote} finding @param {string[]} codes */
function reasonOf(facts, visit, { name, missing, fact, words }, codes) {
  const { name: payer } = payerOf(facts, visit);
  const values = { payer, codes: codes.join(", "), text: fact?.text ?? "", ...words };
  const restsOn = fact || missing ? [`payers/${visit.payer}`] : RULE;
  return reason(facts.say(name, values).trimEnd(), restsOn, fact?.sources);
}

/**
 * @param {Facts} facts @param {Visit} visit @param {string} code @param {BilledLine[]} lines
 * @returns {PayerNote[]}
 */
function findings(facts, visit, code, lines) {
  const plan = visit.authorization ?? {};
  const rule = payerOf(facts, visit).authorizations?.find((one) => concerns(one, visit, code));
  const needed = neededBy(plan, rule);
  const flaw = authorizationFlaw(facts, plan, visit.date, code, rule?.grants);
  const found = flaw ? without(visit, plan, rule, needed, flaw) : notes(facts, plan, lines);
  return [
    ...needed === "no" ? [] : found,
    ...limitFindings(facts, visit, unitsOf(lines), !flaw),
  ];
}

/** @param {Authorization} rule @param {Visit} visit @param {string} code */
const concerns = (rule, visit, code) =>
  (visitNumber(visit, rule) ?? rule.from_visit) >= rule.from_visit &&
  covers(rule, visit.date) &&
  (!rule.disciplines.length || rule.disciplines.includes(visit.discipline)) &&
  (!rule.codes.length || rule.codes.includes(code));

/**
 * What the plan answered, else what the policy says; "no" where it says nothing.
 * @param {PlanAuthorization} plan @param {Rule} rule
 */
function neededBy({ needed }, rule) {
  if (needed !== undefined) return needed ? "yes" : "no";
  if (!rule) return "no";
  return rule.undecided ? "depends" : rule.needed;
}

/** Whether one is on file; undefined where nobody has looked. @param {PlanAuthorization} plan */
export const existing = ({ number, on_file: onFile }) => number ? true : onFile;

/**
 * Why no authorization is known to cover the code on that day; empty where one does.
 * @param {Pick<Facts, "say">} facts @param {PlanAuthorization} plan @param {string} day
 * @param {string} code @param {string[]} [grants] What one of this payer always states.
 */
export function authorizationFlaw(facts, plan, day, code, grants = []) {
  const { dates, codes } = plan;
  const exists = existing(plan);
  if (!exists) return facts.say(exists === undefined ? "flaw-unknown" : "flaw-none");
  if (dates?.to && dates.to < day) return facts.say("flaw-ended", { day: dates.to });
  if (dates?.from && day < dates.from) return facts.say("flaw-early", { day: dates.from });
  if (codes?.length && !codes.includes(code)) return facts.say("flaw-code", { code });
  if (grants.includes("dates") && !dates?.to) return facts.say("flaw-missing", { what: "dates" });
  const flaws = MEASURES.map((what) =>
    amountFlaw(facts, what, plan[what], plan[`${what}_used`], grants.includes(what))
  );
  return flaws.find(Boolean) ?? "";
}

/**
 * @param {Pick<Facts, "say">} facts @param {string} what @param {number | undefined} most
 * @param {number | undefined} used @param {boolean} granted
 */
function amountFlaw(facts, what, most, used, granted) {
  if (most === undefined) return granted ? facts.say("flaw-missing", { what }) : "";
  if (used === undefined) return facts.say("flaw-count", { what, most });
  return used >= most ? facts.say("flaw-used", { what, most }) : "";
}

/**
 * What must be asked where no authorization is known to cover the code.
 * @param {Visit} visit @param {PlanAuthorization} plan @param {Rule} rule @param {string} needed
 * @param {string} flaw @returns {PayerNote[]}
 */
function without(visit, plan, rule, needed, flaw) {
  const first = rule && plan.needed === undefined ? rule.from_visit : 1;
  if (needed === "depends" && existing(plan) === undefined) {
    return [{ name: "authorization", fact: rule }];
  }
  const words = { flaw };
  if (needed === "depends") {
    return [{ name: "authorization-plan", missing: "authorization_needed", fact: rule, words }];
  }
  return rule && first > 1 && visitNumber(visit, rule) === undefined
    ? [{
      name: "authorization-visit",
      missing: "visit_number",
      fact: rule,
      words: { first, ...words },
    }]
    : [{ name: "authorization-hold", missing: "authorization", fact: rule, words }];
}

/**
 * Which visit this is, over what the payer counts.
 * @param {Visit} visit @param {Authorization} rule
 */
function visitNumber(visit, rule) {
  if (rule.counted_by !== "calendar-year") return visit.visit_number;
  const used = visit.used_this_year?.[visit.discipline];
  return used === undefined ? undefined : used + 1;
}

/**
 * Where its number goes, and how much of it this visit leaves.
 * @param {Facts} facts @param {PlanAuthorization} plan @param {BilledLine[]} lines
 * @returns {PayerNote[]}
 */
function notes(facts, plan, lines) {
  const { number, codes, visits, units: most, visits_used: visitsUsed, units_used: used } = plan;
  const named = lines.filter(({ code }) => !codes?.length || codes.includes(baseOf(facts, code)));
  const units = unitsOf(named);
  const left = most === undefined || used === undefined ? Infinity : most - used;
  return [
    number ? { name: "item-23", words: { number } } : { name: "item-23-missing" },
    ...visits !== undefined && visitsUsed === visits - 1
      ? [{ name: "authorization-last", words: { most: visits } }]
      : [],
    ...units > left ? [{ name: "authorization-units", words: { units, left, most } }] : [],
  ];
}
