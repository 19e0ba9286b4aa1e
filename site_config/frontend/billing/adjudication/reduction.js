/**
 * The multiple procedure payment reduction over the lines of a day. The unit with the highest
 * practice expense is paid in full; of equal ones the unit with the highest price, then the first
 * by code and modifiers.
 */

import { byKey, dollars } from "./payer_case.js";

/** @import { LinePrice, NumberedLine, UnitPrice } from "./types.d.ts" */
/** @typedef {{ line: NumberedLine, unit: UnitPrice }} Priced */

/** @param {Priced[]} priced @returns {LinePrice[]} */
export function linePrices(priced) {
  const first = paidInFull(priced);
  return priced.map(({ line, unit }) => linePrice(line, unit, first.get(line.day) === line.number));
}

/** By day, the line that has the unit which is not reduced. @param {Priced[]} priced */
function paidInFull(priced) {
  const ranked = priced.flatMap(({ line, unit }) => unit.rank ? [{ line, rank: unit.rank }] : []);
  ranked.sort((one, other) =>
    other.rank[0] - one.rank[0] || other.rank[1] - one.rank[1] || byKey(one.line, other.line)
  );
  // The first of a day is set last.
  return new Map(ranked.reverse().map(({ line }) => [line.day, line.number]));
}

/**
 * @param {NumberedLine} line @param {UnitPrice} unit @param {boolean} isFirst
 * @returns {LinePrice}
 */
function linePrice(line, unit, isFirst) {
  const full = unit.full * line.units;
  if (!unit.rank) return { line, unit, full, reduced: full, text: "" };
  const whole = Math.min(line.units, Number(isFirst));
  const cut = line.units - whole;
  const reduced = unit.full * whole + unit.reduced * cut;
  const wholeText = whole ? `one unit is paid in full (${dollars(unit.full)}), ` : "";
  const text = cut ? `${wholeText}${cut} ${cut === 1 ? "unit" : "units"} ${unit.reducedWhy}` : "";
  return { line, unit, full, reduced, text };
}
