/** @import { Backend } from "./database_backend.js" */
/** @import { Attempt } from "../types.d.ts" */

/** A backend that lasts as long as the page. @implements {Backend} */
export class MemoryBackend {
  /** @type {Map<string, Attempt>} */ attempts = new Map();
  /** @type {Map<string, unknown>} */ values = new Map();

  /** @param {string} item */
  attemptsOf(item) {
    return Promise.resolve([...this.attempts.values()].filter((attempt) => attempt.item === item));
  }

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
    return Promise.resolve(this.values.get(key));
  }

  /** @param {string} key @param {(value: unknown) => unknown} change */
  change(key, change) {
    const value = change(this.values.get(key));
    value === undefined ? this.values.delete(key) : this.values.set(key, value);
    return Promise.resolve(value);
  }

  clear() {
    this.attempts.clear();
    this.values.clear();
    return Promise.resolve();
  }
}
