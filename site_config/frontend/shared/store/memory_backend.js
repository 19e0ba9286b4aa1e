/** @import { Backend } from "./database_backend.js" */
/** @import { Attempt } from "../types.js" */

/**
 * A disk that is gone with the page: what the browser refuses to keep waits here.
 *
 * @implements {Backend}
 */
export class MemoryBackend {
  /** @type {Map<string, Attempt>} */ attempts = new Map();
  /** @type {Map<string, unknown>} */ kept = new Map();

  /** @param {string} item @returns {Promise<unknown[]>} */
  attemptsOf(item) {
    return Promise.resolve([...this.attempts.values()].filter((attempt) => attempt.item === item));
  }

  /** @returns {Promise<unknown[]>} */
  allAttempts() {
    return Promise.resolve([...this.attempts.values()]);
  }

  /** @param {Attempt[]} attempts */
  add(attempts) {
    const fresh = attempts.filter(({ id }) => !this.attempts.has(id));
    for (const attempt of fresh) this.attempts.set(attempt.id, attempt);
    return Promise.resolve(fresh.map(({ id }) => id));
  }

  setAside() {
    return Promise.resolve();
  }

  /** @param {string} key */
  get(key) {
    return Promise.resolve(this.kept.get(key));
  }

  /** @param {string} key @param {(value: unknown) => unknown} change */
  change(key, change) {
    const value = change(this.kept.get(key));
    value === undefined ? this.kept.delete(key) : this.kept.set(key, value);
    return Promise.resolve(value);
  }

  clear() {
    this.attempts.clear();
    this.kept.clear();
    return Promise.resolve();
  }
}
