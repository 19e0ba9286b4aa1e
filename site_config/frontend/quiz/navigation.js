import { isRight } from "./score.js";

/** @import { Item } from "./item.js" */
/** @import { View } from "../shared/types.d.ts" */

/** Which questions are asked and which one is shown; `position` = number of items is the result. */
export class Navigation {
  /** @type {View} */ view = "one";
  position = 0;
  retry = false;

  /** @param {Item[]} all */
  constructor(all) {
    this.all = all;
    this.items = all;
  }

  get isResult() {
    return this.view === "one"
      ? this.position >= this.items.length
      : this.items.every((item) => !item.isOpen);
  }

  get tally() {
    const answered = this.items.filter((item) => !item.isOpen);
    return { answered: answered.length, right: answered.filter(isRight).length };
  }

  /** @param {Item[]} items @param {boolean} retry */
  start(items, retry) {
    this.items = items;
    this.retry = retry;
    this.position = 0;
  }

  /** @param {number} position */
  moveTo(position) {
    this.position = Math.max(0, Math.min(position, this.items.length));
  }

  /** @param {string} hash @returns {boolean} whether the address names one of the questions */
  moveToHash(hash) {
    const index = this.items.findIndex(({ section }) => section.id && `#${section.id}` === hash);
    if (index >= 0) this.position = index;
    return index >= 0;
  }

  /** To the first open question, or to the result if there is none. */
  moveToOpen() {
    const open = this.items.findIndex((item) => item.isOpen);
    this.position = open < 0 ? this.items.length : open;
  }

  /** @param {Item} item */
  isShown(item) {
    const index = this.items.indexOf(item);
    return index >= 0 && (this.view === "list" || index === this.position);
  }
}
