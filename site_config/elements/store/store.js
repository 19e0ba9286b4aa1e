import { openBox } from "./box.js";
import { mergeAttempts } from "./merge.js";
import * as schema from "./schema.js";

/** @typedef {import("../types.js").Attempt} Attempt */
/** @typedef {import("../types.js").ItemRef} ItemRef */
/** @typedef {import("../types.js").Problem} Problem */
/** @typedef {import("../types.js").Round} Round */
/** @typedef {import("../types.js").Store} Store */

/**
 * The learner's progress in the browser's storage: one entry an item and version.
 *
 * Damaged entries are moved to a key of their own and reported; nothing here throws.
 *
 * @implements {Store}
 */
export class LocalStore {
  /** @type {Set<Problem>} */ #problems = new Set();
  /** @type {((problem: Problem) => void)[]} */ #listeners = [];
  #box;
  #now;
  #newSeed;

  /** @param {{reach: () => Storage, now: () => Date, newSeed: () => number}} outside */
  constructor({ reach, now, newSeed }) {
    this.#now = now;
    this.#newSeed = newSeed;
    this.#box = openBox(reach, (problem) => this.#report(problem));
  }

  /** @param {ItemRef} ref */
  attempts(ref) {
    return Promise.resolve(this.#attempts(ref));
  }

  /** @param {Attempt} attempt */
  async record(attempt) {
    await this.merge([attempt]);
  }

  /** @returns {Promise<Attempt[]>} */
  all() {
    const keys = this.#box.keys().filter((key) => key.startsWith(schema.ANSWERS)).sort();
    return Promise.resolve(keys.flatMap((key) => this.#attempts(schema.refOfKey(key))));
  }

  /** @param {Attempt[]} attempts */
  merge(attempts) {
    let added = 0;
    for (const group of Map.groupBy(attempts, schema.answersKey).values()) added += this.#add(group);
    return Promise.resolve({ added, known: attempts.length - added });
  }

  /** @param {string} quiz */
  async round(quiz) {
    const kept = this.#read(schema.roundKey(quiz), schema.readRound);
    if (kept) return kept;
    const round = { seed: this.#newSeed(), since: new Date(0).toISOString() };
    await this.saveRound(quiz, round);
    return round;
  }

  /** @param {string} quiz @param {Round} round */
  saveRound(quiz, round) {
    return Promise.resolve(this.#box.set(schema.roundKey(quiz), JSON.stringify(round)));
  }

  view() {
    return Promise.resolve(this.#read(schema.VIEW_KEY, schema.readView) ?? "one");
  }

  /** @param {import("../types.js").View} view */
  saveView(view) {
    return Promise.resolve(this.#box.set(schema.VIEW_KEY, JSON.stringify(view)));
  }

  /** @param {(problem: Problem) => void} listener */
  onProblem(listener) {
    this.#listeners.push(listener);
    this.#problems.forEach((problem) => listener(problem));
  }

  /** @param {ItemRef} ref @returns {Attempt[]} */
  #attempts(ref) {
    return this.#read(schema.answersKey(ref), (value) => schema.readAttempts(value, ref)) ?? [];
  }

  /** @param {Attempt[]} group Attempts of one item and version. */
  #add(group) {
    const here = this.#attempts(group[0]);
    const merged = mergeAttempts(here, group);
    if (merged.length > here.length) {
      this.#box.set(schema.answersKey(group[0]), schema.writeAttempts(merged));
    }
    return merged.length - here.length;
  }

  /**
   * @template T
   * @param {string} key
   * @param {(value: unknown) => T | null} read
   * @returns {T | null}
   */
  #read(key, read) {
    const text = this.#box.get(key);
    if (text === null) return null;
    const value = parse(text, read);
    if (value === null) this.#setAside(key, text);
    return value;
  }

  /** @param {string} key @param {string} text */
  #setAside(key, text) {
    this.#box.set(schema.damagedKey(key, this.#now().toISOString()), text);
    this.#box.remove(key);
    this.#report("damaged");
  }

  /** @param {Problem} problem */
  #report(problem) {
    if (this.#problems.has(problem)) return;
    this.#problems.add(problem);
    this.#listeners.forEach((listener) => listener(problem));
  }
}

/**
 * @template T
 * @param {string} text
 * @param {(value: unknown) => T | null} read
 */
function parse(text, read) {
  try {
    return read(JSON.parse(text));
  } catch {
    return null;
  }
}
