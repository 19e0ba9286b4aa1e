import { Checker } from "./engine.js";
import { readMarkdown, readPlain } from "./lines.js";
import { usePatterns } from "./patterns.js";

/** @import { Statement, Table } from "./types.js" */

const MARKED = /^ {0,3}#{1,6} |^ *\|.*\||\*\*\S|\]\(|^ {0,3}(?:```|~~~)/m;
const FAR = /[\u{10000}-\u{10ffff}]/gu;
const SPARE = 0xe000;

/** Whether a text looks like Markdown. @param {string} text */
export const looksMarked = (text) => MARKED.test(text);

/** A function that judges texts by a table of knowledge. @param {Table} table @returns {(text: string, markdown: boolean) => Statement[]} */
export function checkerOf(table) {
  usePatterns(table.patterns);
  const checker = new Checker(table);
  return (text, markdown) => {
    const { plain, restored } = oneUnitEach(text.replace(/^\ufeff/, ""));
    const found = checker.check(markdown ? readMarkdown(plain) : readPlain(plain));
    return found.map((one) => ({ ...one, text: restored(one.text), why: restored(one.why) }));
  };
}

/** The text with a stand-in of one unit for every sign that takes two, so that columns count signs. @param {string} text */
function oneUnitEach(text) {
  /** @type {Map<string, string>} */
  const given = new Map();
  /** @type {Map<string, string>} */
  const back = new Map();
  const plain = text.replace(FAR, (sign) => {
    const stand = given.get(sign) ?? String.fromCharCode(SPARE + Math.min(given.size, 6000));
    given.set(sign, stand);
    back.set(stand, sign);
    return stand;
  });
  return {
    plain,
    restored: (/** @type {string} */ said) =>
      said.replace(/[\ue000-\uf8ff]/g, (one) => back.get(one) ?? one),
  };
}
