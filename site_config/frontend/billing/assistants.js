/** Which units of a code an assistant performed in whole or in part: those carry CQ or CO. */

import { fullUnits } from "./counting.js";
import { sum } from "./facts.js";

/** @import { Counting, UnitSplit } from "./types.d.ts" */

/**
 * The units of one code; `shares` are the minutes of each service, and if by the assistant.
 * `counting` is given for a timed code.
 *
 * @param {Counting | undefined} counting @param {number} units @param {[boolean, number][]} shares
 */
export function splitUnits(counting, units, shares) {
  const of = (/** @type {boolean} */ assisted) => shares.filter(([one]) => one === assisted);
  const [own, assisted] = [of(false), of(true)];
  const [therapist, assistant] = [own, assisted].map((some) => sum(some.map(([, spent]) => spent)));
  return counting
    ? splitTimed(counting, units, therapist, assistant)
    : splitWhole(units, therapist, assistant, own.length > 0, assisted.length > 0);
}

/**
 * `units` of one timed code, for so many minutes of each.
 *
 * @param {Counting} counting
 * @param {number} units
 * @param {number} therapist
 * @param {number} assistant
 * @returns {UnitSplit}
 */
export function splitTimed(counting, units, therapist, assistant) {
  if (!assistant) return { plain: units, marked: 0 };
  if (!therapist) return { plain: 0, marked: units };
  const plain = fullUnits(counting, therapist);
  const marked = fullUnits(counting, assistant);
  const own = therapist % counting.size;
  const shared = assistant % counting.size;
  const open = units - plain - marked;
  const ownUnit = own >= counting.least ||
    open === 1 && !moreThanATenth(shared, own + shared);
  const taken = open ? Number(ownUnit) : 0;
  return { plain: plain + taken, marked: marked + open - taken };
}

/**
 * The units of an untimed or measured code, marked as a whole; without minutes a share is marked.
 *
 * @param {number} units @param {number} therapist @param {number} assistant @param {boolean}
 *   byTherapist @param {boolean} byAssistant
 * @returns {UnitSplit}
 */
export function splitWhole(units, therapist, assistant, byTherapist, byAssistant) {
  const total = therapist + assistant;
  const marked = byAssistant && (!byTherapist || !total || moreThanATenth(assistant, total));
  return { plain: marked ? 0 : units, marked: marked ? units : 0 };
}

/** @param {number} part @param {number} whole */
const moreThanATenth = (part, whole) => 10 * part > whole;
