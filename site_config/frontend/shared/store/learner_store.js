import { problemOf } from "./database_backend.js";
import { newerValue } from "./draft_journal.js";
import { MemoryBackend } from "./memory_backend.js";
import { isRecord, readAttempt, readRound, readView } from "./schema.js";

/** @import { AttemptJournal } from "./attempt_journal.js" */
/** @import { Backend } from "./database_backend.js" */
/** @import { DraftJournal } from "./draft_journal.js" */
/** @import { Channel } from "./tab_channel.js" */
/** @import { Attempt, Change, ItemRef, Problem, Round, Store, View } from "../types.d.ts" */

/**
 * @typedef {object} StoreOptions
 * @property {() => Promise<Backend>} openBackend
 * @property {Channel} channel
 * @property {AttemptJournal} [journal] None where nothing outlasts the page.
 * @property {DraftJournal} [drafts] Likewise.
 * @property {() => number} newSeed
 * @property {boolean} [isApart] No other page of the site sees what is stored here.
 */

/**
 * The learner's progress: an append-only log of attempts, and a few values by key.
 *
 * What the browser refuses to store waits in memory, is reported once, and is written with the next
 * write that succeeds. Nothing here throws.
 *
 * @implements {Store}
 */
export class LearnerStore {
  /** @type {Set<Problem>} */ #problems = new Set();
  /** @type {((problem: Problem) => void)[]} */ #problemListeners = [];
  /** @type {((change: Change) => void)[]} */ #changeListeners = [];
  /** @type {Promise<Backend | null> | undefined} */ #backend;
  #unsaved = new MemoryBackend();
  #options;

