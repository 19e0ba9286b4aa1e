import { ATTEMPTS, DAMAGED, VALUES } from "./database.js";

/** @import { IDBPDatabase, IDBPObjectStore, IDBPTransaction } from "idb" */
/** @import { Attempt } from "../types.d.ts" */

/**
 * Where attempts and values are stored. Values come back as they were written, unchecked.
 *
 * @typedef {Omit<DatabaseBackend, "leave">} Backend
 */

/** @typedef {IDBPTransaction<unknown, string[], "readwrite">} Transaction */
/** @typedef {IDBPObjectStore<unknown, string[], string, "readonly">} ReadStore */

/** A backend in IndexedDB. A write counts as done once it is on the disk. */
export class DatabaseBackend {
  /** @type {Set<{ abort: () => void }>} */ #open = new Set();
  /** @type {Promise<void> | null} Until a page that was set aside is back. */ #returned = null;
  #database;

  /** @param {IDBPDatabase} database */
  constructor(database) {
    this.#database = database;
  }

  /** @param {string} item @returns {Promise<unknown[]>} */
  attemptsOf(item) {
    return this.#read(ATTEMPTS, (store) => store.index("item").getAll(item));
  }

  /** @returns {Promise<unknown[]>} */
  allAttempts() {
    return this.#read(ATTEMPTS, (store) => store.getAll());
  }

  /** The ids of new ones; a known id is left as it is. @param {Attempt[]} attempts */
  async add(attempts) {
    const added = await this.#write([ATTEMPTS], (transaction) => {
      const store = transaction.objectStore(ATTEMPTS);
      return Promise.all(attempts.map(async (attempt) => {
        if (await store.getKey(attempt.id) !== undefined) return [];
        await store.add(attempt);
        return [attempt.id];
      }));
    });
    return added.flat();
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
    return this.#read(VALUES, (store) => store.get(key));
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

  /**
   * Stops what is being read and written until `returned`, for a page that is only set aside:
   * WebKit freezes it half done, and the next page would wait for it forever.
   *
   * @param {Promise<void>} returned
   */
  leave(returned) {
    this.#returned = returned.then(() => {
      this.#returned = null;
    });
    for (const transaction of this.#open) {
      try {
        transaction.abort();
      } catch { /* all of it is on its way to the disk */ }
    }
  }

  /** @template T @param {string} name @param {(store: ReadStore) => Promise<T>} act */
  #read(name, act) {
    const begin = () => this.#database.transaction([name], "readonly");
    return this.#run(begin, (transaction) => act(transaction.objectStore(name)));
  }

  /** @template T @param {string[]} names @param {(transaction: Transaction) => Promise<T>} act */
  #write(names, act) {
    const begin = () => this.#database.transaction(names, "readwrite", { durability: "strict" });
    return this.#run(begin, act);
  }

  /**
   * @template T
   * @template {{ abort: () => void, done: Promise<void> }} Begun
   * @param {() => Begun} begin
   * @param {(transaction: Begun) => Promise<T>} act Done again where the page was left meanwhile.
   * @returns {Promise<T>}
   */
  async #run(begin, act) {
    if (this.#returned) await this.#returned;
    const transaction = begin();
    this.#open.add(transaction);
    try {
      const [result] = await Promise.all([act(transaction), transaction.done]);
      return result;
    } catch (error) {
      if (!this.#returned) throw error;
    } finally {
      this.#open.delete(transaction);
    }
    return this.#run(begin, act);
  }
}

/** What a rejection means to the learner. @param {unknown} error */
export function problemOf(error) {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  return name === "QuotaExceededError" ? "full" : "blocked";
}
