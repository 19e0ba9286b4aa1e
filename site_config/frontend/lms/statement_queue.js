import { parseJson } from "../shared/json.js";
import { isRecord } from "../shared/store/schema.js";
import { isReceipt } from "../shared/xapi_receipt.js";

/** @import { Renew } from "../shared/store/lease.js" */
/** @import { TextStorage } from "../shared/store/text_storage.js" */
/** @import { Statement } from "./statements.js" */
/** @import { Trouble } from "./types.d.ts" */

/**
 * @typedef {object} QueueOptions
 * @property {TextStorage} storage
 * @property {string} key Of the launch, so that two launches do not send each other's statements.
 * @property {(statements: Statement[], last?: boolean) => Promise<Response>} send
 * @property {(statement: Statement) => Promise<Response>} put
 * @property {(act: () => void, seconds: number) => void} later
 * @property {(trouble: Trouble | null) => void} report
 * @property {(act: (renew: Renew) => Promise<void>) => Promise<void>} alone Does `act` while no
 *   other tab sends from this queue.
 */

const BATCH = 20;
const MAX_WAIT_SECONDS = 60;

/** @param {Response} answer @param {Statement[]} statements */
const isTaken = (answer, statements) => isReceipt(answer, statements.map(({ id }) => id));

/** @param {Response} answer */
const isBusy = ({ status }) => status === 429 || status >= 500;

/**
 * Statements on their way to the LRS. Each waits in the browser under its id until the LRS has it;
 * one that the LRS has already counts as sent.
 */
export class StatementQueue {
  #options;
  #busy = false;
  #wait = 1;

  /** @param {QueueOptions} options */
  constructor(options) {
    this.#options = options;
  }

  /** @returns {Statement[]} */
  get waiting() {
    const saved = parseJson(this.#options.storage.get(this.#options.key));
    return Array.isArray(saved) ? saved.filter((one) => isRecord(one) && one.id) : [];
  }

  /** @param {Statement[]} statements */
  add(...statements) {
    this.#save([...this.waiting, ...statements]);
    return this.flush();
  }

  /** Sends what waits, in order, until the LRS cannot be reached. */
  async flush() {
    if (this.#busy) return;
    this.#busy = true;
    try {
      await this.#options.alone(async (renew) => {
        while (this.waiting.length && await renew() && await this.#sendBatch());
      });
    } finally {
      this.#busy = false;
    }
  }

  /**
   * Sends once more as the page goes; what does not arrive is sent by the next launch.
   *
   * @param {...Statement} statements
   */
  async leave(...statements) {
    this.#save([...this.waiting, ...statements]);
    const batch = this.waiting.slice(-BATCH);
    try {
      const answer = await this.#options.send(batch, true);
      if (await isTaken(answer, batch)) this.#forget(batch);
      else if (answer.status === 409) await this.#sendEach(batch);
    } catch { /* it waits */ }
  }

  /** @returns {Promise<boolean>} Whether to continue. */
  async #sendBatch() {
    const batch = this.waiting.slice(0, BATCH);
    const answer = await this.#options.send(batch).catch(() => null);
    if (!answer || isBusy(answer)) return this.#retryLater();
    this.#wait = 1;
    if ([400, 409, 413].includes(answer.status)) return this.#sendEach(batch);
    if (!answer.ok) return this.#refused();
    if (!await isTaken(answer, batch)) return this.#retryLater();
    this.#forget(batch);
    this.#options.report(null);
    return true;
  }

  /**
   * One by one, so that one which the LRS has or refuses does not block the others.
   *
   * @param {Statement[]} batch
   */
  async #sendEach(batch) {
    for (const statement of batch) {
      const answer = await this.#options.put(statement).catch(() => null);
      if (!answer || isBusy(answer)) return this.#retryLater();
      if ([401, 403].includes(answer.status)) return this.#refused();
      const taken = answer.status === 409 || await isTaken(answer, [statement]);
      if (!taken && ![400, 413].includes(answer.status)) return this.#retryLater();
      if (!taken) this.#options.report("refused");
      this.#forget([statement]);
    }
    return true;
  }

  #refused() {
    this.#options.report("refused");
    return false;
  }

  #retryLater() {
    this.#options.report("waiting");
    this.#options.later(() => this.flush(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, MAX_WAIT_SECONDS);
    return false;
  }

  /** @param {Statement[]} sent */
  #forget(sent) {
    const ids = new Set(sent.map(({ id }) => id));
    this.#save(this.waiting.filter(({ id }) => !ids.has(id)));
  }

  /** @param {Statement[]} statements */
  #save(statements) {
    const { storage, key } = this.#options;
    if (statements.length) storage.set(key, JSON.stringify(statements));
    else storage.remove(key);
  }
}
