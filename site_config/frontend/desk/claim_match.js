/** A claim beside the right ones: what each line is worth, and what is wrong with it. */

import { sum } from "../billing/facts.js";

/** @import { DeskVisit, Line } from "./types.d.ts" */

const CODE = 0.4, UNITS = 0.3, MODIFIERS = 0.2, POINTERS = 0.1;
const EXTRA = 0.5;

/**
 * @typedef {object} Match
 * @property {number} credit 0 to 1.
 * @property {boolean} isRight
 * @property {Line[]} claim The right claim that is nearest.
 * @property {LineMatch[]} lines
 */
/**
 * @typedef {object} LineMatch A line of the right claim, of the learner's, or of both.
 * @property {Line} [mine]
 * @property {Line} [right]
 * @property {string[]} flaws
 */

/**
 * Against the nearest of the claims that are right.
 *
 * @param {DeskVisit} visit @param {Line[]} lines @returns {Match}
 */
export function match(visit, lines) {
  const right = visit.ways.length ? visit.ways : [[]];
  const found = right.map((claim) => matchClaim(visit, withPointers(visit, claim), lines));
  return found.reduce((best, one) => one.credit > best.credit ? one : best);
}

/** @param {DeskVisit} visit @param {Line[]} claim @returns {Line[]} */
export const withPointers = ({ pointers }, claim) =>
  claim.map(([code, units, modifiers]) => [code, units, modifiers, pointers?.[code] ?? ""]);

/** @param {DeskVisit} visit @param {Line[]} claim @param {Line[]} lines @returns {Match} */
function matchClaim(visit, claim, lines) {
  const left = [...lines];
  const matched = claim.map((right) => {
    const of = left.filter(([code]) => code === right[0]);
    const mine = of.toSorted((one, other) => worth(visit, right, other) - worth(visit, right, one))
      .at(0);
    if (mine) left.splice(left.indexOf(mine), 1);
    return { right, mine, flaws: mine ? flawsOf(visit, right, mine) : ["missing"] };
  });
  const extra = left.map((mine) => ({ mine, flaws: ["extra"] }));
  const points = sum(matched.map(({ right, mine }) => mine ? worth(visit, right, mine) : 0));
  const most = Math.max(claim.length, 1);
  const full = claim.length ? points : lines.length ? 0 : 1;
  const credit = Math.max(0, full - EXTRA * extra.length) / most;
  const all = [...matched, ...extra];
  return { credit, isRight: all.every(({ flaws }) => !flaws.length), claim, lines: all };
}

/** @param {DeskVisit} visit @param {Line} right @param {Line} mine */
function worth(visit, right, mine) {
  const pointed = visit.pointers ? POINTERS : 0;
  const modifiers = MODIFIERS + (POINTERS - pointed);
  return CODE + UNITS * Number(right[1] === mine[1]) + modifiers * shared(right[2], mine[2]) +
    pointed * Number(!pointed || letters(right[3]) === letters(mine[3]));
}

/** What both have, of what either has. @param {string[]} one @param {string[]} other */
function shared(one, other) {
  const all = new Set([...one, ...other]);
  const both = one.filter((name) => other.includes(name));
  return all.size ? both.length / all.size : 1;
}

/** @param {string} [text] */
const letters = (text = "") => [...text.toUpperCase()].filter((one) => /[A-L]/.test(one)).join("");

/** @param {DeskVisit} visit @param {Line} right @param {Line} mine */
function flawsOf(visit, right, mine) {
  const wrong = {
    units: right[1] !== mine[1],
    modifiers: shared(right[2], mine[2]) < 1,
    pointers: Boolean(visit.pointers) && letters(right[3]) !== letters(mine[3]),
  };
  return Object.entries(wrong).flatMap(([name, isSo]) => isSo ? name : []);
}
