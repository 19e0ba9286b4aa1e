import { ATTEMPTS, DAMAGED, VALUES } from "./database.js";

/** @import { Attempt, Problem } from "../types.js" */

/**
 * Where answers and a few kept values lie. Values come back as they were put, unchecked.
 *
 * @typedef {object} Backend
 * @property {(item: string) => Promise<unknown[]>} attemptsOf
 * @property {() => Promise<unknown[]>} allAttempts
 * @property {(attempts: Attempt[]) => Promise<string[]>} add The ids of those that were new; one whose id is known is left as it is.
 * @property {(values: unknown[]) => Promise<void>} setAside Takes damaged answers out of the log and keeps them apart.
 * @property {(key: string) => Promise<unknown>} get
 * @property {(key: string, change: (value: unknown) => unknown) => Promise<unknown>} change Nobody else writes between reading and writing.
 * @property {() => Promise<void>} clear
 */

/**
 * A disk in the browser's database. Every write is on the medium before it counts as done.
 *
 * @implements {Backend}
 */
export class DatabaseBackend {
  #database;

  /** @param {IDBDatabase} database */
  constructor(database) {
    this.#database = database;
  }

  /** @param {string} item @returns {Promise<unknown[]>} */
  attemptsOf(item) {
    return answer(this.#read(ATTEMPTS).index("item").getAll(item));
  }

  /** @returns {Promise<unknown[]>} */
  allAttempts() {
    return answer(this.#read(ATTEMPTS).getAll());
  }

  /** @param {Attempt[]} attempts */
  async add(attempts) {
    /** @type {string[]} */ const added = [];
    await this.#write([ATTEMPTS], (transaction) => {
      const table = transaction.objectStore(ATTEMPTS);
      for (const attempt of attempts) {
        table.getKey(attempt.id).onsuccess = ({ target }) => {
          if (/** @type {IDBRequest} */ (target).result !== undefined) return;
          table.add(attempt);
          added.push(attempt.id);
        };
      }
    });
    return added;
  }

  /** @param {unknown[]} values */
  setAside(values) {
    return this.#write([ATTEMPTS, DAMAGED], (transaction) => {
      for (const value of values) {
        transaction.objectStore(DAMAGED).add(value);
        const { id } = /** @type {{id: IDBValidKey}} */ (value);
        transaction.objectStore(ATTEMPTS).delete(id);
      }
    });
  }

  /** @param {string} key @returns {Promise<unknown>} */
  get(key) {
    return answer(this.#read(VALUES).get(key));
  }

  /** @param {string} key @param {(value: unknown) => unknown} change */
  async change(key, change) {
    /** @type {unknown} */ let changed;
    await this.#write([VALUES], (transaction) => {
      const table = transaction.objectStore(VALUES);
      table.get(key).onsuccess = ({ target }) => {
        changed = change(/** @type {IDBRequest} */ (target).result);
        changed === undefined ? table.delete(key) : table.put(changed, key);
      };
    });
    return changed;
  }

  clear() {
    const tables = [ATTEMPTS, VALUES, DAMAGED];
    return this.#write(
      tables,
      (transaction) => tables.forEach((name) => transaction.objectStore(name).clear()),
    );
  }

  /** @param {string} table */
  #read(table) {
    return this.#database.transaction(table).objectStore(table);
  }

  /** @param {string[]} tables @param {(transaction: IDBTransaction) => void} act @returns {Promise<void>} */
  #write(tables, act) {
    return new Promise((resolve, reject) => {
      const transaction = this.#database.transaction(tables, "readwrite", { durability: "strict" });
      transaction.oncomplete = () => resolve();
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
      act(transaction);
    });
  }
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** What a refusal means to the learner. @param {unknown} refusal @returns {Problem} */
export function problemOf(refusal) {
  const named = refusal instanceof Error || refusal instanceof DOMException ? refusal.name : "";
  return named === "QuotaExceededError" ? "full" : "blocked";
}
