/** @import { Lrs } from "./lrs.js" */
/** @import { TextStorage } from "../shared/store/text_storage.js" */

/** Under which the answers are kept in the State API. */
export const STATE_ID = "rightcode.answers";

/**
 * What a registration keeps from session to session: the answers, when it began, and what was said of it once
 * and for all. It lies in the State API; in this browser too, for as long as it could not be brought there.
 */
export class Registration {
  #lrs;
  #box;
  #key;
  #now;
  /** @type {Record<string, unknown> | null} */ #unsaved = null;

  /**
   * @param {any} kept What the State API has.
   * @param {{lrs: Lrs, box: TextStorage, key: string, now: () => Date}} outside
   */
  constructor(kept, { lrs, box, key, now }) {
    this.#lrs = lrs;
    this.#box = box;
    this.#key = key;
    this.#now = now;
    const own = parse(box.get(key));
    const newest = own && (own.at ?? 0) > (kept?.at ?? 0) ? own : kept;
    this.completed = newest?.completed === true;
    this.passed = newest?.passed === true;
    this.answers = text(newest?.answers) ?? "";
    this.began = text(newest?.began) ?? text(kept?.began) ?? now().toISOString();
  }

  /** @param {string} answers */
  update(answers) {
    const { completed, passed, began } = this;
    this.#unsaved = { completed, passed, began, answers, at: this.#now().getTime() / 1000 };
    this.#box.set(this.#key, JSON.stringify(this.#unsaved));
    this.save();
  }

  /** Brings there what is not there yet. @param {boolean} [last] */
  async save(last = false) {
    const sent = this.#unsaved;
    if (!sent) return;
    const answer = await this.#lrs.saveState(STATE_ID, sent, last).catch(() => null);
    if (!answer?.ok || sent !== this.#unsaved) return;
    this.#unsaved = null;
    this.#box.remove(this.#key);
  }
}

/** @param {unknown} value */
const text = (value) => (typeof value === "string" ? value : null);

/** @param {string | null} text @returns {any} */
function parse(text) {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}
