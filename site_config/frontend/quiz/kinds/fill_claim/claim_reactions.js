import { sameSet, unitsByCode } from "./claim_lines.js";

/**
 * What the payer would do with a claim, looked up in the steps that the build worked out with the
 * engine's review.
 *
 * @import { Line } from "./claim_lines.js"
 * @typedef {Record<string, Record<string, Record<string, number[]>>>} Steps table, row, step:
 *   indices of faults
 * @typedef {{lines: [string, number, string[]][], steps: Steps}} Way
 * @typedef {[verdict: string, denial: string | null, text: string, mend: string]} Fault
 */

const GRAVITY = ["denied", "at-risk", "paid"];
const BYPASS = ["59", "XE", "XS", "XP", "XU"];
const PLANS = ["GP", "GO", "GN"];

/** @param {Way} way @returns {Line[]} */
export const wayLines = ({ lines }) =>
  lines.map(([code, units, modifiers], at) => ({ at, code, units, modifiers }));

/**
 * The right claim with the fewest units to change.
 *
 * @param {Way[]} ways
 * @param {Line[]} written
 */
export function nearest(ways, written) {
  const claimed = unitsByCode(written);
  const distance = (/** @type {Way} */ way) => {
    const right = unitsByCode(wayLines(way));
    return [...new Set([...claimed.keys(), ...right.keys()])].reduce(
      (sum, code) => sum + Math.abs((right.get(code) ?? 0) - (claimed.get(code) ?? 0)),
      0,
    );
  };
  return ways.reduce((best, way) => (distance(way) < distance(best) ? way : best));
}

/**
 * The faults of one line, the gravest first.
 *
 * @param {Fault[]} faults
 * @param {Way} way
 * @param {Line[]} written
 * @param {Line} line
 */
export function reactions(faults, way, written, line) {
  const found = [ofCode, ofPairs, ofModifiers, ofUnits].flatMap((find) => find(way, written, line));
  return [...new Set(found)].map((index) => faults[index]).sort((a, b) =>
    GRAVITY.indexOf(a[0]) - GRAVITY.indexOf(b[0])
  );
}

/** @typedef {(way: Way, written: Line[], line: Line) => number[]} Finder Indices of faults. */

/** @param {Way} way @param {string} table @param {string} row @param {string} step */
const step = (way, table, row, step) => way.steps[table]?.[row]?.[step] ?? [];

/** @type {Finder} */
function ofCode(way, written, { code }) {
  const missing = way.lines.map(([right]) => right)
    .filter((right) => !written.some((line) => line.code === right));
  if (!missing.length) return step(way, "wrong", code, "");
  return missing.map((right) => step(way, "wrong", code, right)).find((found) => found.length) ??
    [];
}

/** @type {Finder} */
function ofPairs(way, written, line) {
  const first = written.find((other) => isTwin(other, line));
  const others = [...new Set(written.map(({ code }) => code))].filter((code) => code !== line.code);
  const edits = others.filter((code) => way.steps.pair?.[`${code}-${line.code}`]);
  const bypass = line.modifiers.find((name) => BYPASS.includes(name));
  const bases = Object.entries(way.steps.base?.[line.code] ?? {})
    .filter(([base]) => !others.includes(base));
  const isFirst = others.some((code) => way.steps.pair?.[`${line.code}-${code}`]);
  return [
    ...bases.flatMap(([, found]) => found),
    ...(first === line ? [] : step(way, "twice", line.code, "")),
    ...edits.flatMap((code) =>
      step(way, "pair", `${code}-${line.code}`, bypass ?? (isBypassed(written, code) ? "^" : ""))
    ),
    ...(bypass && !edits.length && !isFirst ? step(way, "idle", line.code, bypass) : []),
  ];
}

/** @param {Line[]} written @param {string} code */
const isBypassed = (written, code) =>
  written.some((other) =>
    other.code === code && other.modifiers.some((name) => BYPASS.includes(name))
  );

/** @param {Line} one @param {Line} other */
const isTwin = (one, other) => one.code === other.code && sameSet(one.modifiers, other.modifiers);

/** @type {Finder} */
function ofModifiers(way, _written, { code, modifiers }) {
  const clashes = Object.values(way.steps.clash ?? {}).flatMap(Object.entries)
    .filter(([pair]) => pair.split("-").every((name) => modifiers.includes(name)));
  const instead = Object.entries(way.steps.other?.[code] ?? {})
    .find(([name]) => modifiers.includes(name));
  const less = Object.entries(way.steps.less?.[code] ?? {})
    .filter(([name]) => !modifiers.includes(name));
  return [
    ...clashes.flatMap(([, found]) => found),
    ...modifiers.flatMap((name) => step(way, "more", code, name)),
    ...less.flatMap(([name, found]) => (instead && PLANS.includes(name) ? instead[1] : found)),
  ];
}

/** @type {Finder} Once for a code: of its units the last line, of an assistant's the first. */
function ofUnits(way, written, line) {
  const same = written.filter(({ code }) => code === line.code);
  const units = sum(same);
  const marked = sum(
    same.filter(({ modifiers }) => modifiers.includes("CQ") || modifiers.includes("CO")),
  );
  return [
    ...(same[0] === line ? step(way, "marked", line.code, String(marked)) : []),
    ...(same.at(-1) === line ? step(way, "units", line.code, String(units)) : []),
  ];
}

/** @param {Line[]} lines */
const sum = (lines) => lines.reduce((total, { units }) => total + units, 0);
