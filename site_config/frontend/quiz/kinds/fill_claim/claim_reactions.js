import { compare, sameSet, unitsByCode } from "./claim_lines.js";

/**
 * What the payer would do with a claim, looked up in the steps that the build worked out with the
 * engine's review.
 *
 * @import { Line } from "./claim_lines.js"
 * @typedef {Record<string, Record<string, Record<string, number[]>>>} Steps table, row, step:
 *   indices of faults
 * @typedef {{lines: [string, number, string[]][], steps: Steps}} RightClaim
 * @typedef {[verdict: string, denial: string | null, text: string, correction: string]} Fault
 * @typedef {[verdict: string, denial: number | null, text: number, correction: number]} Written
 *   a fault as the page holds it: places of its texts
 */

const GRAVITY = ["denied", "at-risk", "paid"];
const BYPASS = ["59", "XE", "XS", "XP", "XU"];
const PLANS = ["GP", "GO", "GN"];

/**
 * The faults that `steps` name, in words.
 *
 * @param {{faults: Written[], texts?: [number, string][], patterns?: string[]}} data
 * @returns {Fault[]}
 */
export function faultsOf({ faults, texts = [], patterns = [] }) {
  const wordings = texts.map(([pattern, words]) => {
    const left = words.split(" ");
    return patterns[pattern].replace(/\{\}/g, () => left.shift() ?? "");
  });
  return faults.map(([verdict, denial, text, correction]) => [
    verdict,
    denial === null ? null : wordings[denial],
    wordings[text],
    wordings[correction],
  ]);
}

/** @param {RightClaim} answer */
export const rightLines = ({ lines }) =>
  lines.map(([code, units, modifiers], at) => ({ at, code, units, modifiers }));

/**
 * The right claim with the fewest units to change, and of those with its units the fewest cells.
 *
 * @param {RightClaim[]} ways
 * @param {Line[]} written
 */
export function nearest(ways, written) {
  const claimed = unitsByCode(written);
  const fewest = ways.reduce(lesser((answer) => distance(answer, claimed)));
  const units = unitsByCode(rightLines(fewest));
  return ways.filter((answer) => !distance(answer, units)).reduce(
    lesser((answer) =>
      compare(rightLines(answer), written).wrong.reduce((sum, cells) => sum + cells.size, 0)
    ),
  );
}

/** @param {(answer: RightClaim) => number} size */
const lesser = (size) => (/** @type {RightClaim} */ best, /** @type {RightClaim} */ answer) =>
  size(answer) < size(best) ? answer : best;

/** @param {RightClaim} answer @param {Map<string, number>} units */
function distance(answer, units) {
  const right = unitsByCode(rightLines(answer));
  return [...new Set([...units.keys(), ...right.keys()])].reduce(
    (sum, code) => sum + Math.abs((right.get(code) ?? 0) - (units.get(code) ?? 0)),
    0,
  );
}

/**
 * The faults of one line, the gravest first.
 *
 * @param {Fault[]} faults
 * @param {RightClaim} answer
 * @param {Line[]} written
 * @param {Line} line
 */
export function reactions(faults, answer, written, line) {
  const found = [ofCode, ofPairs, ofModifiers, ofUnits].flatMap((find) =>
    find(answer, written, line)
  );
  return [...new Set(found)].map((index) => faults[index]).sort((a, b) =>
    GRAVITY.indexOf(a[0]) - GRAVITY.indexOf(b[0])
  );
}

/**
 * Indices of faults.
 * @typedef {(answer: RightClaim, written: Line[], line: Line) => number[]} Finder
 */

/** @param {RightClaim} answer @param {string} table @param {string} row @param {string} step */
const step = (answer, table, row, step) => answer.steps[table]?.[row]?.[step] ?? [];

/** @type {Finder} */
function ofCode(answer, written, { code }) {
  const missing = answer.lines.map(([right]) => right)
    .filter((right) => !written.some((line) => line.code === right));
  if (!missing.length) return step(answer, "wrong", code, "");
  return missing.map((right) => step(answer, "wrong", code, right)).find((found) => found.length) ??
    [];
}

/** @type {Finder} */
function ofPairs(answer, written, line) {
  const first = written.find((other) => isTwin(other, line));
  const others = [...new Set(written.map(({ code }) => code))].filter((code) => code !== line.code);
  const edits = others.filter((code) => answer.steps.pair?.[`${code}-${line.code}`]);
  const bypass = line.modifiers.find((name) => BYPASS.includes(name));
  const bases = Object.entries(answer.steps.base?.[line.code] ?? {})
    .filter(([base]) => !others.includes(base));
  const isFirst = others.some((code) => answer.steps.pair?.[`${line.code}-${code}`]);
  return [
    ...bases.flatMap(([, found]) => found),
    ...(first === line ? [] : step(answer, "twice", line.code, "")),
    ...edits.flatMap((code) =>
      step(answer, "pair", `${code}-${line.code}`, bypass ?? (isBypassed(written, code) ? "^" : ""))
    ),
    ...(bypass && !edits.length && !isFirst ? step(answer, "idle", line.code, bypass) : []),
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
function ofModifiers(answer, _written, { code, modifiers }) {
  const clashes = Object.values(answer.steps.clash ?? {}).flatMap(Object.entries)
    .filter(([pair]) => pair.split("-").every((name) => modifiers.includes(name)));
  const instead = Object.entries(answer.steps.other?.[code] ?? {})
    .find(([name]) => modifiers.includes(name));
  const less = Object.entries(answer.steps.less?.[code] ?? {})
    .filter(([name]) => !modifiers.includes(name));
  return [
    ...clashes.flatMap(([, found]) => found),
    ...modifiers.flatMap((name) => step(answer, "more", code, name)),
    ...less.flatMap(([name, found]) => (instead && PLANS.includes(name) ? instead[1] : found)),
  ];
}

/**
 * Once for a code: of its units the last line; of an assistant's the first one, or where none is
 * due the first with the modifier.
 * @type {Finder}
 */
function ofUnits(answer, written, line) {
  const same = written.filter(({ code }) => code === line.code);
  const right = rightLines(answer);
  const mark = right.some(({ modifiers }) => modifiers.includes("GO")) ? "CO" : "CQ";
  const due = right.some(({ code, modifiers }) => code === line.code && modifiers.includes(mark));
  const marked = same.filter(({ modifiers }) => modifiers.includes(mark));
  return [
    ...((due ? same : marked)[0] === line
      ? step(answer, "marked", line.code, String(sum(marked)))
      : []),
    ...(same.at(-1) === line ? step(answer, "units", line.code, String(sum(same))) : []),
  ];
}

/** @param {Line[]} lines */
const sum = (lines) => lines.reduce((total, { units }) => total + units, 0);
