import { parseJson } from "../shared/json.js";

/** @import { Lrs } from "./lrs.js" */
/** @import { TextStorage } from "../shared/store/text_storage.js" */

/** Under which the answers are stored in the State API. */
export const STATE_ID = "rightcode.answers";

/**
 * What a registration stores from session to session: the answers, when it began, and the outcomes
 * that were reported. It is in the State API; in this browser too until it has arrived there.
 */
export class Registration {
  #lrs;
  #storage;
  #key;
  #now;
  /** @type {Record<string, unknown> | null} */ #unsaved = null;

  /**
   * @param {any} saved What the State API has.
   * @param {{lrs: Lrs, storage: TextStorage, key: string, now: () => Date}} options
   */
  constructor(saved, { lrs, storage, key, now }) {
    this.#lrs = lrs;
    this.#storage = storage;
    this.#key = key;
    this.#now = now;
    const local = parseJson(storage.get(key));
    const newest = local && (local.at ?? 0) > (saved?.at ?? 0) ? local : saved;
    this.completed = newest?.completed === true;
    this.passed = newest?.passed === true;
    this.answers = text(newest?.answers) ?? "";
    this.began = text(newest?.began) ?? text(saved?.began) ?? now().toISOString();
  }

  /** @param {string} answers */
  update(answers) {
    const { completed, passed, began } = this;
    this.#unsaved = { completed, passed, began, answers, at: this.#now().getTime() / 1000 };
    this.#storage.set(this.#key, JSON.stringify(this.#unsaved));
    this.save();
  }

  /** Sends what the State API does not have yet. @param {boolean} [last] */
  async save(last = false) {
    const sent = this.#unsaved;
    if (!sent) return;
    const answer = await this.#lrs.saveState(STATE_ID, sent, last).catch(() => null);
    if (!answer?.ok || sent !== this.#unsaved) return;
    this.#unsaved = null;
    this.#storage.remove(this.#key);
  }
}

/** @param {unknown} value */
const text = (value) => (typeof value === "string" ? value : null);
