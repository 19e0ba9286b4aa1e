/** Hostile values from a seed, and the bar: a value or the importer's own refusal, soon. */
import assert from "node:assert/strict";
import { cpuUsage } from "node:process";

/** Of the processor, so that a busy machine is no failure. */
const MOST_MS = 2_000;

/** @param {string} text A generator of its own for each case. */
export function chance(text) {
  let state = 2166136261;
  for (let place = 0; place < text.length; place++) {
    state = Math.imul(state ^ text.charCodeAt(place), 16777619);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** @template T @param {() => number} draw @param {readonly T[]} from @returns {T} */
export const pick = (draw, from) => from[Math.floor(draw() * from.length)];

/** Pieces of JSON by what they are. @type {Record<string, string>} */
export const PIECES = {
  null: "null",
  true: "true",
  zero: "0",
  "minus one": "-1",
  "minus zero": "-0",
  fraction: "1.5",
  "whole as fraction": "1.0",
  "beyond float": "1e999",
  "2 to the 53": "9007199254740992",
  "largest safe": "9007199254740991",
  "beyond dates": "8640000000000001",
  digits: "9".repeat(500),
  "number as text": '"1"',
  empty: '""',
  blank: '"  "',
  "half a surrogate": '"\\ud800"',
  "zero byte": '"\\u0000"',
  "line break": '"a\\nb"',
  "line break at the end": '"a\\n"',
  "right to left": '"\\u202eabc"',
  long: JSON.stringify("x".repeat(401)),
  "very long": JSON.stringify("x".repeat(200_001)),
  combining: JSON.stringify("e" + "\u0301".repeat(500)),
  "empty list": "[]",
  "list of null": "[null]",
  "list of lists": "[[]]",
  "list of objects": '[{"toString": null}]',
  many: JSON.stringify(Array(3000).fill("a")),
  twice: '["a", "a"]',
  "empty object": "{}",
  "object with toString": '{"toString": 1}',
  "object with valueOf": '{"valueOf": 1, "toString": 1}',
  "object with toJSON": '{"toJSON": 1}',
  "object with then": '{"then": 1}',
  "object with length": '{"length": 3}',
  "own prototype": '{"__proto__": {"polluted": 1}}',
  "own constructor": '{"constructor": {"prototype": {"polluted": 1}}}',
  prototype: '"__proto__"',
  constructor: '"constructor"',
  toString: '"toString"',
  hasOwnProperty: '"hasOwnProperty"',
  "February 30": '"2026-02-30T09:00:00Z"',
  "day that is none": '"2026-02-30"',
  "month 13": '"2026-13-01T09:00:00Z"',
  "hour 24": '"2026-03-02T24:00:00Z"',
  "year 9999": '"9999-12-31T23:59:59Z"',
  "year 0": '"0000-01-01T00:00:00Z"',
  "second 60": '"2026-03-02T09:00:60Z"',
  offset: '"2026-03-02T09:00:00+99:99"',
  markup: '"<img src=x onerror=hostile()>"',
  "javascript address": '"javascript:hostile()"',
  "address of six": '"https://[::1"',
  "address with a port too high": '"https://host:99999999/x"',
  "address with a space": '"https://a b/x"',
  "address of nothing": '"https://"',
  "percent in an address": '"https://%zz/x"',
  path: '"../../etc/passwd"',
  nested: "[".repeat(2000) + "]".repeat(2000),
  "nested objects": '{"a":'.repeat(2000) + "1" + "}".repeat(2000),
  "87 signs": JSON.stringify("A".repeat(87)),
  "87 signs of a point at infinity": JSON.stringify("BA" + "A".repeat(85)),
  "43 signs": JSON.stringify("A".repeat(43)),
};

const BREAKS = [
  "\u0000",
  "\u2028",
  "\ufeff",
  "{",
  "}",
  "[",
  "]",
  '"',
  ",",
  ":",
  "\\",
  "\\u",
  "1e",
  "/*",
  "//",
  "\n",
  "\t",
  "NaN",
  "😀",
  "\ud800",
  " ".repeat(5000),
];

/** Files that are none. @type {Record<string, string>} */
export const WHOLES = {
  empty: "",
  blank: " \n ",
  null: "null",
  true: "true",
  number: "5",
  text: '"x"',
  list: "[]",
  object: "{}",
  "open brackets": "[".repeat(100_000),
  brackets: "[".repeat(50_000) + "]".repeat(50_000),
  objects: '{"a":'.repeat(50_000) + "1" + "}".repeat(50_000),
  html: "<!doctype html><p>Not found</p>",
  yaml: "id: x\n",
  mark: "\ufeff{}",
  zeros: "\u0000".repeat(1000),
  words: "w".repeat(1_000_000),
  digits: "9".repeat(1_000_000),
  "many keys": `{${Array.from({ length: 20_000 }, (_, n) => `"k${n}":1`).join()}}`,
  prototype: '{"__proto__": {"polluted": 1}}',
};

/** @param {any} value @param {(string | number)[]} way @returns {(string | number)[][]} */
const ways = (value, way = []) =>
  typeof value === "object" && value !== null
    ? [way, ...Object.keys(value).flatMap((key) => ways(value[key], [...way, key]))]
    : [way];

/**
 * The JSON of `value` with a part replaced, left out or broken, `count` times.
 *
 * @param {string} what
 * @param {unknown} value
 * @param {number} count
 * @returns {[string, string][]}
 */
export function changed(what, value, count) {
  const all = ways(value).filter((way) => way.length), names = Object.keys(PIECES);
  return Array.from({ length: count }, (_, number) => {
    const draw = chance(`${what} ${number}`), way = pick(draw, all);
    const copy = structuredClone(value), last = /** @type {string} */ (way.at(-1));
    const holder = way.slice(0, -1).reduce((/** @type {any} */ inner, key) => inner[key], copy);
    if (number % 8 === 6) {
      if (Array.isArray(holder)) holder.splice(Number(last), 1);
      else delete holder[last];
      return [`${what} ${number}: no ${way.join(".")}`, JSON.stringify(copy)];
    }
    if (number % 8 === 7) {
      const text = JSON.stringify(value), at = Math.floor(draw() * text.length);
      return [
        `${what} ${number}: broken at ${at}`,
        text.slice(0, at) + pick(draw, BREAKS) + text.slice(at),
      ];
    }
    const name = names[number % names.length];
    holder[last] = "@@";
    return [
      `${what} ${number}: ${name} at ${way.join(".")}`,
      JSON.stringify(copy).replace('"@@"', () => PIECES[name]),
    ];
  });
}

/** @param {string} what @returns {[string, string][]} */
export const wholes = (what) =>
  Object.entries(WHOLES).map(([name, text]) => [`${what}: ${name}`, text]);

/** The value of a JSON text, or the text where it is none. @param {string} text */
export function valueOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * Runs every case and fails with all that missed the bar.
 *
 * @param {[string, string][]} cases
 * @param {(text: string) => unknown} read
 * @param {(problem: unknown) => boolean} isRefusal
 * @param {(value: any) => void} [sound] Throws where what was accepted is not sound.
 */
export async function hold(cases, read, isRefusal, sound = () => {}) {
  /** @type {string[]} */ const failed = [];
  for (const [name, text] of cases) {
    const start = cpuUsage();
    let complaint = "";
    try {
      const value = await read(text);
      try {
        await sound(value);
      } catch (problem) {
        complaint = `accepted what is not sound: ${
          /** @type {any} */ (problem)?.message ?? problem
        }`;
      }
    } catch (problem) {
      if (!isRefusal(problem)) complaint = `not refused but broken: ${problem}`;
    }
    const { user, system } = cpuUsage(start), took = (user + system) / 1000;
    if (took > MOST_MS) complaint += ` took ${Math.round(took)} ms`;
    if (Object.hasOwn(Object.prototype, "polluted") || /** @type {any} */ ({}).polluted) {
      complaint += " polluted every object";
    }
    if (complaint) failed.push(`${name}: ${complaint.slice(0, 300)}`);
  }
  assert.equal(
    failed.length,
    0,
    `${failed.length} of ${cases.length} cases:\n${failed.join("\n")}`,
  );
}

/** A moment as text means the day that it names. @param {unknown} text */
export function isDay(text) {
  const [day] = String(text).split("T");
  assert.ok(
    new Date(`${day}T00:00:00Z`).toISOString().startsWith(day),
    `${text} is taken for another day`,
  );
}

/** A moment in milliseconds can be written as a date. @param {unknown} value */
export function isDated(value) {
  if (value !== null && value !== undefined) {
    assert.doesNotThrow(() => new Date(Number(value)).toISOString(), `${value} is no moment`);
  }
}

/** No half of a surrogate pair is left in what will be written. @param {unknown} value */
export function isText(value) {
  assert.doesNotThrow(
    () => encodeURIComponent(JSON.stringify(value).replace(/\\ud[89a-f]/gi, "\ud800")),
    "half a surrogate is left",
  );
}
