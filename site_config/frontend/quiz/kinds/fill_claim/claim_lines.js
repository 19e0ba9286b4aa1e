/**
 * Claim lines as they are stored ("2.97110.3.GP.KX": form line, code, units, modifiers) and set
 * side by side.
 *
 * @typedef {{at: number, code: string, units: number, modifiers: string[]}} Line
 * @typedef {{wrong: Set<string>[], missing: Line[]}} Compared For each written line its wrong
 *   cells.
 */

export const CELLS = /** @type {const} */ (["code", "units", "modifiers"]);
export const NOTHING = "nothing";

/** @param {Line} line */
export const idOf = ({ at, code, units, modifiers }) => [at, code, units, ...modifiers].join(".");

/** @param {string} id @returns {Line} */
export function lineOf(id) {
  const [at, code, units, ...modifiers] = id.split(".");
  return { at: Number(at), code, units: Number(units), modifiers };
}

/** @param {string[]} chosen */
export const linesOf = (chosen) => chosen.filter((id) => id !== NOTHING).map(lineOf);

/** @param {{code: string, units: number, modifiers: string[]}} line */
export const textOf = ({ code, units, modifiers }) =>
  [`${code} × ${units}`, ...modifiers].join(" ");

/** @param {string[]} one @param {string[]} other */
export const sameSet = (one, other) =>
  one.length === other.length && one.every((name) => other.includes(name));

/**
 * Modifiers tell two lines of one code apart; units come second.
 *
 * @param {Line} right
 * @param {Line} line
 */
const alike = (right, line) =>
  2 * Number(sameSet(right.modifiers, line.modifiers)) + Number(right.units === line.units);

/**
 * As generator/billing/claim_comparison.py does it.
 *
 * @param {Line[]} right
 * @param {Line[]} written
 * @returns {Compared}
 */
export function compare(right, written) {
  const open = [...right];
  const best = (/** @type {Line} */ line) =>
    open.filter(({ code }) => code === line.code).sort((a, b) =>
      alike(b, line) - alike(a, line)
    )[0];
  const likeness = (/** @type {Line} */ line) => best(line) ? alike(best(line), line) : -1;
  /** @type {Map<Line, Set<string>>} */ const wrong = new Map();
  for (const line of written.toSorted((a, b) => likeness(b) - likeness(a))) {
    const match = best(line);
    if (match) open.splice(open.indexOf(match), 1);
    wrong.set(line, match ? differences(match, line) : new Set(["code"]));
  }
  return { wrong: written.map((line) => wrong.get(line) ?? new Set()), missing: open };
}

/** @param {Line} right @param {Line} line */
function differences(right, line) {
  const found = new Set();
  if (right.units !== line.units) found.add("units");
  if (!sameSet(right.modifiers, line.modifiers)) found.add("modifiers");
  return found;
}

/**
 * Units in all by code.
 *
 * @param {Line[]} lines
 * @returns {Map<string, number>}
 */
export function unitsByCode(lines) {
  const sums = new Map();
  for (const { code, units } of lines) sums.set(code, (sums.get(code) ?? 0) + units);
  return sums;
}
