/** @import { Attempt, AttemptDetails, Round, View } from "../types.js" */

/** The version of a progress file. Version 1 had answers without ids. */
export const SCHEMA = 2;

const SLUG = /^[a-z0-9][a-z0-9-]{0,119}$/;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
const OPTION = /^[A-Za-z0-9][\w.-]{0,119}$/;
const ID = /^[A-Za-z0-9][\w.:@-]{0,399}$/;
const DIGEST = /^[0-9a-f]{8,64}$/;
const SURE = ["sure", "think", "guess"];

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export const isRecord = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} value @param {RegExp} pattern @returns {value is string} */
const matches = (value, pattern) => typeof value === "string" && pattern.test(value);

/** @param {unknown} value @returns {value is string} */
export const isMoment = (value) => matches(value, ISO) && !Number.isNaN(Date.parse(value));

/** @param {unknown} value @returns {value is string[]} */
export const isChoice = (value) =>
  Array.isArray(value) && value.length > 0 && value.length <= 50 &&
  value.every((id) => matches(id, OPTION));

/** @param {unknown} value @returns {value is string} */
export const isSlug = (value) => matches(value, SLUG);

/**
 * The attempt in `value`, with known keys only, or null when anything is amiss. One without an id, from the
 * first version, gets the id that its content gives, so that it is the same one wherever it is read.
 *
 * @param {unknown} value
 * @returns {Attempt | null}
 */
export function readAttempt(value) {
  if (!isRecord(value)) return null;
  const { item, version, at, chosen, right } = value;
  if (
    !isSlug(item) || typeof version !== "number" || !Number.isSafeInteger(version) || version < 1
  ) {
    return null;
  }
  if (!isMoment(at) || !isChoice(chosen) || typeof right !== "boolean") return null;
  const choice = [...new Set(chosen)];
  const { id = idOf(item, version, at, choice) } = value;
  if (!matches(id, ID)) return null;
  const more = readMore(value);
  return more && { id, item, version, at, chosen: choice, right, ...more };
}

/**
 * What an attempt may say beyond the answer itself.
 *
 * @param {Record<string, unknown>} value
 * @returns {AttemptDetails | null}
 */
function readMore({ facts, sure, mode, session, hints }) {
  const sound = (facts === undefined || matches(facts, DIGEST)) &&
    (sure === undefined || SURE.includes(String(sure))) &&
    (mode === undefined || isSlug(mode)) && (session === undefined || isSlug(session)) &&
    (hints === undefined || (Number.isSafeInteger(hints) && Number(hints) >= 0));
  if (!sound) return null;
  const given = Object.entries({ facts, sure, mode, session, hints }).filter(([, entry]) =>
    entry !== undefined
  );
  return Object.fromEntries(given);
}

/** @param {string} item @param {number} version @param {string} at @param {string[]} chosen */
const idOf = (item, version, at, chosen) =>
  `${item}@${version}:${at}:${digest([...chosen].sort().join(" "))}`;

/** FNV-1a, which is enough to keep two answers of one millisecond apart. @param {string} text */
function digest(text) {
  let value = 2166136261;
  for (const sign of text) {
    value = Math.imul(value ^ /** @type {number} */ (sign.codePointAt(0)), 16777619) >>> 0;
  }
  return value.toString(36);
}

/** @param {unknown} value @returns {Round | null} */
export function readRound(value) {
  if (!isRecord(value)) return null;
  const { seed, since } = value;
  if (typeof seed !== "number" || !Number.isSafeInteger(seed) || seed < 0) return null;
  return isMoment(since) ? { seed, since } : null;
}

/** @param {unknown} value @returns {View | null} */
export const readView = (value) => (value === "one" || value === "list" ? value : null);
