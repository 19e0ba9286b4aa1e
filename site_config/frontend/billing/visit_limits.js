/** The visits, or units, that a payer covers in a year, against those used before this visit. */

import { covers, payerOf, sum } from "./facts.js";

/** @import { Fact, Facts, Visit, VisitLimit } from "./types.d.ts" */

/**
 * @typedef {object} PayerNote Something to watch; where `missing` names a question, codes wait.
 * @property {string} name
 * @property {string} [missing]
 * @property {Fact} [fact]
 * @property {Record<string, unknown>} [words]
 */

/**
 * What each limit that may concern the visit makes of it.
 * @param {Facts} facts @param {Visit} visit @param {number} units Of the claim.
 * @param {boolean} authorized @returns {PayerNote[]}
 */
export const limitFindings = (facts, visit, units, authorized) =>
  (payerOf(facts, visit).visitLimits ?? [])
    .filter((limit) => mayConcern(limit, visit) && !(authorized && !limit.hard))
    .flatMap((limit) => ofLimit(limit, visit, units));

/** @param {VisitLimit} limit @param {Visit} visit */
const mayConcern = (limit, visit) =>
  covers(limit, visit.date) &&
  (!limit.disciplines.length || limit.disciplines.includes(visit.discipline)) &&
  (!limit.care || !visit.care || visit.care === limit.care) &&
  (limit.from_age === undefined || visit.age === undefined || visit.age >= limit.from_age);

/** @param {VisitLimit} limit @param {Visit} visit @param {number} units @returns {PayerNote[]} */
function ofLimit(limit, visit, units) {
  /** @type {Record<string, number>} */
  const spent = visit.used_this_year ?? {};
  const counted = limit.disciplines.length ? limit.disciplines : Object.keys(spent);
  const known = counted.filter((name) => name in spent).map((name) => spent[name]);
  const used = sum(known);
  const complete = counted.length > 0 && known.length === counted.length;
  const { most, of: what } = limit;
  const words = { most, what, used };
  if (used >= most || !complete) return [held(limit, visit, used >= most, words)];
  if (what === "units" && used + units > most) {
    return [{ name: "limit-units", fact: limit, words: { ...words, units, left: most - used } }];
  }
  return what === "visits" && used + 1 === most ? [{ name: "limit-last", fact: limit, words }] : [];
}

/**
 * @param {VisitLimit} limit @param {Visit} visit @param {boolean} reached
 * @param {Record<string, unknown>} words @returns {PayerNote}
 */
function held(limit, visit, reached, words) {
  if (limit.from_age !== undefined && visit.age === undefined) {
    return { name: "limit-age", missing: "age", words: { age: limit.from_age } };
  }
  if (limit.care && !visit.care) return { name: "limit-care", missing: "care" };
  if (!reached) return { name: "limit-used", missing: "used_this_year", fact: limit, words };
  if (visit.denial_wanted) return { name: "limit-denial", fact: limit, words };
  return {
    name: limit.hard ? "limit-hard" : "limit-soft",
    missing: "visit_limit",
    fact: limit,
    words,
  };
}
