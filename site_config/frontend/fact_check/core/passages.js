/** @import { Piece } from "./types.d.ts" */

/**
 * Clean text of one heading, paragraph, list item or table cell, that knows where in the text each
 * sign stood.
 */
export class Passage {
  /** @param {string} text @param {number[]} [starts] @param {[number, number][]} [places] */
  constructor(text, starts = [0], places = [[1, 1]]) {
    this.text = text;
    this.starts = starts.length ? starts : [0];
    this.places = places.length ? places : [[1, 1]];
  }

  /** @param {number} offset @returns {[number, number]} */
  place(offset) {
    let low = 0, high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= offset) low = middle;
      else high = middle;
    }
    const [line, column] = this.places[low];
    return [line, column + offset - this.starts[low]];
  }
}

/**
 * @typedef {object} Block
 * @property {"heading" | "text" | "item" | "table"} kind
 * @property {Passage} passage
 * @property {number} level
 * @property {Passage[][]} rows
 * @property {boolean} headed
 */

/** @param {Block["kind"]} kind @param {Passage} passage @param {Partial<Block>} [rest] */
export const block = (kind, passage, rest = {}) => ({
  kind,
  passage,
  level: 0,
  rows: [],
  headed: false,
  ...rest,
});

/** One passage of many pieces; white space at both ends is dropped. @param {Piece[]} pieces */
export function join(pieces) {
  const starts = [];
  /** @type {[number, number][]} */ const places = [];
  let whole = "";
  for (const piece of pieces) {
    const text = starts.length ? piece.text : piece.text.trimStart();
    if (!text) continue;
    starts.push(whole.length);
    places.push([piece.line, piece.column + piece.text.length - text.length]);
    whole += text;
  }
  return new Passage(whole.trimEnd(), starts, places);
}

/** The lines of one paragraph as running text. @param {Piece[][]} lines */
export function spaced(lines) {
  const pieces = [];
  for (const line of lines) {
    if (pieces.length && line.length) {
      pieces.push({ text: " ", line: line[0].line, column: Math.max(1, line[0].column - 1) });
    }
    for (const piece of line) pieces.push(piece);
  }
  return join(pieces);
}
