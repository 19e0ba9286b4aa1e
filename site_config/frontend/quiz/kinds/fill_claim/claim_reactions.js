import { unitsByCode } from "./claim_lines.js";

/**
 * What the payer would do with a claim, looked up in the steps that the build worked out with the
 * engine's review.
 *
 * @typedef {import("./claim_lines.js").Line} Line
 * @typedef {Record<string, Record<string, Record<string, number[]>>>} Steps table, row, step:
 *   indices of faults
 * @typedef {{lines: [string, number, string[]][], steps: Steps}} Way
 * @typedef {[verdict: string, denial: string | null, text: string, mend: string]} Fault
 */

const GRAVITY = ["denied", "at-risk", "paid"];
const PARTS_A_PAIR = ["59", "XE", "XS", "XP", "XU"];

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
    const codes = new Set([...claimed.keys(), ...right.keys()]);
    return [...codes].reduce(
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
 * @returns {Fault[]}
 */
export function reactions(faults, way, written, line) {
  const found = [
    ...ofCode(way, written, line),
    ...ofPairs(way, written, line),
    ...ofModifiers(way, written, line),
    ...ofUnits(way, written, line),
  ];
  return [...new Set(found)].map((index) => faults[index]).sort((a, b) =>
    GRAVITY.indexOf(a[0]) - GRAVITY.indexOf(b[0])
  );
}

/** @param {Way} way @param {string} table @param {string} row @param {string} step */
const step = (way, table, row, step) => way.steps[table]?.[row]?.[step] ?? [];

/** @param {Way} way @param {Line[]} written @param {Line} line */
function ofCode(way, written, { code }) {
  const missing = wayLines(way).map((right) => right.code).filter((right) =>
    !written.some((line) => line.code === right)
  );
  if (!missing.length) return step(way, "wrong", code, "");
  return missing.map((right) => step(way, "wrong", code, right)).find((found) => found.length) ??
    [];
}

/** @param {Way} way @param {Line[]} written @param {Line} line */
function ofPairs(way, written, line) {
  const twins = written.filter((other) => isTwin(other, line));
  const others = [...new Set(written.map(({ code }) => code))].filter((code) => code !== line.code);
  const edits = others.filter((code) => way.steps.pair?.[`${code}-${line.code}`]);
  const parting = line.modifiers.find((name) => PARTS_A_PAIR.includes(name));
  const bases = Object.entries(way.steps.base?.[line.code] ?? {}).filter(([base]) =>
    !others.includes(base)
  );
  const isFirst = others.some((code) => way.steps.pair?.[`${line.code}-${code}`]);
  return [
    ...bases.flatMap(([, found]) => found),
    ...(twins[0] === line ? [] : step(way, "twice", line.code, "")),
    ...edits.flatMap((code) =>
      step(way, "pair", `${code}-${line.code}`, parting ?? (isParted(written, code) ? "^" : ""))
    ),
    ...(parting && !edits.length && !isFirst ? step(way, "idle", line.code, parting) : []),
  ];
}

/** @param {Line[]} written @param {string} code */
const isParted = (written, code) =>
  written.some((other) =>
    other.code === code && other.modifiers.some((name) => PARTS_A_PAIR.includes(name))
  );

/** @param {Line} one @param {Line} other */
const isTwin = (one, other) =>
  one.code === other.code && one.modifiers.length === other.modifiers.length &&
  one.modifiers.every((name) => other.modifiers.includes(name));

/** @param {Way} way @param {Line[]} written @param {Line} line */
function ofModifiers(way, written, line) {
  const { code, modifiers } = line;
  const clashes = Object.values(way.steps.clash ?? {}).flatMap(Object.entries)
    .filter(([pair]) => pair.split("-").every((name) => modifiers.includes(name)));
  const instead = Object.entries(way.steps.other?.[code] ?? {}).find(([name]) =>
    modifiers.includes(name)
  );
  const less = Object.entries(way.steps.less?.[code] ?? {}).filter(([name]) =>
    !modifiers.includes(name)
  );
  const same = written.filter((other) => other.code === code);
  return [
    ...clashes.flatMap(([, found]) => found),
    ...modifiers.flatMap((name) => step(way, "more", code, name)),
    ...less.flatMap(([name, found]) => (instead && isPlan(name) ? instead[1] : found)),
    ...(same[0] === line ? step(way, "marked", code, String(markedUnits(same))) : []),
  ];
}

/** @param {string} name */
const isPlan = (name) => ["GP", "GO", "GN"].includes(name);

/** @param {Line[]} lines */
const markedUnits = (lines) =>
  lines.filter(({ modifiers }) => modifiers.includes("CQ") || modifiers.includes("CO")).reduce(
    (sum, { units }) => sum + units,
    0,
  );

/**
 * Told once for a code, on the last of its lines.
 *
 * @param {Way} way
 * @param {Line[]} written
 * @param {Line} line
 */
function ofUnits(way, written, line) {
  const same = written.filter(({ code }) => code === line.code);
  if (same.at(-1) !== line) return [];
  const units = same.reduce((sum, { units }) => sum + units, 0);
  return step(way, "units", line.code, String(units));
}
