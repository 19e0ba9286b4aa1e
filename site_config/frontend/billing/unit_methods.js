/** Minutes of timed codes to units, by a method's name and the constants of its rule on a day. */

import { byName, holds, joinNames, payerOf, quantity, reason, sum, unitsIn } from "./facts.js";

/** @import {
 *   Allocation, Counting, Facts, Minutes, RightAllocations, UnitCount, Visit
 * } from "./types.d.ts" */
/** @typedef {(facts: Facts, minutes: Minutes) => UnitCount} Count */
/** @typedef {{rule: string, counting: Counting, count: Count}} UnitMethod */

const MOST_ALLOCATIONS = 200;
const EIGHT_MINUTE = "rules/eight-minute";
const MIDPOINT = "rules/midpoint";

/** @type {Record<string, {rule: string, count: (counting: Counting) => Count}>} */
export const METHODS = {
  /** Medicare: the day's timed minutes set the units; full units first, then the most left over. */
  cms: {
    rule: EIGHT_MINUTE,
    count: (counting) => (facts, minutes) => {
      const { size } = counting;
      const total = sum(minutes.map(([, spent]) => spent));
      const full = new Map(minutes.map(([code, spent]) => [code, Math.trunc(spent / size)]));
      const spare = new Map(minutes.map(([code, spent]) => [code, spent % size]));
      const left = unitsIn(counting, total) - sum(full.values());
      const [sure, tied] = byLeftover(spare, left);
      const without = minutes.filter(([code, spent]) =>
        spent && !full.get(code) && !sure.includes(code) && !tied.includes(code)
      );
      return {
        right: { sure: allocation(full, sure), tied, free: left - sure.length },
        reasons: [
          whyTotal(facts, counting, total),
          ...whyFull(facts, size, full),
          ...whyLeftover(facts, spare, { sure, tied }, left, sum(full.values()) ? "" : "-alone"),
          ...without.map((entry) => unpaid(facts, ...entry, EIGHT_MINUTE)),
        ],
      };
    },
  },
  /** Each timed code by itself: a unit once more than half of it is done. */
  ama: {
    rule: MIDPOINT,
    count: (counting) => (facts, minutes) => {
      const units = new Map(minutes.map(([code, spent]) => [code, unitsIn(counting, spent)]));
      return {
        right: { sure: allocation(units, []), tied: [], free: 0 },
        reasons: minutes.map((entry) => whyAlone(facts, counting, ...entry)),
      };
    },
  },
};

/**
 * The method of that name with the constants in effect on `day`.
 * @param {Facts} facts @param {string} name @param {string} day @returns {UnitMethod | undefined}
 */
export function unitMethod(facts, name, day) {
  const method = METHODS[name];
  const counting = facts.table.counting[name]?.find((entry) => holds(entry, day));
  return method && counting && { rule: method.rule, counting, count: method.count(counting) };
}

/**
 * How the visit's payer counts on its date, by the facts or as it answered.
 * @param {Facts} facts @param {Visit} visit
 */
export function payerMethod(facts, visit) {
  const { method, methodFact = {} } = payerOf(facts, visit);
  const known = method in METHODS && holds(methodFact, visit.date);
  return unitMethod(facts, known ? method : visit.unit_method ?? "", visit.date);
}

/** Minutes of one code added up, in order of codes. @param {[string, number][]} entries */
export function minutesByCode(entries) {
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const [code, minutes] of entries) sums.set(code, (sums.get(code) ?? 0) + minutes);
  return [...sums].sort(([one], [other]) => byName(one, other));
}

/**
 * That the minutes of a code earn no unit.
 * @param {Facts} facts @param {string} code @param {number} minutes @param {string} rule
 */
export const unpaid = (facts, code, minutes, rule) =>
  reason(facts.say("unpaid", { code, minutes: quantity(facts, minutes, "minute") }), [rule]);

/** @param {Map<string, number>} spare @param {number} left */
function byLeftover(spare, left) {
  if (left === 0) return [[], []];
  const cut = [...spare.values()].sort((one, other) => other - one)[left - 1];
  const codes = [...spare.keys()];
  return [
    codes.filter((code) => (spare.get(code) ?? 0) > cut),
    codes.filter((code) => spare.get(code) === cut),
  ];
}

