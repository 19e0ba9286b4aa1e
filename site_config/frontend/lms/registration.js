import { parseJson } from "../shared/json.js";
import { isMoment, isRecord } from "../shared/store/schema.js";

/** @import { Lrs } from "./lrs.js" */
/** @import { TextStorage } from "../shared/store/text_storage.js" */

/** Under which the answers are stored in the State API. */
export const STATE_ID = "rightcode.answers";

/**
 * What a registration stores from session to session: the answers, when it began, and the outcomes
 * that were reported. It is in the State API; in this browser too until it has arrived there.
 */
export class Registration {
  #options;
  /** @type {Record<string, unknown> | null} */ #unsaved = null;

  /**
   * @param {any} saved What the State API has.
   * @param {{lrs: Lrs, storage: TextStorage, key: string, now: () => Date}} options
   */
  constructor(saved, options) {
    this.#options = options;
    const local = parseJson(options.storage.get(options.key));
    const newest = isRecord(local) && Number(local.at ?? 0) > (saved?.at ?? 0) ? local : saved;
    this.completed = newest?.completed === true;
    this.passed = newest?.passed === true;
    this.answers = text(newest?.answers) ?? "";
    this.began = [newest?.began, saved?.began].find(isMoment) ?? options.now().toISOString();
  }

  /** @param {string} answers */
  update(answers) {
    const { completed, passed, began } = this;
    const { storage, key, now } = this.#options;
    this.#unsaved = { completed, passed, began, answers, at: now().getTime() / 1000 };
    storage.set(key, JSON.stringify(this.#unsaved));
    this.save();
  }

  /** Sends what the State API does not have yet. @param {boolean} [last] */
  async save(last = false) {
    const { lrs, storage, key } = this.#options;
    const sent = this.#unsaved;
    if (!sent) return;
    const answer = await lrs.saveState(STATE_ID, sent, last).catch(() => null);
    if (answer?.status !== 204 || sent !== this.#unsaved) return;
    this.#unsaved = null;
    storage.remove(key);
  }
}

/** @param {unknown} value */
const text = (value) => (typeof value === "string" ? value : null);
