/** Units and pairs of a visit settled together: a code that a pair denies leaves, and the units are shared again. */

import { merged, METHODS } from "./unit_counting.js";
import { byName, sum } from "./facts.js";
import { notBilled, reason } from "./outcomes.js";
import { nameOf, pairOn, surelyStood } from "./edit_lookup.js";

/** @import { Allocation, Count, Edit, Facts, NotBilled, Reason, Settled, Visit, Work } from "./types.js" */

/** Take denied work off until no pair stands in the way; every round removes some. @param {Facts} facts @param {Visit} visit @param {Work[]} works @returns {Settled} */
export function settle(facts, visit, works) {
  let kept = works;
  /** @type {NotBilled[]} */
  const denied = [];
  for (;;) {
    const count = countOf(facts, visit, kept);
    const { free, conflict } = freeWays(facts, visit, kept, count);
    if (!conflict) {
      return {
        works: kept,
        denied,
        ...standing(facts, visit, kept, { ...count, allocations: free }),
      };
    }
    const [losing, why] = losers(facts, visit, kept, conflict);
    denied.push(...losing.map((work) => notBilled(work.code, work.service.minutes, why)));
    kept = kept.filter((work) => !losing.includes(work));
  }
}

/** The timed units by the payer's method; none where the method is not known. @param {Facts} facts @param {Visit} visit @param {Work[]} works @returns {Count} */
export function countOf(facts, visit, works) {
  const method = METHODS.get(facts.table.payers[visit.payer].method);
  const minutes = merged(
    works.filter((work) => work.timed).map((work) => [work.code, work.minutes]),
  );
  return method && minutes.length
    ? method.count(facts, minutes)
    : { allocations: [[]], reasons: [] };
}

/** The codes with a unit: timed ones by the allocation, untimed ones always, measured ones from their least amount. @param {Work[]} works @param {Allocation} allocation */
export function codesIn(works, allocation) {
  return new Set([
    ...allocation.map(([code]) => code),
    ...works.filter((work) => !work.timed && enough(works, work)).map((work) => work.code),
  ]);
}

/** @param {Work[]} works @param {Work} work */
const enough = (works, { code, measure }) => !measure || amountIn(works, code) >= measure.least;

/** What the services of one measured code come to together: those of a day are added up, of a longer span each tells the whole. @param {Work[]} works @param {string} code */
export function amountIn(works, code) {
  const found = works.filter((work) => work.code === code);
  const amounts = found.map((work) => work.amount);
  return found.every((work) => work.measure?.span === "day")
    ? sum(amounts)
    : Math.max(0, ...amounts);
}

/** Edits among what is left: those that a modifier parts, and those not known for the day. @param {Facts} facts @param {Visit} visit @param {Work[]} works @param {Count} count */
function standing(facts, visit, works, count) {
  const codes = codesIn(works, count.allocations[0]);
  for (const work of works) if (work.excluded) codes.delete(work.code);
  const { true: parted = [], false: unknown = [] } = Object.groupBy(
    editsAmong(facts, visit, codes),
    (edit) => /** @type {"true" | "false"} */ (String(surelyStood(edit, visit.date))),
  );
  return { count, parted, unknown };
}

/** The allocations that no pair spoils; or the first edit that spoils the first. @param {Facts} facts @param {Visit} visit @param {Work[]} works @param {Count} count */
function freeWays(facts, visit, works, count) {
  const conflicts = count.allocations.map((way) =>
    conflictIn(facts, visit, works, codesIn(works, way))
  );
  const free = count.allocations.filter((_, index) => !conflicts[index]);
  return { free, conflict: free.length ? undefined : conflicts[0] };
}

/** The first edit that keeps work of its column 2 from being paid. @param {Facts} facts @param {Visit} visit @param {Work[]} works @param {Set<string>} codes */
function conflictIn(facts, visit, works, codes) {
  const against = editsAmong(facts, visit, codes)
    .filter((edit) => surelyStood(edit, visit.date) && notApart(works, edit).length);
  const losing = new Set(against.map((edit) => edit.column2));
  const late = (/** @type {Edit} */ edit) => Number(losing.has(edit.column1));
  return against.sort((one, other) =>
    late(one) - late(other) || byName(one.column1, other.column1) ||
    byName(one.column2, other.column2)
  )[0];
}

/** Edits among the codes on the day, for Medicare. @param {Facts} facts @param {Visit} visit @param {Set<string>} codes @returns {Edit[]} */
function editsAmong(facts, visit, codes) {
  if (facts.table.payers[visit.payer].kind !== "medicare") return [];
  const ordered = [...codes].sort(byName);
  return ordered.flatMap((one, index) =>
    ordered.slice(index + 1).flatMap((other) =>
      pairOn(facts, one, other, visit.date, visit.setting) ?? []
    )
  );
}

/** Work of column 2 that is not paid beside column 1: all of it, or with indicator 1 what is not separate. @param {Work[]} works @param {Edit} edit */
function notApart(works, edit) {
  const [first, second] = [edit.column1, edit.column2].map((code) =>
    works.filter((work) => work.code === code && !work.excluded)
  );
  if (!first.length) return [];
  if (edit.indicator === 0) return second;
  return first.every((work) => work.service.separate)
    ? []
    : second.filter((work) => !work.service.separate);
}

/** Column 2, unless column 1 earns a unit only with the minutes of column 2. @param {Facts} facts @param {Visit} visit @param {Work[]} works @param {Edit} edit @returns {[Work[], Reason]} */
function losers(facts, visit, works, edit) {
  const second = notApart(works, edit);
  const rest = works.filter((work) => !second.includes(work));
  if (codesIn(rest, countOf(facts, visit, rest).allocations[0]).has(edit.column1)) {
    return [second, denial(facts, edit)];
  }
  const text = facts.say("pair-no-unit", { column1: edit.column1, column2: edit.column2 });
  return [
    works.filter((work) => work.code === edit.column1),
    reason(text, [nameOf(edit)], edit.sources),
  ];
}

/** Why column 2 is not paid, with the date of the table that says so. @param {Facts} facts @param {Edit} edit */
export function denial(facts, edit) {
  const { column1, column2 } = edit;
  const said = edit.indicator === 0 ? "pair-never" : "pair-apart-only";
  const text = facts.say(said, { column1, column2, table: edit.asOf });
  return reason(text, [nameOf(edit)], edit.sources, edit.confidence);
}