/** @param {Map<string, number>} full @param {string[]} further @returns {Allocation} */
const allocation = (full, further) =>
  [...full].flatMap(([code, whole]) => {
    const units = whole + Number(further.includes(code));
    return units ? [[code, units]] : [];
  });

/**
 * The tied codes that get a unit in each right allocation, `MOST_ALLOCATIONS` at most. No beginning
 * is extended that too few names follow, so each leads to a choice: at most `free` steps a choice.
 * @param {RightAllocations} right
 */
export function choicesOf({ tied, free }) {
  /** @type {string[][]} */
  const found = [];
  /** @param {string[]} chosen @param {number} from */
  const extend = (chosen, from) => {
    if (chosen.length === free) return void found.push(chosen);
    const last = tied.length - (free - chosen.length);
    for (let next = from; next <= last && found.length < MOST_ALLOCATIONS; next++) {
      extend([...chosen, tied[next]], next + 1);
    }
  };
  extend([], 0);
  return found;
}

/**
 * The right allocation in which the chosen codes get the units that are free.
 * @param {RightAllocations} right @param {string[]} chosen @returns {Allocation}
 */
export function having({ sure }, chosen) {
  const units = new Map(sure);
  for (const code of chosen) units.set(code, (units.get(code) ?? 0) + 1);
  return [...units].sort(([one], [other]) => byName(one, other));
}

/** The allocation shown. @param {RightAllocations} right */
export const firstOf = (right) => having(right, right.tied.slice(0, right.free));

/** @param {Counting} counting @param {number} units */
const fewest = ({ size, least }, units) => size * (units - 1) + least;

/** @param {Facts} facts @param {Counting} counting @param {number} total */
function whyTotal(facts, counting, total) {
  const units = unitsIn(counting, total);
  const low = fewest(counting, units);
  const text = facts.say(units ? "total" : "total-none", {
    minutes: quantity(facts, total, "timed minute"),
    units: quantity(facts, units, "unit"),
    least: counting.least,
    low,
    high: low + counting.size - 1,
  });
  return reason(text, [EIGHT_MINUTE]);
}

/** @param {Facts} facts @param {number} size @param {Map<string, number>} full */
function whyFull(facts, size, full) {
  const shares = [...full].filter(([, units]) => units)
    .map(([code, units]) => facts.say("share", { code, units }));
  if (!shares.length) return [];
  const text = facts.say("full-quarters", { size, shares: joinNames(facts, shares) });
  return [reason(text, [EIGHT_MINUTE])];
}

/**
 * The units after the full blocks; the ending is that of the sentences without such blocks.
 * @param {Facts} facts @param {Map<string, number>} spare
 * @param {{sure: string[], tied: string[]}} codes @param {number} left @param {string} ending
 */
function whyLeftover(facts, spare, { sure, tied }, left, ending) {
  const open = left - sure.length;
  const of = (/** @type {string} */ code) => spare.get(code) ?? 0;
  const minutes = (/** @type {string} */ code) => quantity(facts, of(code), "minute");
  const texts = (open === tied.length ? [...sure, ...tied] : sure)
    .toSorted((one, other) => of(other) - of(one))
    .map((code) => facts.say(`leftover${ending}`, { code, minutes: minutes(code) }));
  if (open > 0 && open < tied.length) {
    const [codes, units] = [joinNames(facts, tied), quantity(facts, open, "unit")];
    texts.push(facts.say(`leftover-tie${ending}`, { codes, minutes: minutes(tied[0]), units }));
  }
  return texts.map((text) => reason(text, [EIGHT_MINUTE]));
}

/** @param {Facts} facts @param {Counting} counting @param {string} code @param {number} minutes */
function whyAlone(facts, counting, code, minutes) {
  const units = unitsIn(counting, minutes);
  const text = facts.say("alone", {
    code,
    minutes: quantity(facts, minutes, "minute"),
    units: units ? quantity(facts, units, "unit") : facts.say("no-unit"),
    next: fewest(counting, units + 1),
  });
  return reason(text, [MIDPOINT]);
}
