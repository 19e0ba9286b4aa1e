import { ATTEMPTS, DAMAGED, VALUES } from "./database.js";

/** @import { IDBPDatabase, IDBPTransaction } from "idb" */
/** @import { Attempt } from "../types.d.ts" */

/**
 * Where attempts and values are stored. Values come back as they were written, unchecked.
 *
 * @typedef {Pick<DatabaseBackend, keyof DatabaseBackend>} Backend
 */

/** @typedef {IDBPTransaction<unknown, string[], "readwrite">} Transaction */

/** A backend in IndexedDB. A write counts as done once it is on the disk. */
export class DatabaseBackend {
  #database;

  /** @param {IDBPDatabase} database */
  constructor(database) {
    this.#database = database;
  }

  /** @param {string} item @returns {Promise<unknown[]>} */
  attemptsOf(item) {
    return this.#database.getAllFromIndex(ATTEMPTS, "item", item);
  }

  /** @returns {Promise<unknown[]>} */
  allAttempts() {
    return this.#database.getAll(ATTEMPTS);
  }

  /** The ids of new ones; a known id is left as it is. @param {Attempt[]} attempts */
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

  /** Moves damaged attempts out of the log. @param {unknown[]} values */
  async setAside(values) {
    await this.#write([ATTEMPTS, DAMAGED], (transaction) =>
      Promise.all(values.flatMap((value) => [
        transaction.objectStore(DAMAGED).add(value),
        transaction.objectStore(ATTEMPTS).delete(/** @type {Attempt} */ (value).id),
      ])));
  }

  /** @param {string} key @returns {Promise<unknown>} */
  get(key) {
    return this.#database.get(VALUES, key);
  }

  /** In one transaction. @param {string} key @param {(value: unknown) => unknown} change */
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
