import { itemsOf } from "./work.js";
import { progressOf } from "./progress.js";
import { withAct, withDispute, withTime } from "./session.js";

/** @import { Act, DeskWork, Session, Progress, WorkItem } from "./types.d.ts" */
/** @import { Payer } from "./payer.js" */

/**
 * @typedef {object} Addresses Of the pages of denials, codes and sources, as seen from here.
 * @property {DOMStringMap} pages
 */

/** A session that is worked on: what is known of each item, and what changes it. */
export class DeskContext {
  #items;
  #save;

  /**
   * @param {object} parts
   * @param {DeskWork} parts.work
   * @param {Payer} parts.payer
   * @param {Session} parts.session
   * @param {DOMStringMap} parts.pages
   * @param {import("../shared/types.d.ts").Store} parts.store
   * @param {() => number} parts.now
   * @param {(text: string) => void} parts.announce
   * @param {(session: Session) => void} parts.save
   */
  constructor({ work, payer, session, pages, store, now, announce, save }) {
    this.work = work;
    this.payer = payer;
    this.session = session;
    this.pages = pages;
    this.store = store;
    this.now = now;
    this.announce = announce;
    this.#items = itemsOf(work);
    this.#save = save;
  }

  /** @param {string} id @returns {WorkItem} */
  item(id) {
    return /** @type {WorkItem} */ (this.#items.get(id));
  }

  /** @param {string} id */
  entry(id) {
    const found = this.session.entries.find((one) => one.id === id);
    if (!found) throw new Error(`no entry ${id}`);
    return found;
  }

  /** What has arrived by today. */
  get arrived() {
    return this.session.entries.filter(({ arrives }) => arrives <= this.session.day);
  }

  /** @param {string} id @param {number} [day] @returns {Progress} */
  progress(id, day = this.session.day) {
    return progressOf(this.work, this.payer, this.item(id), this.entry(id), day);
  }

  /** Whether all that will arrive is done. */
  get isDone() {
    return this.session.entries.every(({ id }) => this.progress(id).phase === "done");
  }

  /** @param {string} id @param {Act} act */
  act(id, act) {
    this.#store(withAct(this.session, id, act, this.now()));
  }

  /** @param {string} id @param {string} text Empty where it is withdrawn. */
  dispute(id, text) {
    this.#store(withDispute(this.session, id, text, this.now()));
  }

  /** @param {string} id @param {number} ms */
  spend(id, ms) {
    if (ms > 0) this.#store(withTime(this.session, id, ms, this.now()));
  }

  nextDay() {
    this.#store({ ...this.session, day: this.session.day + 1, changed: this.now() });
  }

  end() {
    this.#store({ ...this.session, ended: this.now(), changed: this.now() });
  }

  /** @param {Session} session */
  #store(session) {
    this.session = session;
    this.#save(session);
  }
}
