/** @typedef {import("../types.js").Attempt} Attempt */
/** @typedef {import("../types.js").Round} Round */

/** The version of what is kept. Every key begins with it, so that a later version can read and convert an earlier one. */
export const SCHEMA = 1;

const PREFIX = `rightcode/${SCHEMA}/`;
export const ANSWERS = `${PREFIX}answers/`;
export const VIEW_KEY = `${PREFIX}view`;

const SLUG = /^[a-z0-9][a-z0-9-]{0,119}$/;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
const OPTION = /^[A-Za-z0-9][\w.-]{0,119}$/;

/** @param {import("../types.js").ItemRef} ref */
export const answersKey = ({ item, version }) => `${ANSWERS}${item}@${version}`;

/** @param {string} quiz */
export const roundKey = (quiz) => `${PREFIX}quiz/${quiz}`;

/** @param {string} key @param {string} at */
export const damagedKey = (key, at) => `rightcode/damaged/${at}/${key}`;

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} value @param {RegExp} pattern @returns {value is string} */
const matches = (value, pattern) => typeof value === "string" && pattern.test(value);

/** @param {unknown} value @returns {value is string} */
const isMoment = (value) => matches(value, ISO) && !Number.isNaN(Date.parse(value));

/** @param {unknown} value @returns {value is string[]} */
const isChoice = (value) =>
  Array.isArray(value) && value.length > 0 && value.length <= 50 && value.every((id) => matches(id, OPTION));

/**
 * The attempt in `value`, with known keys only, or null when anything is amiss.
 *
 * @param {unknown} value
 * @returns {Attempt | null}
 */
export function readAttempt(value) {
  if (!isRecord(value)) return null;
  const { item, version, at, chosen, right } = value;
  if (!matches(item, SLUG) || typeof version !== "number" || !Number.isSafeInteger(version) || version < 1) {
    return null;
  }
  if (!isMoment(at) || !isChoice(chosen) || typeof right !== "boolean") return null;
  return { item, version, at, chosen: [...new Set(chosen)], right };
}

/**
 * What is kept under one item's key, or null when it is damaged.
 *
 * @param {unknown} value
 * @param {import("../types.js").ItemRef} ref
 * @returns {Attempt[] | null}
 */
export function readAttempts(value, { item, version }) {
  if (!Array.isArray(value)) return null;
  const attempts = value.map((kept) => readAttempt(isRecord(kept) ? { ...kept, item, version } : null));
  return attempts.every((attempt) => attempt !== null) ? /** @type {Attempt[]} */ (attempts) : null;
}

/** @param {Attempt[]} attempts */
export const writeAttempts = (attempts) =>
  JSON.stringify(attempts.map(({ at, chosen, right }) => ({ at, chosen, right })));

/** @param {string} key @returns {import("../types.js").ItemRef} */
export function refOfKey(key) {
  const [item, version] = key.slice(ANSWERS.length).split("@");
  return { item, version: Number(version) };
}

/** @param {unknown} value @returns {Round | null} */
export function readRound(value) {
  if (!isRecord(value)) return null;
  const { seed, since } = value;
  if (typeof seed !== "number" || !Number.isSafeInteger(seed) || seed < 0) return null;
  return isMoment(since) ? { seed, since } : null;
}

/** @param {unknown} value @returns {import("../types.js").View | null} */
export const readView = (value) => (value === "one" || value === "list" ? value : null);
