/** Which units of a code an assistant furnished in whole or in part: those carry CQ or CO. */

import { MIDPOINT, QUARTER, quarters } from "./unit_counting.js";

/** @import { Split } from "./types.js" */

/** `units` of one timed code, furnished for so many minutes each. @param {number} units @param {number} therapist @param {number} assistant @returns {Split} */
export function splitTimed(units, therapist, assistant) {
  if (!assistant) return { plain: units, marked: 0 };
  if (!therapist) return { plain: 0, marked: units };
  const plain = quarters(therapist);
  const marked = quarters(assistant);
  const own = therapist % QUARTER;
  const shared = assistant % QUARTER;
  const open = units - plain - marked;
  if (open === 0) return { plain, marked };
  if (open === 1) {
    const takesIt = Number(own >= MIDPOINT || !moreThanATenth(shared, own + shared));
    return { plain: plain + takesIt, marked: marked + 1 - takesIt };
  }
  const takesOne = Number(own >= MIDPOINT);
  return { plain: plain + takesOne, marked: marked + 2 - takesOne };
}

/**
 * The units of an untimed or measured code, marked as a whole; without minutes a share cannot be told, so it is marked.
 *
 * @param {number} units @param {number} therapist @param {number} assistant @param {boolean} byTherapist @param {boolean} byAssistant
 * @returns {Split}
 */
export function splitWhole(units, therapist, assistant, byTherapist, byAssistant) {
  if (!byAssistant) return { plain: units, marked: 0 };
  if (!byTherapist || !(therapist + assistant)) return { plain: 0, marked: units };
  const marked = moreThanATenth(assistant, therapist + assistant);
  return { plain: marked ? 0 : units, marked: marked ? units : 0 };
}

/** @param {number} part @param {number} whole */
const moreThanATenth = (part, whole) => 10 * part > whole;
