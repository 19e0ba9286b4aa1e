/**
 * Minutes of timed codes to units, by the method of a name, with the constants of its rule on a
 * day.
 */

import * as messages from "./count_messages.js";
import { fullUnits, unitsIn } from "./counting.js";
import { byName, covers, payerOf, sum } from "./facts.js";

/** @import { Allocation, Counting, Facts, Minutes, UnitCount, Visit } from "./types.d.ts" */
/** @typedef {(facts: Facts, minutes: Minutes) => UnitCount} Count */
/** @typedef {{rule: string, counting: Counting, count: Count}} UnitMethod */

const MOST_ALLOCATIONS = 1000;

/** @type {Record<string, {rule: string, count: (counting: Counting) => Count}>} */
export const METHODS = {
  /** Medicare: the day's timed minutes set the units; full units first, then the most left over. */
  cms: {
    rule: "rules/eight-minute",
    count: (counting) => (facts, minutes) => {
      const total = sum(minutes.map(([, spent]) => spent));
      const full = new Map(minutes.map(([code, spent]) => [code, fullUnits(counting, spent)]));
      const spare = new Map(minutes.map(([code, spent]) => [code, spent % counting.size]));
      const left = unitsIn(counting, total) - sum(full.values());
      const [sure, tied] = byLeftover(spare, left);
      const unpaid = minutes.filter(([code, spent]) =>
        spent && !full.get(code) && !sure.includes(code) && !tied.includes(code)
      );
      return {
        allocations: choices(tied, left - sure.length)
          .map((chosen) => allocation(full, [...sure, ...chosen])),
        reasons: [
          messages.total(facts, counting, total),
          ...messages.full(facts, counting, full),
          ...messages.leftover(facts, spare, sure, tied, left),
          ...unpaid.map((entry) => messages.unpaid(facts, ...entry, METHODS.cms.rule)),
        ],
      };
    },
  },
  /** Each timed code by itself: a unit once more than half of it is done. */
  ama: {
    rule: "rules/midpoint",
    count: (counting) => (facts, minutes) => {
      const units = new Map(minutes.map(([code, spent]) => [code, unitsIn(counting, spent)]));
      return {
        allocations: [allocation(units, [])],
        reasons: minutes.map((entry) => messages.alone(facts, counting, ...entry)),
      };
    },
  },
};

/**
 * The method of that name with the constants in effect on `day`.
 *
 * @param {Facts} facts
 * @param {string} name
 * @param {string} day
 * @returns {UnitMethod | undefined}
 */
export function unitMethod(facts, name, day) {
  const method = METHODS[name];
  const counting = facts.table.counting[name]?.find((entry) => covers(entry, day));
  return method && counting && { rule: method.rule, counting, count: method.count(counting) };
}

/** How the visit's payer counts on its date. @param {Facts} facts @param {Visit} visit */
export const payerMethod = (facts, visit) =>
  unitMethod(facts, payerOf(facts, visit).method, visit.date);

/**
 * Minutes of one code added up, codes in order of their names.
 *
 * @param {[string, number][]} entries
 * @returns {Minutes}
 */
export function minutesByCode(entries) {
  const sums = new Map();
  for (const [code, minutes] of entries) sums.set(code, (sums.get(code) ?? 0) + minutes);
  return [...sums].sort(([one], [other]) => byName(one, other));
}

/**
 * Codes that surely get one of the units left, and those that tie for the rest.
 *
 * @param {Map<string, number>} spare
 * @param {number} left
 */
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
function allocation(full, further) {
  const units = [...full].map((
    [code, whole],
  ) => /** @type {[string, number]} */ ([code, whole + Number(further.includes(code))]));
  return units.filter(([, amount]) => amount);
}

/**
 * The first ways to choose so many of the names, in the order of the names.
 *
 * @param {string[]} names
 * @param {number} size
 * @returns {string[][]}
 */
function choices(names, size) {
  /** @type {string[][]} */
  const found = [];
  /** @param {string[]} chosen @param {number} from */
  const extend = (chosen, from) => {
    if (found.length === MOST_ALLOCATIONS) return;
    if (chosen.length === size) return void found.push(chosen);
    for (let next = from; next < names.length; next++) extend([...chosen, names[next]], next + 1);
  };
  extend([], 0);
  return found;
}
