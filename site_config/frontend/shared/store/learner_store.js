import { problemOf } from "./database_backend.js";
import { takeOver } from "./legacy.js";
import { MemoryBackend } from "./memory_backend.js";
import { byMoment, isNew, uniqueAttempts } from "./merge_attempts.js";
import { isRecord, readAttempt, readRound, readView } from "./schema.js";

/** @import { Backend } from "./database_backend.js" */
/** @import { Channel } from "./tab_channel.js" */
/** @import { Attempt, Change, ItemRef, Problem, Round, Store, View } from "../types.js" */

/**
 * @typedef {object} Outside What the store takes from outside.
 * @property {() => Promise<Backend>} openDisk
 * @property {() => Storage} reach To what the first version kept; may throw.
 * @property {Channel} channel
 * @property {() => Date} now
 * @property {() => number} newSeed
 */

/**
 * The learner's progress: a log of answers that only grows, and a few kept values.
 *
 * What the browser refuses to keep waits in memory, is told once, and goes along with the next write that
 * succeeds. Nothing here throws.
 *
 * @implements {Store}
 */
export class LearnerStore {
  /** @type {Set<Problem>} */ #problems = new Set();
  /** @type {((problem: Problem) => void)[]} */ #listeners = [];
  /** @type {((what: Change) => void)[]} */ #watchers = [];
  /** @type {Promise<Backend | null> | undefined} */ #opened;
  #waiting = new MemoryBackend();
  #outside;

  /** @param {Outside} outside */
  constructor(outside) {
    this.#outside = outside;
    outside.channel.listen((message) => this.#heard(message));
  }

  /** @param {ItemRef} ref */
  async attempts({ item, version }) {
    return (await this.#log((disk) => disk.attemptsOf(item))).filter((one) =>
      one.version === version
    );
  }

  all() {
    return this.#log((disk) => disk.allAttempts());
  }

  /** @param {Attempt} attempt */
  async record(attempt) {
    await this.merge([attempt]);
  }

  /** @param {Attempt[]} attempts */
  async merge(attempts) {
    const waiting = [...this.#waiting.attempts.values()];
    const given = uniqueAttempts(attempts);
    const added = await this.#onDisk((disk) => disk.add(uniqueAttempts([...waiting, ...given])));
    for (const { id } of added ? waiting : []) this.#waiting.attempts.delete(id);
    const fresh = added ? given.filter(isNew(added, waiting)) : await this.#hold(given);
    if (fresh.length) this.#outside.channel.post({ attempts: fresh });
    return { added: fresh.length, known: attempts.length - fresh.length };
  }

  /** @param {string} quiz @returns {Promise<Round>} */
  async round(quiz) {
    const made = { seed: this.#outside.newSeed(), since: new Date(0).toISOString() };
    const kept = await this.updateValue(`quiz/${quiz}`, (value) => readRound(value) ?? made);
    return readRound(kept) ?? made;
  }

  /** @param {string} quiz @param {Round} round */
  async saveRound(quiz, round) {
    await this.updateValue(`quiz/${quiz}`, () => round);
  }

  async view() {
    return readView(await this.value("view")) ?? "one";
  }

  /** @param {View} view */
  async saveView(view) {
    await this.updateValue("view", () => view);
  }

  /** @param {string} key */
  async value(key) {
    return this.#waiting.kept.get(key) ?? await this.#onDisk((disk) => disk.get(key));
  }

  /** @param {string} key @param {(value: unknown) => unknown} change */
  async updateValue(key, change) {
    const base = this.#waiting.kept.get(key);
    const changed = await this.#onDisk(async (disk) => ({
      value: await disk.change(key, (value) => change(base ?? value)),
    })) ??
      { value: await this.#changeHere(key, change), held: true };
    if (!("held" in changed)) this.#waiting.kept.delete(key);
    this.#outside.channel.post({ key });
    return changed.value;
  }

  async deleteAll() {
    await this.#waiting.clear();
    await this.#onDisk((disk) => disk.clear());
    this.#outside.channel.post({ deleted: true });
  }

  /** @param {(problem: Problem) => void} listener */
  onProblem(listener) {
    this.#listeners.push(listener);
    this.#problems.forEach((problem) => listener(problem));
  }

  /** @param {(what: Change) => void} watcher */
  onChange(watcher) {
    this.#watchers.push(watcher);
  }

  /** Keeps in memory what is not known yet. @param {Attempt[]} attempts */
  async #hold(attempts) {
    const known = new Set((await this.all()).map(({ id }) => id));
    const fresh = attempts.filter(({ id }) => !known.has(id));
    await this.#waiting.add(fresh);
    return fresh;
  }

  /** @param {string} key @param {(value: unknown) => unknown} change */
  async #changeHere(key, change) {
    const base = await this.value(key);
    return this.#waiting.change(key, () => change(base));
  }

  /** @param {(disk: Backend) => Promise<unknown[]>} read @returns {Promise<Attempt[]>} sound ones, oldest first */
  async #log(read) {
    const values = [...await this.#onDisk(read) ?? [], ...await read(this.#waiting)];
    const attempts = new Map(values.map((value) => [value, readAttempt(value)]));
    const damaged = values.filter((value) => attempts.get(value) === null);
    if (damaged.length) {
      await this.#onDisk((disk) => disk.setAside(damaged));
      this.#report("damaged");
    }
    const sound = [...attempts.values()].filter((attempt) => attempt !== null);
    return uniqueAttempts(sound).sort(byMoment);
  }

  /**
   * What the disk answers, or undefined where it refuses.
   *
   * @template T
   * @param {(disk: Backend) => Promise<T>} act
   * @returns {Promise<T | undefined>}
   */
  async #onDisk(act) {
    const disk = await (this.#opened ??= this.#open());
    if (!disk) return undefined;
    try {
      return await act(disk);
    } catch (refusal) {
      this.#report(problemOf(refusal));
      return undefined;
    }
  }

  /** @returns {Promise<Backend | null>} */
  async #open() {
    try {
      const disk = await this.#outside.openDisk();
      if (await takeOver(disk, this.#outside.reach, this.#outside.now())) this.#report("damaged");
      return disk;
    } catch {
      this.#report("blocked");
      return null;
    }
  }

  /** Words of another tab; those of a damaged or an older one are passed over. @param {unknown} message */
  #heard(message) {
    if (!isRecord(message)) return;
    if (message.deleted) this.#waiting.clear();
    const attempts = Array.isArray(message.attempts)
      ? message.attempts.map(readAttempt).filter((attempt) => attempt !== null)
      : [];
    if (this.#problems.has("blocked") || this.#problems.has("full")) this.#waiting.add(attempts);
    const change = { attempts, key: String(message.key ?? ""), deleted: message.deleted === true };
    this.#watchers.forEach((watcher) => watcher(change));
  }

  /** @param {Problem} problem */
  #report(problem) {
    if (this.#problems.has(problem)) return;
    this.#problems.add(problem);
    this.#listeners.forEach((listener) => listener(problem));
  }
}
