/** @import { Statement } from "./core/types.d.ts" */

const SEARCH_AHEAD = 400;

/**
 * Finds the span of a statement in a text, from its position to the last of its words.
 * @param {string} text @returns {(statement: Statement) => [number, number]}
 */
export function textSpans(text) {
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) {
    starts.push(end + 1);
  }
  const wide = /[\u{10000}-\u{10ffff}]/u.test(text);
  return ({ line, column, text: words }) => {
    const first = starts[line - 1] ?? 0;
    const start = wide
      ? first + [...text.slice(first, starts[line])].slice(0, column - 1).join("").length
      : first + column - 1;
    return [start, endOf(text, start, words)];
  };
}

/** @param {string} text @param {number} start @param {string} words */
function endOf(text, start, words) {
  let end = start;
  for (const sign of words) {
    const next = /\s/.test(sign) ? -1 : text.slice(end, end + SEARCH_AHEAD).indexOf(sign);
    if (next >= 0) end += next + sign.length;
  }
  return Math.max(end, Math.min(start + 1, text.length));
}
