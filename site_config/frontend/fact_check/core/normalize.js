import { Passage } from "./passages.js";

/** @import { Block } from "./passages.js" */

const ODD =
  /[\u00ad\u200b-\u200f\u2060\u00b2\ufeff\ufb00-\ufb06\uff01-\uff5e\u2002-\u200a\u202f\u3000]/g;
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/;

/**
 * A block whose ligatures, full-width signs and odd spaces are plain ones, without signs that
 * nobody sees.
 * @param {Block} block @returns {Block}
 */
export const normalized = (block) => ({
  ...block,
  passage: plain(block.passage),
  rows: block.rows.map((row) => row.map(plain)),
});

/** @param {Passage} passage */
function plain(passage) {
  const { text } = passage, found = [...text.matchAll(ODD)];
  if (!found.length) return passage;
  /** @type {number[]} */
  const starts = [];
  /** @type {[number, number][]} */
  const places = [];
  const borders = [...new Set([...passage.starts, ...found.map((one) => one.index + 1)])];
  let made = "", at = 0;
  for (const border of borders.sort((one, other) => one - other)) {
    made += signs(text.slice(at, border));
    starts.push(made.length);
    places.push(passage.place(border));
    at = border;
  }
  return new Passage(made + signs(text.slice(at)), starts, places);
}

/** @param {string} text */
const signs = (text) =>
  text.replace(ODD, (sign) => UNSEEN.test(sign) ? "" : sign.normalize("NFKC"));