  /** @param {StoreOptions} options */
  constructor(options) {
    this.#options = options;
    options.channel.listen((message) => this.#receive(message));
    if (options.isApart) this.#report("apart");
  }

  /** @param {ItemRef} ref */
  async attempts({ item, version }) {
    const attempts = await this.#log((backend) => backend.attemptsOf(item));
    return attempts.filter((attempt) => attempt.version === version);
  }

  all() {
    return this.#log((backend) => backend.allAttempts());
  }

  /** @param {Attempt} attempt In the journal at once, so that a page may close meanwhile. */
  async record(attempt) {
    const { journal, channel } = this.#options;
    journal?.add(attempt);
    const { added } = await this.merge([attempt]);
    if (!added) channel.post({ attempts: [attempt] }); // a page that opened meanwhile wrote it
    journal?.remove(attempt);
  }

  /** @param {Attempt[]} attempts */
  async merge(attempts) {
    const unsaved = [...this.#unsaved.attempts.values()];
    const unique = uniqueAttempts(attempts);
    const added = await this.#try((backend) =>
      backend.add(uniqueAttempts([...unsaved, ...unique]))
    );
    for (const { id } of added ? unsaved : []) this.#unsaved.attempts.delete(id);
    const ids = new Set(added);
    for (const { id } of unsaved) ids.delete(id);
    const fresh = added ? unique.filter(({ id }) => ids.has(id)) : await this.#addUnsaved(unique);
    if (fresh.length) this.#options.channel.post({ attempts: fresh });
    return { added: fresh.length, known: attempts.length - fresh.length };
  }

  /** @param {string} quiz */
  async round(quiz) {
    const fresh = { seed: this.#options.newSeed(), since: new Date(0).toISOString() };
    const stored = await this.updateValue(`quiz/${quiz}`, (value) => readRound(value) ?? fresh);
    return readRound(stored) ?? fresh;
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
    return this.#unsaved.values.get(key) ?? await this.#try((backend) => backend.get(key));
  }

  /**
   * @param {string} key
   * @param {(value: unknown) => unknown} change
   * @param {unknown} [draft] The changed value as this page knows it, stored even where the page
   *   closes before the database has answered.
   */
  async updateValue(key, change, draft) {
    const { drafts } = this.#options;
    if (draft !== undefined) drafts?.add(key, draft);
    const value = await this.#updateValue(key, change);
    drafts?.remove(key, draft);
    return value;
  }

  /** @param {string} key @param {(value: unknown) => unknown} change */
  async #updateValue(key, change) {
    const base = this.#unsaved.values.get(key);
    const saved = await this.#try(async (backend) => ({
      value: await backend.change(key, (value) => change(base ?? value)),
    }));
    if (saved) this.#unsaved.values.delete(key);
    const value = saved ? saved.value : await this.#changeUnsaved(key, change);
    this.#options.channel.post({ key });
    return value;
  }

  async deleteAll() {
    this.#options.journal?.clear();
    this.#options.drafts?.clear();
    await this.#unsaved.clear();
    await this.#try((backend) => backend.clear());
    this.#options.channel.post({ deleted: true });
  }

  /** @param {(problem: Problem) => void} listener */
  onProblem(listener) {
    this.#problemListeners.push(listener);
    this.#problems.forEach((problem) => listener(problem));
  }

  /** @param {(change: Change) => void} listener */
  onChange(listener) {
    this.#changeListeners.push(listener);
  }

  /** @param {Attempt[]} attempts */
  async #addUnsaved(attempts) {
    const known = new Set((await this.all()).map(({ id }) => id));
    const fresh = attempts.filter(({ id }) => !known.has(id));
    await this.#unsaved.add(fresh);
    return fresh;
  }

  /** @param {string} key @param {(value: unknown) => unknown} change */
  async #changeUnsaved(key, change) {
    const base = await this.value(key);
    return this.#unsaved.change(key, () => change(base));
  }

  /** @param {(backend: Backend) => Promise<unknown[]>} read @returns Valid ones, oldest first. */
  async #log(read) {
    const values = [...await this.#try(read) ?? [], ...await read(this.#unsaved)];
    const attempts = new Map(values.map((value) => [value, readAttempt(value)]));
    const damaged = values.filter((value) => attempts.get(value) === null);
    if (damaged.length) {
      await this.#try((backend) => backend.setAside(damaged));
      this.#report("damaged");
    }
    const valid = [...attempts.values()].filter((attempt) => attempt !== null);
    return uniqueAttempts(valid).sort(byTime);
  }

  /**
   * The result of `act`, or undefined where the browser refuses. A database that was closed on this
   * page, since it was deleted, is opened again.
   *
   * @template T
   * @param {(backend: Backend) => Promise<T>} act
   * @param {boolean} [again]
   * @returns {Promise<T | undefined>}
   */
  async #try(act, again = false) {
    this.#backend ??= this.#open().catch(() => (this.#report("blocked"), null));
    const backend = await this.#backend;
    if (!backend) return undefined;
    try {
      return await act(backend);
    } catch (error) {
      const closed = error instanceof DOMException && error.name === "InvalidStateError";
      if (closed && !again) {
        this.#backend = undefined;
        return this.#try(act, true);
      }
      this.#report(problemOf(error));
      return undefined;
    }
  }

  /** The database, with all in it that a closed page had no time to write. */
  async #open() {
    const { openBackend, journal, drafts } = this.#options;
    const unfinished = journal?.read() ?? [];
    const values = drafts?.read() ?? [];
    const backend = await openBackend();
    const stays = () => {}; // in the journal, for the next page
    if (unfinished.length) {
      await backend.add(unfinished).then(() => unfinished.forEach((one) => journal?.remove(one)))
        .catch(stays);
    }
    for (const { key, value } of values) {
      await backend.change(key, (stored) => newerValue(stored, value))
        .then(() => drafts?.forget(key)).catch(stays);
    }
    return backend;
  }

  /**
   * A message of another tab; one that is damaged or of an older version is ignored.
   *
   * @param {unknown} message
   */
  #receive(message) {
    if (!isRecord(message)) return;
    if (message.deleted) this.#unsaved.clear();
    const attempts = Array.isArray(message.attempts)
      ? message.attempts.map(readAttempt).filter((attempt) => attempt !== null)
      : [];
    if (this.#problems.has("blocked") || this.#problems.has("full")) this.#unsaved.add(attempts);
    const change = { attempts, key: String(message.key ?? ""), deleted: message.deleted === true };
    this.#changeListeners.forEach((listener) => listener(change));
  }

  /** @param {Problem} problem */
  #report(problem) {
    if (this.#problems.has(problem)) return;
    this.#problems.add(problem);
    this.#problemListeners.forEach((listener) => listener(problem));
  }
}

/** @param {Attempt} a @param {Attempt} b */
const byTime = (a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1);

/** @param {Attempt[]} attempts */
const uniqueAttempts = (attempts) => [
  ...new Map(attempts.map((attempt) => [attempt.id, attempt])).values(),
];
