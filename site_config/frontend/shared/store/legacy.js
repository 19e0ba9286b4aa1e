/** Progress as the first version kept it: in localStorage, one entry an item and version. */
import { isRecord, readAttempt, readRound, readView } from "./schema.js";

/** @import { Backend } from "./database_backend.js" */
/** @import { Attempt, ItemRef } from "../types.js" */

const PREFIX = "rightcode/1/";
const ANSWERS = `${PREFIX}answers/`;
const ROUND = `${PREFIX}quiz/`;
const VIEW = `${PREFIX}view`;

/**
 * @typedef {object} Legacy
 * @property {Attempt[]} attempts
 * @property {[key: string, value: unknown][]} kept
 * @property {[key: string, text: string][]} entries What was read, so that only that is removed afterwards.
 * @property {[key: string, text: string][]} damaged
 */

/**
 * Brings over what the first version kept; it is removed there only when it is safe here.
 *
 * @param {Backend} disk
 * @param {() => Storage} reach May throw.
 * @param {Date} now
 * @returns {Promise<boolean>} Whether something was damaged.
 */
export async function takeOver(disk, reach, now) {
  try {
    const storage = reach();
    const legacy = readLegacy(storage);
    if (legacy.attempts.length) await disk.add(legacy.attempts);
    for (const [key, value] of legacy.kept) await disk.change(key, (known) => known ?? value);
    clearLegacy(storage, legacy, now.toISOString());
    return legacy.damaged.length > 0;
  } catch {
    return false; // It stays where it is and is tried again on the next page.
  }
}

/**
 * Everything an earlier version left behind. Nothing is changed here.
 *
 * @param {Storage} storage
 * @returns {Legacy}
 */
function readLegacy(storage) {
  /** @type {Legacy} */ const found = { attempts: [], kept: [], entries: [], damaged: [] };
  const keys = Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? "");
  for (const key of keys.filter(isOurs)) {
    const text = storage.getItem(key) ?? "";
    (readEntry(key, parse(text), found) ? found.entries : found.damaged).push([key, text]);
  }
  return found;
}

/**
 * Takes away what was read and has not changed since; what was damaged is kept under a key of its own.
 *
 * @param {Storage} storage
 * @param {Legacy} legacy
 * @param {string} at
 */
function clearLegacy(storage, { entries, damaged }, at) {
  for (const [key, text] of damaged) storage.setItem(`rightcode/damaged/${at}/${key}`, text);
  for (const [key, text] of [...entries, ...damaged]) {
    if (storage.getItem(key) === text) storage.removeItem(key);
  }
}

/** Other things may be kept under the same prefix; they are left alone. @param {string} key */
const isOurs = (key) => key === VIEW || key.startsWith(ANSWERS) || key.startsWith(ROUND);

/** @param {string} key @param {unknown} value @param {Legacy} found @returns {boolean} whether it could be read */
function readEntry(key, value, found) {
  if (key.startsWith(ANSWERS)) {
    const attempts = readAttempts(value, refOfKey(key));
    found.attempts.push(...attempts ?? []);
    return attempts !== null;
  }
  const read = key === VIEW ? readView(value) : key.startsWith(ROUND) ? readRound(value) : null;
  if (read !== null) found.kept.push([key.slice(PREFIX.length), read]);
  return read !== null;
}

/** @param {unknown} value @param {ItemRef} ref @returns {Attempt[] | null} */
function readAttempts(value, ref) {
  if (!Array.isArray(value)) return null;
  const attempts = value.map((kept) => readAttempt(isRecord(kept) ? { ...kept, ...ref } : null));
  return attempts.every((attempt) => attempt !== null) ? attempts : null;
}

/** @param {string} key @returns {ItemRef} */
function refOfKey(key) {
  const [item, version] = key.slice(ANSWERS.length).split("@");
  return { item, version: Number(version) };
}

/** @param {string} text @returns {unknown} */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
