/** Errors of a saved assignment. */

/** @typedef {{line: number, column: number}} Place Both from 1. */

/** Characters of a text that is read at all. */
export const MAX_LENGTH = 200_000;

/**
 * A text that is no assignment: `reason` names a sentence in strings/builder, `detail` fills it,
 * `place` is where.
 */
export class UnreadableText extends Error {
  /** @param {string} reason @param {string} [detail] @param {Place | null} [place] */
  constructor(reason, detail = "", place = null) {
    super(reason);
    this.name = "Unreadable";
    this.reason = reason;
    this.detail = detail;
    this.place = place;
  }
}

/**
 * By name: the script that reads has its own class.
 *
 * @param {unknown} problem
 * @returns {problem is UnreadableText}
 */
export const isUnreadable = (problem) => problem instanceof Error && problem.name === "Unreadable";
