import { DocumentChecker } from "./document.js";
import { readMarkdown, readPlain } from "./lines.js";
import { Passage } from "./passages.js";
import { knowledgeOf } from "./phrases.js";

/** @import { Block } from "./passages.js" */
/** @import { BlockData, Facts, PassageData, Statement } from "./types.d.ts" */

const MARKED = /^ {0,3}#{1,6} |^ *\|.*\||\*\*\S|\]\(|^ {0,3}(?:```|~~~)/m;
const WIDE = /[\u{10000}-\u{10ffff}]/gu;
const FIRST_SPARE = 0xe000, LAST_SPARE = 0xf8ff;

/** Whether a text looks like Markdown. @param {string} text */
export const looksMarked = (text) => MARKED.test(text);

/** Judges documents by the facts of one site. */
export class Checker {
  #documents;

  /** @param {Facts} facts */
  constructor(facts) {
    this.#documents = new DocumentChecker(knowledgeOf(facts));
  }

  /** Every statement about a code in a text. @param {string} text @param {boolean} markdown */
  checkText(text, markdown) {
    const signs = new OneUnitSigns();
    const plain = signs.replaced(text.replace(/^\ufeff/, ""));
    return this.#check(markdown ? readMarkdown(plain) : readPlain(plain), signs);
  }

  /** @param {BlockData[]} blocks */
  checkBlocks(blocks) {
    const signs = new OneUnitSigns();
    const passage = (/** @type {PassageData} */ { text, starts, places }) =>
      new Passage(signs.replaced(text), starts, places);
    const read = blocks.map((block) => ({
      ...block,
      passage: passage(block.passage),
      rows: block.rows.map((row) => row.map(passage)),
    }));
    return this.#check(read, signs);
  }

  /** @param {Block[]} blocks @param {OneUnitSigns} signs @returns {Statement[]} */
  #check(blocks, signs) {
    return this.#documents.check(blocks).map((one) => ({
      ...one,
      text: signs.restored(one.text),
      why: signs.restored(one.why),
    }));
  }
}

/** Stand-ins of one UTF-16 unit for every sign that takes two, so that columns count signs. */
class OneUnitSigns {
  /** @type {Map<string, string>} */ #standIns = new Map();
  /** @type {Map<string, string>} */ #signs = new Map();
  #next = FIRST_SPARE;

  /** @param {string} text */
  replaced(text) {
    return text.replace(WIDE, (sign) => {
      const standIn = this.#standIns.get(sign) ?? this.#free(text);
      this.#standIns.set(sign, standIn);
      this.#signs.set(standIn, sign);
      return standIn;
    });
  }

  /** A private sign that the text does not use. @param {string} text */
  #free(text) {
    while (this.#next < LAST_SPARE && text.includes(String.fromCharCode(this.#next))) this.#next++;
    return String.fromCharCode(Math.min(this.#next++, LAST_SPARE));
  }

  /** @param {string} text */
  restored(text) {
    return text.replace(/[\ue000-\uf8ff]/g, (one) => this.#signs.get(one) ?? one);
  }
}
