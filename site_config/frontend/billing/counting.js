/** What a rule's counting constants make of minutes. */

/** @import { Counting } from "./types.d.ts" */

/**
 * One unit from `least` minutes on, and one more for every further `size`.
 *
 * @param {Counting} counting
 * @param {number} minutes
 */
export const unitsIn = ({ size, least }, minutes) => Math.trunc((minutes + size - least) / size);

/** @param {Counting} counting @param {number} minutes */
export const fullUnits = ({ size }, minutes) => Math.trunc(minutes / size);

/** The fewest minutes that make so many units. @param {Counting} counting @param {number} units */
export const fewest = ({ size, least }, units) => size * (units - 1) + least;
