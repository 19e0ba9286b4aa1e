import { block } from "./passages.js";
import { isAlphanumeric } from "./text.js";

/** @import { Block } from "./passages.js" */

export const LABEL = /^[ \t]*(?:\d{5}|[A-Z]\d{4})\b|^[A-Z][\w \/()-]{0,40}:[ \t]/;
const ENDED = /[.!?:;,)\"”’][ \t]*$/;
const LETTERS = /[A-Za-z]+/g;

/**
 * Short lines of a plain text that stand alone, start with a capital and do not end like a sentence
 * are headings.
 * @param {Block[]} blocks
 */
export const withHeadings = (blocks) =>
  blocks.map((one, index) =>
    isHeading(one, blocks[index + 1]) ? block("heading", one.passage, { level: 2 }) : one
  );

/** @param {string} text */
function inCapitals(text) {
  const long = [...text.matchAll(LETTERS)].map((word) => word[0]).filter((word) => word.length > 3);
  return long.length > 1 && long.filter((word) => /^[A-Z]/.test(word)).length > 0.7 * long.length;
}

/** @param {Block} one @param {Block | undefined} after */
function isHeading(one, after) {
  const text = one.passage.text;
  const label = LABEL.test(text) && text.length > 30 && !inCapitals(text);
  const alone = one.kind === "text" && text.length <= 90 && after && after.kind !== "heading";
  return alone && !label && isAlphanumeric(text.slice(0, 1)) &&
    (!ENDED.test(text) || text.endsWith("?"));
}
