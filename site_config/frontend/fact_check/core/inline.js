import { endOf, patternsOf, startOf } from "./patterns.js";

/** @import { Piece } from "./types.js" */

const of = patternsOf("readers.lines");
/** The named signs that stand in prose; a name that is not here is left as it is, by its first sign. @type {Record<string, string>} */
const NAMED = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\xa0",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  reg: "®",
  copy: "©",
  trade: "™",
  rarr: "→",
  larr: "←",
  bull: "•",
  middot: "·",
  times: "×",
  deg: "°",
  ge: "≥",
  le: "≤",
  ne: "≠",
  plusmn: "±",
  frac12: "½",
  frac14: "¼",
  sect: "§",
  para: "¶",
  minus: "−",
  shy: "\xad",
};

/** The words of a line without its markup. @param {string} text @param {number} line @param {number} column @returns {Piece[]} */
export function inline(text, line, column) {
  /** @type {Piece[]} */
  const pieces = [];
  let end = 0;
  for (const found of of("INLINE").placed(text)) {
    if (found.index > end) {
      pieces.push({ text: text.slice(end, found.index), line, column: column + end });
    }
    const group = [2, 1, 3, 5].find((number) => found[number]);
    if (group) {
      pieces.push({ text: found[group], line, column: column + startOf(found, group) });
    } else if (found[4]) {
      pieces.push({ text: unescaped(found[4]), line, column: column + found.index });
    }
    end = endOf(found);
  }
  if (end < text.length) pieces.push({ text: text.slice(end), line, column: column + end });
  return pieces;
}

/** @param {string} entity */
function unescaped(entity) {
  const figures = /^&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));$/.exec(entity);
  if (!figures) return Object.hasOwn(NAMED, entity.slice(1, -1)) ? NAMED[entity.slice(1, -1)] : "&";
  const point = figures[1] ? parseInt(figures[1], 16) : Number(figures[2]);
  return point && point < 0x10000 ? String.fromCharCode(point) : "\ufffd";
}
