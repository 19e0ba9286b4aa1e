import { parseJson } from "../json.js";
import { readAttempt } from "./schema.js";

/** @import { Attempt } from "../types.d.ts" */
/** @import { TextStorage } from "./text_storage.js" */

const PREFIX = "rightcode/unfinished/";

/**
 * Answers on their way to the database. A page that closes ends a write to the database, but not
 * one to this storage: the next page finds the answer here and finishes the write.
 */
export class AttemptJournal {
  #storage;

  /** @param {TextStorage} storage */
  constructor(storage) {
    this.#storage = storage;
  }

  /** @param {Attempt} attempt */
  add(attempt) {
    this.#storage.set(PREFIX + attempt.id, JSON.stringify(attempt));
  }

  /** @param {Pick<Attempt, "id">} attempt */
  remove({ id }) {
    this.#storage.remove(PREFIX + id);
  }

  /** The valid answers that are here. */
  read() {
    return this.#keys().map((key) => readAttempt(parseJson(this.#storage.get(key) ?? "")))
      .filter((attempt) => attempt !== null);
  }

  clear() {
    for (const key of this.#keys()) this.#storage.remove(key);
  }

  #keys() {
    return this.#storage.keys().filter((key) => key.startsWith(PREFIX));
  }
}
