/** @import { TextStorage } from "../shared/store/text_storage.js" */
/** @import { Statement } from "./statements.js" */
/** @import { Trouble } from "./types.js" */

/**
 * @typedef {object} Outside
 * @property {TextStorage} box
 * @property {string} key Of the launch, so that two launches do not send each other's statements.
 * @property {(statements: Statement[], last?: boolean) => Promise<Response>} send
 * @property {(statement: Statement) => Promise<Response>} put
 * @property {(act: () => void, seconds: number) => void} later
 * @property {(trouble: Trouble | null) => void} told
 */

const BATCH = 20;
const LONGEST_WAIT = 60;

/**
 * Statements on their way to the store. Each keeps the id it was made with, waits in the browser until the store
 * has taken it, and is then forgotten; a store that has it already says so, and it counts as taken.
 */
export class StatementQueue {
  #outside;
  #busy = false;
  #wait = 1;

  /** @param {Outside} outside */
  constructor(outside) {
    this.#outside = outside;
  }

  /** @returns {Statement[]} */
  get waiting() {
    try {
      const kept = JSON.parse(this.#outside.box.get(this.#outside.key) ?? "[]");
      return Array.isArray(kept) ? kept : [];
    } catch {
      return [];
    }
  }

  /** @param {Statement[]} statements */
  add(...statements) {
    this.#keep([...this.waiting, ...statements]);
    return this.flush();
  }

  /** Sends what waits, in order, until nothing does or the store cannot be reached. */
  async flush() {
    if (this.#busy) return;
    this.#busy = true;
    try {
      while (this.waiting.length && await this.#sendSome());
    } finally {
      this.#busy = false;
    }
  }

  /** Once more as the page goes; what does not arrive is sent by the next launch. @param {...Statement} statements */
  async leave(...statements) {
    this.#keep([...this.waiting, ...statements]);
    const batch = this.waiting.slice(-BATCH);
    try {
      const answer = await this.#outside.send(batch, true);
      if (answer.ok) this.#forget(batch);
      else if (answer.status === 409) await this.#each(batch);
    } catch { /* it waits */ }
  }

  /** @returns {Promise<boolean>} whether to go on */
  async #sendSome() {
    const batch = this.waiting.slice(0, BATCH);
    const answer = await this.#outside.send(batch).catch(() => null);
    if (!answer || answer.status === 429 || answer.status >= 500) return this.#tryLater();
    this.#wait = 1;
    if (answer.ok) this.#forget(batch);
    else if (answer.status === 409 || answer.status === 413 || answer.status === 400) {
      return this.#each(batch);
    } else return this.#refused();
    this.#outside.told(null);
    return true;
  }

  /** One by one, so that one which the store has, or will not have, does not keep the others. @param {Statement[]} batch */
  async #each(batch) {
    for (const statement of batch) {
      const answer = await this.#outside.put(statement).catch(() => null);
      if (!answer || answer.status >= 500 || answer.status === 429) return this.#tryLater();
      if ([401, 403].includes(answer.status)) return this.#refused();
      if (!answer.ok && answer.status !== 409) this.#outside.told("refused");
      this.#forget([statement]);
    }
    return true;
  }

  #refused() {
    this.#outside.told("refused");
    return false;
  }

  #tryLater() {
    this.#outside.told("waiting");
    this.#outside.later(() => this.flush(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
    return false;
  }

  /** @param {Statement[]} sent */
  #forget(sent) {
    const ids = new Set(sent.map(({ id }) => id));
    this.#keep(this.waiting.filter(({ id }) => !ids.has(id)));
  }

  /** @param {Statement[]} statements */
  #keep(statements) {
    const { box, key } = this.#outside;
    if (statements.length) box.set(key, JSON.stringify(statements));
    else box.remove(key);
  }
}
