import { inline } from "./inline.js";
import { block, join, Passage, spaced } from "./passages.js";
import { endOf } from "./regex.js";
import { count, isAlphanumeric, isUpper, rstrip } from "./text.js";

/** @import { Block } from "./passages.js" */
/** @import { Piece } from "./types.d.ts" */

const LABEL = /^[ \t]*(?:\d{5}|[A-Z]\d{4})\b|^[A-Z][\w \/()-]{0,40}:[ \t]/;
const ENDED = /[.!?:;,)\"”’][ \t]*$/;
const LETTERS = /[A-Za-z]+/g;

const HEADING = /^ {0,3}(#{1,6})[ \t]+/;
const BULLET = /^([ \t]*)(?:[+*•◦▪·‣–✓✔-]|\d{1,3}[.)]|[a-z][.)])[ \t]+(?=[^ \t\n\r\f\v])/;
const UNDERLINE = /^ {0,3}(=+|-{2,})[ \t]*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const QUOTE = / {0,3}> ?/y;
const RULE_ROW = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const GAP = /\t+| {3,}/;
const COLUMNS = /\t+| {3,}/g;
const CODE_LABEL = /^[ \t]*(?:CPT[ ®]*)?(?:\d{5}|G\d{4})[ \t]*(?:[-–—:=(]|->)/;
const NO_BORDER = /\[\[[^\]\[]{1,400}\]\]|\\\|/g;
const BAR = /\|/g;
const SHORT = 60;
/** One speaker's words in a dialogue. */
export const TURN = /^(?:[A-Z][A-Za-z]{0,14}|[a-z]{2,9}) ?\d?:\s+(?=\S)/;

class LineReader {
  /** @type {Block[]} */ blocks = [];
  /** @type {Piece[][]} */ #lines = [];
  /** @type {[number, string][]} */ #rows = [];
  #item = false;
  #markdown;

  /** @param {boolean} markdown */
  constructor(markdown) {
    this.#markdown = markdown;
  }

  close() {
    if (this.#rows.length) this.blocks.push(...table(this.#rows, this.#markdown));
    this.#rows = [];
    if (this.#lines.length) {
      const passage = spaced(this.#lines);
      if (passage.text) this.blocks.push(block(this.#item ? "item" : "text", passage));
    }
    this.#lines = [];
    this.#item = false;
  }

  /** @param {number} number @param {string} line */
  read(number, line) {
    const start = this.#markdown ? quoteEnd(line) : 0;
    const body = line.slice(start);
    if (!body.trim()) this.close();
    else if (this.#markdown && this.#heading(number, body, start)) return;
    else if (!this.#row(number, line)) this.#prose(number, body, start);
  }

  /** @param {number} number @param {string} body @param {number} start */
  #heading(number, body, start) {
    const found = HEADING.exec(body);
    if (found) {
      this.close();
      const words = rstrip(rstrip(rstrip(body.slice(endOf(found)), " \t"), "#"), " \t");
      const passage = join(inline(words, number, start + endOf(found) + 1));
      this.blocks.push(block("heading", passage, { level: found[1].length }));
      return true;
    }
    const under = UNDERLINE.exec(body);
    if (under && this.#lines.length === 1 && !this.#item) {
      const passage = spaced(this.#lines);
      this.#lines = [];
      this.blocks.push(block("heading", passage, { level: under[1].includes("=") ? 1 : 2 }));
    }
    return Boolean(under);
  }

  /**
   * Whether the line is a row of a table: cells between bars, or columns of a plain text.
   * @param {number} number @param {string} line
   */
  #row(number, line) {
    const plain = line.trim(), open = this.#rows.length;
    const bars = count(line, "|") >= (open ? 1 : 2) || plain.startsWith("|");
    const columns = !this.#markdown && !bars && GAP.test(plain) && !BULLET.exec(line);
    const found = bars || columns;
    if (found ? !open : open) this.close();
    if (found) this.#rows.push([number, line]);
    return found;
  }

  /** @param {number} number @param {string} body @param {number} start */
  #prose(number, body, start) {
    const bullet = BULLET.exec(body);
    if (bullet) {
      this.close();
      this.#item = true;
      start += endOf(bullet);
      body = body.slice(endOf(bullet));
    } else if (this.#lines.length && this.#startsAfresh(body)) {
      const item = this.#item;
      this.close();
      this.#item = item;
    }
    this.#lines.push(pieces(body, number, start, this.#markdown));
  }

  /** @param {string} body */
  #startsAfresh(body) {
    const before = this.#lines.at(-1)?.[0]?.text ?? "";
    if (this.#markdown) return CODE_LABEL.test(body) || (TURN.test(body) && TURN.test(before));
    return LABEL.test(body) || (before.trim().length < SHORT && isUpper(body.slice(0, 1)));
  }
}

/** @param {string} text */
export const readMarkdown = (text) => read(text, true);

/** @param {string} text */
export const readPlain = (text) => withHeadings(read(text, false));

/** @param {string} text @param {boolean} markdown */
function read(text, markdown) {
  const reader = new LineReader(markdown);
  for (const [number, line] of linesOf(text, markdown)) reader.read(number, line);
  reader.close();
  return reader.blocks;
}

/**
 * Every line that can hold prose; front matter and code are passed over.
 * @param {string} text @param {boolean} markdown @returns {Generator<[number, string]>}
 */
function* linesOf(text, markdown) {
  const lines = text.split(/\r\n|[\r\n]/);
  const start = markdown && lines[0] === "---" ? lines.indexOf("---", 1) + 1 : 0;
  let fence = "";
  for (let number = start; number < lines.length; number++) {
    const found = markdown ? FENCE.exec(lines[number]) : null;
    if (found && (!fence || found[1].startsWith(fence))) {
      fence = fence ? "" : found[1].slice(0, 3);
      yield [number + 1, ""];
    } else if (!fence) yield [number + 1, lines[number]];
  }
}

/**
 * Where the quote marks of a line end; one by one, since a line may hold millions.
 * @param {string} line
 */
function quoteEnd(line) {
  let end = QUOTE.lastIndex = 0;
  while (QUOTE.test(line)) end = QUOTE.lastIndex;
  return end;
}

/** @param {string} text @param {number} line @param {number} start @param {boolean} markdown */
const pieces = (text, line, start, markdown) =>
  markdown ? inline(text, line, start + 1) : [{ text, line, column: start + 1 }];

/** @param {[number, string][]} rows @param {boolean} markdown */
function table(rows, markdown) {
  const ruled = rows.map(([, line]) => RULE_ROW.test(line));
  const cells = rows.filter((_, index) => !ruled[index])
    .map(([number, line]) => [...cellsOf(line, number, markdown)]).filter((row) => row.length);
  const headed = ruled[1] === true || !markdown;
  return cells.length ? [block("table", new Passage(""), { rows: cells, headed })] : [];
}

/**
 * The cells of a row; a bar in a link does not part them.
 * @param {string} line @param {number} number @param {boolean} markdown
 */
function* cellsOf(line, number, markdown) {
  const masked = line.replace(NO_BORDER, (found) => "x".repeat(found.length));
  const borders = [...masked.matchAll(masked.includes("|") ? BAR : COLUMNS)];
  const ends = [...borders.map((one) => [one.index, endOf(one)]), [line.length, line.length]];
  let start = 0;
  for (const [left, right] of ends) {
    const text = line.slice(start, left);
    if (text.trim() || (start && left < line.length)) {
      yield join(pieces(text, number, start, markdown));
    }
    start = right;
  }
}

/**
 * Short lines of a plain text that stand alone, start with a capital and do not end like a sentence
 * are headings.
 * @param {Block[]} blocks
 */
const withHeadings = (blocks) =>
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
