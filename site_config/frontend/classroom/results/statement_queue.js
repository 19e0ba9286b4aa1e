/** Statements on their way to a store, saved while it cannot be reached and sent once each. */

import { ANSWER_MS } from "../../shared/bounded_answer.js";
import { exclusively } from "../../shared/store/lease.js";
import { inTransaction, openRaw, resultOf } from "../../shared/store/requests.js";
import { isReceipt } from "../../shared/xapi_receipt.js";

/** @import { LeaseOptions, Renew } from "../../shared/store/lease.js" */

export const NAME = "rightcode-statements";
const TABLE = "waiting", REFUSED = "refused";
const BATCH = 50;
const VERSION = "1.0.3";

/**
 * @typedef {Record<string, any> & {id: string}} Statement
 * @typedef {object} Reach How the store is reached. A credential is the launch's own and is nowhere
 *   kept.
 * @property {string} endpoint Ends before `/statements`.
 * @property {string} [authorization] The value of the header, as a launch gave it; left out where
 *   the server in front adds it.
 * @property {typeof fetch} [fetch]
 * @property {Renew} [renew]
 */

/**
 * What a page has for the store, for which the queue asks while no other tab sends.
 *
 * @typedef {object} Source
 * @property {() => Promise<unknown>} state As it was marked; `true` by earlier versions when sent.
 * @property {(state: "queued" | "sent") => Promise<unknown>} mark
 * @property {() => Promise<Statement[]>} statements
 */

/**
 * A queue in the browser's database; what is in it outlives the page. What the browser does not
 * store is sent from memory.
 */
export class ResultQueue {
  #name;
  #options;
  /** @type {Promise<{sent: number, left: number, refused: number}> | undefined} */ #running;
  /** @type {Map<string, Statement>} */ #unsaved = new Map();
  /** @type {Set<string>} */ #taken = new Set();

  /**
   * @param {() => IDBFactory} [reach]
   * @param {string} [store] Where its statements go, if a page knows several places.
   * @param {Omit<LeaseOptions, "reach">} [options]
   */
  constructor(reach = () => indexedDB, store = "", options = {}) {
    this.#name = store ? `${NAME} ${store}` : NAME;
    this.#options = { ...options, reach };
  }

  /** How many statements would be lost with this page. */
  get unsaved() {
    return this.#unsaved.size;
  }

  /**
   * Counts as done once it is on the medium; one whose id is known already is left as it is.
   *
   * @param {Statement[]} statements
   */
  async add(statements) {
    const all = [...this.#unsaved.values(), ...statements];
    try {
      await this.#open((database) =>
        inTransaction(database, [TABLE, REFUSED], (transaction) => {
          for (const statement of all) addUnlessKnown(transaction, statement);
        })
      );
      this.#unsaved.clear();
    } catch {
      this.#unsaved = new Map(all.map((statement) => [statement.id, statement]));
    }
  }

  /** How many wait, and how many the store refused for good. */
  async count() {
    const counts = this.#open((database) => {
      const transaction = database.transaction([TABLE, REFUSED]);
      return Promise.all(
        [TABLE, REFUSED].map((name) => resultOf(transaction.objectStore(name).count())),
      );
    });
    const [left, refused] = await counts.catch(() => [0, 0]);
    return { left: left + this.#unsaved.size, refused };
  }

  /**
   * Sends what waits, in order. Rejected only with the source: what cannot be sent now waits on.
   * Two calls at once are one, and two tabs take turns.
   *
   * @param {Reach} reach
   * @param {Source} [source] Queued first, until all of it was sent.
   * @returns {Promise<{sent: number, left: number, refused: number}>}
   */
  send(reach, source) {
    this.#running ??= exclusively(
      this.#name,
      (renew) => this.#send({ ...reach, renew }, source),
      this.#options,
    ).finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** @param {Reach & {renew: Renew}} reach @param {Source} [source] */
  async #send(reach, source) {
    const statements = source ? await this.#queue(source) : [];
    let sent = 0;
    try {
      sent = await this.#open((database) => sendStored(database, reach));
    } catch {
      for (const statement of statements) this.#unsaved.set(statement.id, statement);
    }
    sent += await this.#sendUnsaved(reach);
    const { left, refused } = await this.count();
    if (statements.length && !left) await source?.mark("sent");
    return { sent, left, refused };
  }

  /**
   * Queues what is not queued yet, or was in a database that is gone.
   *
   * @param {Source} source
   * @returns What is not known to be sent.
   */
  async #queue(source) {
    const state = await source.state();
    if (state === "sent" || state === true) return [];
    const all = await source.statements().catch((error) => {
      if (state === "queued") return [];
      throw error;
    });
    const open = all.filter(({ id }) => !this.#taken.has(id));
    if (state === "queued" && await this.#holdsAny(open)) return open;
    await this.add(open);
    if (open.length && !this.unsaved) await source.mark("queued");
    return open;
  }

  /** @param {Statement[]} statements */
  async #holdsAny(statements) {
    const held = this.#open((database) => {
      const transaction = database.transaction([TABLE, REFUSED]);
      const waiting = transaction.objectStore(TABLE).index("id");
      const refused = transaction.objectStore(REFUSED);
      return Promise.all(
        statements.flatMap(({ id }) =>
          [waiting, refused].map((table) => resultOf(table.count(id)))
        ),
      );
    });
    return (await held.catch(() => [])).some(Boolean);
  }

  /** @param {Reach} reach */
  async #sendUnsaved(reach) {
    let sent = 0;
    const waiting = [...this.#unsaved.values()];
    for (let from = 0; from < waiting.length; from += BATCH) {
      const outcomes = await deliver(reach, waiting.slice(from, from + BATCH));
      for (const [id, outcome] of outcomes) {
        if (outcome !== "taken") continue;
        this.#unsaved.delete(id);
        this.#taken.add(id);
        sent++;
      }
      if ([...outcomes.values()].includes("later")) break;
    }
    return sent;
  }

  /** @template T @param {(database: IDBDatabase) => Promise<T>} act */
  async #open(act) {
    const database = await openRaw(this.#options.reach(), this.#name, 1, (made) => {
      const options = { keyPath: "key", autoIncrement: true };
      made.createObjectStore(TABLE, options).createIndex("id", "id", { unique: true });
      made.createObjectStore(REFUSED, { keyPath: "id" });
    });
    return await act(database).finally(() => database.close());
  }
}

