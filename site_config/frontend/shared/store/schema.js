import { hash } from "../shuffle.js";

/** @import { Attempt } from "../types.d.ts" */

/** The version of a progress file. Version 1 had answers without ids. */
export const SCHEMA = 2;

const SLUG = /^[a-z0-9][a-z0-9-]{0,119}$/;
const ISO = /^\d{4}-\d\d-\d\dT(?!24)\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
/** The end of the year 9999, in milliseconds since 1970. */
const MAX_INSTANT = 253_402_300_799_999;
const OPTION = /^[A-Za-z0-9][\w.-]{0,119}$/;
const ID = /^[A-Za-z0-9][\w.:@-]{0,399}$/;
const DIGEST = /^[0-9a-f]{8,64}$/;
const SURE = ["sure", "think", "guess"];
/** More hints than any question has. */
const MAX_HINTS = 1000;

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export const isRecord = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} value @param {RegExp} pattern @returns {value is string} */
const matches = (value, pattern) => typeof value === "string" && pattern.test(value);

/**
 * Whether the text, a day or a moment in ISO 8601, names one that exists: a browser takes 30
 * February for March 2.
 *
 * @param {string} text
 */
export function isRealDate(text) {
  const day = text.slice(0, 10);
  return !Number.isNaN(Date.parse(text)) &&
    new Date(`${day}T00:00Z`).toISOString().startsWith(day);
}

/** @param {RegExp} pattern @returns {(value: unknown) => value is string} */
const isDate = (pattern) => /** @returns {value is string} */ (value) =>
  matches(value, pattern) && isRealDate(value);

export const isMoment = isDate(ISO);
export const isDay = isDate(/^\d{4}-\d\d-\d\d$/);

/** @param {unknown} value @returns {value is string[]} */
export const isChoice = (value) =>
  Array.isArray(value) && value.length > 0 && value.length <= 50 &&
  value.every((id) => matches(id, OPTION));

/** @param {unknown} value @returns {value is number} */
export const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

/** Whether it is a moment in milliseconds since 1970. @param {unknown} value */
export const isInstant = (value) => isCount(value) && value <= MAX_INSTANT;

/** @param {unknown} value @returns {value is string} */
export const isSlug = (value) => matches(value, SLUG);

/** @typedef {(value: any) => boolean} Check */

/** @param {Check} check @returns {Check} */
export const isListOf = (check) => (value) => Array.isArray(value) && value.every(check);

/** Names, each once. @type {Check} */
export const isSlugs = (value) => isListOf(isSlug)(value) && new Set(value).size === value.length;

/** @param {Check} check @returns {Check} */
export const isMapOf = (check) => (value) => isRecord(value) && Object.values(value).every(check);

/** @param {Check} check @returns {Check} */
export const optional = (check) => (value) => value === undefined || check(value);

/**
 * Whether a record's entries pass their checks.
 *
 * @param {unknown} value
 * @param {Record<string, Check>} checks
 */
export const fits = (value, checks) =>
  isRecord(value) && Object.entries(checks).every(([name, check]) => check(value[name]));

/** @type {Check} */
export function isSure(value) {
  return SURE.includes(value);
}

const DETAILS = {
  facts: optional((value) => matches(value, DIGEST)),
  sure: optional(isSure),
  mode: optional(isSlug),
  session: optional(isSlug),
  hints: optional((value) => isCount(value) && value <= MAX_HINTS),
};

/**
 * The attempt in `value`, with known keys only, or null if anything is invalid. One without an id,
 * from a file of version 1, gets one from its content, the same wherever it is read.
 *
 * @param {unknown} value
 * @returns {Attempt | null}
 */
export function readAttempt(value) {
  if (!isRecord(value)) return null;
  const { item, version, at, chosen, right } = value;
  if (!isSlug(item) || !isCount(version) || version < 1) return null;
  if (!isMoment(at) || !isChoice(chosen) || typeof right !== "boolean") return null;
  const choice = [...new Set(chosen)];
  const { id = idOf(item, version, at, choice) } = value;
  if (!matches(id, ID)) return null;
  if (!fits(value, DETAILS)) return null;
  const details = Object.keys(DETAILS).filter((name) => value[name] !== undefined)
    .map((name) => [name, value[name]]);
  return { id, item, version, at, chosen: choice, right, ...Object.fromEntries(details) };
}

/** @param {string} item @param {number} version @param {string} at @param {string[]} chosen */
const idOf = (item, version, at, chosen) =>
  `${item}@${version}:${at}:${hash([...chosen].sort().join(" "), 0).toString(36)}`;

/** @param {unknown} value */
export function readRound(value) {
  if (!isRecord(value)) return null;
  const { seed, since } = value;
  return isCount(seed) && isMoment(since) ? { seed, since } : null;
}

/** @param {unknown} value */
export const readView = (value) => (value === "one" || value === "list" ? value : null);
