import { parseJson } from "../json.js";
import { isRecord } from "./schema.js";

/** @import { TextStorage } from "./text_storage.js" */

const PREFIX = "rightcode/draft/";

/**
 * Values on their way to the database, by key. A page that closes ends a write to the database, but
 * not one to this storage: the next page finds the value here and finishes the write. Only a page
 * that closes writes here, so that no other tab repeats a change that is still under way.
 */
export class DraftJournal {
  #storage;
  #isClosing = false;
  /** @type {Map<string, unknown>} */ #drafts = new Map();

  /** @param {TextStorage} storage */
  constructor(storage) {
    this.#storage = storage;
  }

  /** @param {string} key @param {unknown} value */
  add(key, value) {
    this.#drafts.set(key, value);
    if (this.#isClosing) this.#write(key, value);
  }

  /** Unless a later value of the key is under way. @param {string} key @param {unknown} value */
  remove(key, value) {
    if (this.#drafts.get(key) !== value) return;
    this.#drafts.delete(key);
    if (this.#isClosing) this.forget(key); // else what is there is a closed tab's
  }

  /** What is under way outlasts the page. */
  close() {
    this.#isClosing = true;
    this.#drafts.forEach((value, key) => this.#write(key, value));
  }

  /** A page that came back finishes its own writes. */
  reopen() {
    this.#isClosing = false;
    for (const key of this.#drafts.keys()) this.forget(key);
  }

  /** What closed pages left, by key. */
  read() {
    return this.#keys().map((key) => ({
      key: key.slice(PREFIX.length),
      value: parseJson(this.#storage.get(key) ?? ""),
    }));
  }

  /** @param {string} key That is written. */
  forget(key) {
    this.#storage.remove(PREFIX + key);
  }

  clear() {
    this.#drafts.clear();
    for (const key of this.#keys()) this.#storage.remove(key);
  }

  /** @param {string} key @param {unknown} value */
  #write(key, value) {
    this.#storage.set(PREFIX + key, JSON.stringify(value));
  }

  #keys() {
    return this.#storage.keys().filter((key) => key.startsWith(PREFIX));
  }
}

/**
 * The value that changed last: an exam, or the runs at an assignment.
 *
 * @param {unknown} stored
 * @param {unknown} draft The one that is taken where both changed at one time; never where another
 *   exam began meanwhile.
 */
export function newerValue(stored, draft) {
  if (!isRecord(draft) || !lastChange(draft)) return stored;
  if (!isRecord(stored)) return draft;
  return stored.id === draft.id && lastChange(stored) <= lastChange(draft) ? draft : stored;
}

/** @param {unknown} value @returns {number} Milliseconds since 1970; 0 where that is not known. */
function lastChange(value) {
  if (!isRecord(value)) return 0;
  if (Array.isArray(value.runs)) return Math.max(0, ...value.runs.map(lastChange));
  return Number(value.changed) || 0;
}
