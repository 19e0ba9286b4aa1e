/** @typedef {{line: number, column: number}} Place Both from 1. */

/** A text that is no assignment: `reason` names a sentence in strings/builder, `detail` fills it, `place` is where it is wrong. */
export class Unreadable extends Error {
  /** @param {string} reason @param {string} [detail] @param {Place | null} [place] */
  constructor(reason, detail = "", place = null) {
    super(reason);
    this.reason = reason;
    this.detail = detail;
    this.place = place;
  }
}
