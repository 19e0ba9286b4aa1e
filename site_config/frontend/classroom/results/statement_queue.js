/**
 * Statements on their way to a store: kept in the browser while it cannot be reached, and sent once
 * each.
 */

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
 */

/** A queue in the browser's database; what is in it outlives the page. */
export class ResultQueue {
  #open;
  /** @type {Promise<{sent: number, left: number, refused: number}> | undefined} */ #running;

  /**
   * @param {() => IDBFactory} [reach]
   * @param {string} [store] Where its statements go, if a page knows several places.
   */
  constructor(reach = () => indexedDB, store = "") {
    this.#open = () => openDatabase(reach(), store ? `${NAME} ${store}` : NAME);
  }

  /**
   * Counts as done once it is on the medium; one whose id is known already is left as it is.
   *
   * @param {Statement[]} statements
   */
  async add(statements) {
    const database = await this.#open();
    await write(database, [TABLE], (transaction) => {
      const table = transaction.objectStore(TABLE);
      for (const statement of statements) {
        table.index("id").getKey(statement.id).onsuccess = ({ target }) => {
          const known = /** @type {IDBRequest} */ (target).result;
          if (known === undefined) table.add({ id: statement.id, statement });
        };
      }
    });
    database.close();
  }

  /** How many wait, and how many the store refused for good. */
  async count() {
    const database = await this.#open();
    const transaction = database.transaction([TABLE, REFUSED]);
    const [left, refused] = await Promise.all(
      [TABLE, REFUSED].map((name) => answer(transaction.objectStore(name).count())),
    );
    database.close();
    return { left, refused };
  }

  /**
   * Sends what waits, in order. Never rejected: what cannot be sent now waits on. Two calls at once
   * are one.
   *
   * @param {Reach} reach
   * @returns {Promise<{sent: number, left: number, refused: number}>}
   */
  send(reach) {
    this.#running ??= this.#send(reach).finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** @param {Reach} reach */
  async #send(reach) {
    let sent = 0;
    const database = await this.#open();
    for (;;) {
      const batch = await answer(
        database.transaction(TABLE).objectStore(TABLE).getAll(null, BATCH),
      );
      if (!batch.length) break;
      const outcome = await deliver(reach, batch.map(({ statement }) => statement));
      const done = batch.filter(({ id }) => outcome.get(id) !== "later");
      await write(database, [TABLE, REFUSED], (transaction) => {
        for (const entry of done) {
          transaction.objectStore(TABLE).delete(entry.key);
          if (outcome.get(entry.id) === "refused") transaction.objectStore(REFUSED).put(entry);
        }
      });
      sent += done.filter(({ id }) => outcome.get(id) === "taken").length;
      if (done.length < batch.length) break;
    }
    database.close();
    return { sent, ...(await this.count()) };
  }
}

/**
 * @typedef {"taken" | "refused" | "later"} Outcome Taken now or before, refused for good, or to be
 *   sent again.
 */

/**
 * What became of each. A batch in which the store has one already, or in which one is wrong, is
 * sent again one by one.
 *
 * @param {Reach} reach @param {Statement[]} statements
 * @returns {Promise<Map<string, Outcome>>}
 */
async function deliver(reach, statements) {
  const verdict = await post(reach, statements);
  if (verdict !== "refused" || statements.length === 1) {
    return new Map(statements.map(({ id }) => [id, verdict]));
  }
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
  if (status >= 200 && status < 300) return "taken";
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
  if (status === 409 || (status >= 200 && status < 300)) return "taken";
  return status === 400 || status === 413 ? "refused" : "later";
}

/**
 * The status of the answer; 0 where nobody answers.
 *
 * @param {Reach} reach
 * @param {Statement[]} statements
 */
async function ask({ endpoint, authorization, fetch = globalThis.fetch }, statements) {
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
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return 0;
  }
}

/** @param {IDBFactory} factory @param {string} name @returns {Promise<IDBDatabase>} */
function openDatabase(factory, name) {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => {
      const options = { keyPath: "key", autoIncrement: true };
      request.result.createObjectStore(TABLE, options).createIndex("id", "id", { unique: true });
      request.result.createObjectStore(REFUSED, { keyPath: "id" });
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => resolve(request.result);
  });
}

/**
 * @param {IDBDatabase} database
 * @param {string[]} tables
 * @param {(transaction: IDBTransaction) => void} act
 * @returns {Promise<void>}
 */
function write(database, tables, act) {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(tables, "readwrite", { durability: "strict" });
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
    act(transaction);
  });
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
