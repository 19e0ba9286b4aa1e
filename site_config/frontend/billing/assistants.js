/** Which units of a code an assistant performed in whole or in part: those carry CQ or CO. */

import { figureOf, sum } from "./facts.js";

/** @import { Counting, Facts } from "./types.d.ts" */

/**
 * The percentage that a marked share exceeds; undefined where no line is known to be marked.
 * @param {Facts} facts @param {string} day
 */
export const deMinimis = (facts, day) =>
  figureOf(facts, "assistants", "assistant-payment", day) &&
  figureOf(facts, "assistants", "de-minimis", day)?.amount;

/**
 * The units of one code; `shares` are the minutes of each service, and if by the assistant.
 * `counting` is given for a timed code.
 * @param {Counting | undefined} counting @param {number} percent @param {number} units
 * @param {[boolean, number][]} shares
 */
export function splitUnits(counting, percent, units, shares) {
  const [own, assisted] = [false, true].map((by) => shares.filter(([assisted]) => assisted === by));
  const [therapist, assistant] = [own, assisted].map((some) => sum(some.map(([, spent]) => spent)));
  if (counting) return splitTimed(counting, percent, units, therapist, assistant);
  if (!assisted.length) return { plain: units, marked: 0 };
  if (!own.length) return { plain: 0, marked: units };
  return splitWhole(percent, units, therapist, assistant);
}

/**
 * `units` of one timed code, for so many minutes of each.
 * @param {Counting} counting @param {number} percent @param {number} units
 * @param {number} therapist @param {number} assistant
 */
export function splitTimed({ size, least }, percent, units, therapist, assistant) {
  if (!assistant) return { plain: units, marked: 0 };
  if (!therapist) return { plain: 0, marked: units };
  const [plain, marked] = [therapist, assistant].map((spent) => Math.trunc(spent / size));
  const [own, shared] = [therapist % size, assistant % size];
  const open = units - plain - marked;
  const ownUnit = own >= least || open === 1 && !exceeds(percent, shared, own + shared);
  const taken = open ? Number(ownUnit) : 0;
  const certain = open < 2 || ownUnit && shared >= least;
  return { plain: plain + taken, marked: marked + open - taken, certain };
}

/**
 * The units of an untimed or measured code that both performed, marked as a whole; without minutes
 * a share is marked.
 * @param {number} percent @param {number} units @param {number} therapist
 * @param {number} assistant
 */
export function splitWhole(percent, units, therapist, assistant) {
  const total = therapist + assistant;
  const plain = total && !exceeds(percent, assistant, total) ? units : 0;
  return { plain, marked: units - plain, certain: total > 0 && units === 1 };
}

/** @param {number} percent @param {number} part @param {number} whole */
const exceeds = (percent, part, whole) => 100 * part > percent * whole;