/** @param {IDBTransaction} transaction @param {Statement} statement */
function addUnlessKnown(transaction, statement) {
  const { id } = statement;
  const table = transaction.objectStore(TABLE);
  const waiting = table.index("id").getKey(id);
  waiting.onsuccess = () => {
    const refused = transaction.objectStore(REFUSED).getKey(id);
    refused.onsuccess = () => {
      if (waiting.result === undefined && refused.result === undefined) {
        table.add({ id, statement });
      }
    };
  };
}

/** @param {IDBDatabase} database @param {Reach} reach */
async function sendStored(database, reach) {
  let sent = 0;
  for (;;) {
    const batch = await resultOf(
      database.transaction(TABLE).objectStore(TABLE).getAll(null, BATCH),
    );
    if (!batch.length) return sent;
    const outcome = await deliver(reach, batch.map(({ statement }) => statement));
    const done = batch.filter(({ id }) => outcome.get(id) !== "later");
    await inTransaction(database, [TABLE, REFUSED], (transaction) => {
      for (const entry of done) {
        transaction.objectStore(TABLE).delete(entry.key);
        if (outcome.get(entry.id) === "refused") transaction.objectStore(REFUSED).put(entry);
      }
    });
    sent += done.filter(({ id }) => outcome.get(id) === "taken").length;
    if (done.length < batch.length) return sent;
  }
}

/**
 * @typedef {"taken" | "refused" | "later"} Outcome Taken now or before, refused for good, or to be
 *   sent again.
 */

const TAKEN = 204;

/**
 * A batch in which the store has one already, or in which one is wrong, is
 * sent again one by one.
 *
 * @param {Reach} reach @param {Statement[]} statements
 * @returns {Promise<Map<string, Outcome>>}
 */
async function deliver(reach, statements) {
  const [first, ...others] = statements;
  if (!others.length) return new Map([[first.id, await postOne(reach, first)]]);
  const verdict = await post(reach, statements);
  if (verdict !== "refused") return new Map(statements.map(({ id }) => [id, verdict]));
  /** @type {Map<string, Outcome>} */ const found = new Map();
  let later = false;
  for (const { id, ...rest } of statements) {
    found.set(id, later ? "later" : await postOne(reach, { ...rest, id }));
    later ||= found.get(id) === "later";
  }
  return found;
}

/** @param {Reach} reach @param {Statement[]} statements @returns {Promise<Outcome>} */
async function post(reach, statements) {
  const status = await ask(reach, statements);
  if (status === TAKEN) return "taken";
  return [400, 409, 413].includes(status) ? "refused" : "later";
}

/**
 * A store that has the id has the statement: ids are made from what they stand for.
 *
 * @param {Reach} reach
 * @param {Statement} statement
 * @returns {Promise<Outcome>}
 */
async function postOne(reach, statement) {
  const status = await ask(reach, [statement]);
  if (status === 409 || status === TAKEN) return "taken";
  return status === 400 || status === 413 ? "refused" : "later";
}

/**
 * The status of the answer; 204 only for a store's receipt, 0 where no store answers, late, or by
 * way of another place.
 *
 * @param {Reach} reach
 * @param {Statement[]} statements
 */
async function ask({ endpoint, authorization, fetch = globalThis.fetch, renew }, statements) {
  if (renew && !await renew()) return 0;
  const headers = {
    "Content-Type": "application/json",
    "X-Experience-API-Version": VERSION,
    ...(authorization ? { Authorization: authorization } : {}),
  };
  try {
    const address = `${endpoint.replace(/\/$/, "")}/statements`;
    const response = await fetch(address, {
      method: "POST",
      body: JSON.stringify(statements),
      headers,
      redirect: "error",
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    if (await isReceipt(response, statements.map(({ id }) => id))) return TAKEN;
    return response.ok ? 0 : response.status;
  } catch {
    return 0;
  }
}
