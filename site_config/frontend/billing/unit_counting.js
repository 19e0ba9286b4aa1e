/** Minutes of timed codes to units, by the method of a name. Whole numbers throughout. */

import * as words from "./count_messages.js";
import { byName, sum } from "./facts.js";

/** @import { Allocation, Count, Facts, Minutes } from "./types.js" */
/** @typedef {{rule: string, count: (facts: Facts, minutes: Minutes) => Count}} Method */

export const QUARTER = 15;
/** Whole minutes that are more than half a quarter hour. */
export const MIDPOINT = 8;
const MOST_WAYS = 1000;

/** Minutes of one code added up, codes in order of their names. @param {[string, number][]} entries @returns {Minutes} */
export function merged(entries) {
  const sums = new Map();
  for (const [code, minutes] of entries) sums.set(code, (sums.get(code) ?? 0) + minutes);
  return [...sums].sort(([one], [other]) => byName(one, other));
}

/** 0 up to 7 minutes, 1 from 8 to 22, 2 from 23 to 37 and so on. @param {number} minutes */
export const unitsIn = (minutes) => quarters(minutes + QUARTER - MIDPOINT);

/** @param {number} minutes */
export const quarters = (minutes) => Math.trunc(minutes / QUARTER);

/** Medicare: the day's timed minutes set the units; full quarters first, then the most minutes left over. @type {Method} */
const pooled = {
  rule: "rules/eight-minute",
  count(facts, minutes) {
    const total = sum(minutes.map(([, spent]) => spent));
    const full = new Map(minutes.map(([code, spent]) => [code, quarters(spent)]));
    const spare = new Map(minutes.map(([code, spent]) => [code, spent % QUARTER]));
    const left = unitsIn(total) - sum(full.values());
    const [sure, tied] = byLeftover(spare, left);
    const unpaid = minutes
      .filter(([code, spent]) =>
        spent && !full.get(code) && !sure.includes(code) && !tied.includes(code)
      )
      .map(([code, spent]) => words.unpaid(facts, code, spent, this.rule));
    return {
      allocations: choices(tied, left - sure.length).map((way) =>
        allocation(full, [...sure, ...way])
      ),
      reasons: [
        words.total(facts, total, unitsIn(total)),
        ...words.full(facts, full),
        ...words.leftover(facts, spare, sure, tied, left),
        ...unpaid,
      ],
    };
  },
};

/** Each timed code by itself: a unit once more than half of its quarter hour is done. @type {Method} */
const midpoint = {
  rule: "rules/midpoint",
  count(facts, minutes) {
    const units = new Map(minutes.map(([code, spent]) => [code, unitsIn(spent)]));
    const reasons = minutes.map(([code, spent]) => words.alone(facts, code, spent, unitsIn(spent)));
    return { allocations: [allocation(units, [])], reasons };
  },
};

/** @type {Map<string, Method>} */
export const METHODS = new Map([["cms", pooled], ["ama", midpoint]]);

/** Codes that surely get one of the units left, and those that tie for the rest. @param {Map<string, number>} spare @param {number} left */
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

/** The first ways to choose so many of the names, in the order of the names. @param {string[]} names @param {number} size @returns {string[][]} */
function choices(names, size) {
  /** @type {string[][]} */
  const found = [];
  /** @param {string[]} chosen @param {number} from */
  const extend = (chosen, from) => {
    if (found.length === MOST_WAYS) return;
    if (chosen.length === size) return void found.push(chosen);
    for (let next = from; next < names.length; next++) extend([...chosen, names[next]], next + 1);
  };
  extend([], 0);
  return found;
}
