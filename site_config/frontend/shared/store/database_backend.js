import { ATTEMPTS, DAMAGED, VALUES } from "./database.js";

/** @import { IDBPDatabase, IDBPTransaction } from "idb" */
/** @import { Attempt } from "../types.d.ts" */

/**
 * Where attempts and values are stored. Values come back as they were written, unchecked.
 *
 * @typedef {object} Backend
 * @property {(item: string) => Promise<unknown[]>} attemptsOf
 * @property {() => Promise<unknown[]>} allAttempts
 * @property {(attempts: Attempt[]) => Promise<string[]>} add The ids of new ones; a known id is
 *   left as it is.
 * @property {(values: unknown[]) => Promise<void>} setAside Moves damaged attempts out of the log.
 * @property {(key: string) => Promise<unknown>} get
 * @property {(key: string, change: (value: unknown) => unknown) => Promise<unknown>} change In one
 *   transaction.
 * @property {() => Promise<void>} clear
 */

/** @typedef {IDBPTransaction<unknown, string[], "readwrite">} Transaction */

/** A backend in IndexedDB. A write counts as done once it is on the disk. @implements {Backend} */
export class DatabaseBackend {
  #database;

  /** @param {IDBPDatabase} database */
  constructor(database) {
    this.#database = database;
  }

  /** @param {string} item */
  attemptsOf(item) {
    return this.#database.getAllFromIndex(ATTEMPTS, "item", item);
  }

  allAttempts() {
    return this.#database.getAll(ATTEMPTS);
  }

  /** @param {Attempt[]} attempts */
  async add(attempts) {
    /** @type {string[]} */ const added = [];
    await this.#write([ATTEMPTS], (transaction) => {
      const store = transaction.objectStore(ATTEMPTS);
      return Promise.all(attempts.map(async (attempt) => {
        if (await store.getKey(attempt.id) !== undefined) return;
        await store.add(attempt);
        added.push(attempt.id);
      }));
    });
    return added;
  }

  /** @param {unknown[]} values */
  async setAside(values) {
    await this.#write([ATTEMPTS, DAMAGED], (transaction) =>
      Promise.all(values.flatMap((value) => [
        transaction.objectStore(DAMAGED).add(value),
        transaction.objectStore(ATTEMPTS).delete(/** @type {Attempt} */ (value).id),
      ])));
  }

  /** @param {string} key */
  get(key) {
    return this.#database.get(VALUES, key);
  }

  /** @param {string} key @param {(value: unknown) => unknown} change */
  change(key, change) {
    return this.#write([VALUES], async (transaction) => {
      const store = transaction.objectStore(VALUES);
      const value = change(await store.get(key));
      await (value === undefined ? store.delete(key) : store.put(value, key));
      return value;
    });
  }

  async clear() {
    const names = [ATTEMPTS, VALUES, DAMAGED];
    await this.#write(
      names,
      (transaction) => Promise.all(names.map((name) => transaction.objectStore(name).clear())),
    );
  }

  /** @template T @param {string[]} names @param {(transaction: Transaction) => Promise<T>} act */
  async #write(names, act) {
    const transaction = this.#database.transaction(names, "readwrite", { durability: "strict" });
    const [result] = await Promise.all([act(transaction), transaction.done]);
    return result;
  }
}

/** What a rejection means to the learner. @param {unknown} error */
export function problemOf(error) {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  return name === "QuotaExceededError" ? "full" : "blocked";
}
