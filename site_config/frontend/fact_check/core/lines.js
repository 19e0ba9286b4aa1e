import { LABEL, withHeadings } from "./headings.js";
import { inline } from "./inline.js";
import { block, join, Passage, spaced } from "./passages.js";
import { endOf } from "./regex.js";
import { count, isUpper, rstrip, strip } from "./text.js";

/** @import { Block } from "./passages.js" */
/** @import { Piece } from "./types.d.ts" */

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

/** What has been read so far of the blocks of a document. */
class Scan {
  /** @type {Block[]} */ blocks = [];
  /** @type {Piece[][]} */ lines = [];
  /** @type {[number, string][]} */ rows = [];
  item = false;

  /** @param {boolean} markdown */
  constructor(markdown) {
    this.markdown = markdown;
  }

  /** End the paragraph, item or table that is open. */
  close() {
    if (this.rows.length) this.blocks.push(...table(this.rows, this.markdown));
    this.rows = [];
    if (this.lines.length) {
      const passage = spaced(this.lines);
      if (passage.text) this.blocks.push(block(this.item ? "item" : "text", passage));
    }
    this.lines = [];
    this.item = false;
  }
}

/** @param {string} text */
export const readMarkdown = (text) => read(text, true);

/** @param {string} text */
export const readPlain = (text) => withHeadings(read(text, false));

/** @param {string} text @param {boolean} markdown */
function read(text, markdown) {
  const scan = new Scan(markdown);
  for (const [number, line] of linesOf(text, markdown)) oneLine(scan, number, line);
  scan.close();
  return scan.blocks;
}

/**
 * Every line that can hold prose; front matter and code are passed over.
 * @param {string} text @param {boolean} markdown
 */
function* linesOf(text, markdown) {
  const lines = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").split("\n");
  const start = markdown && lines[0] === "---" ? lines.indexOf("---", 1) + 1 : 0;
  let fence = "";
  for (let number = start; number < lines.length; number++) {
    const found = markdown ? FENCE.exec(lines[number]) : null;
    if (found && (!fence || found[1].startsWith(fence))) {
      fence = fence ? "" : found[1].slice(0, 3);
      yield /** @type {[number, string]} */ ([number + 1, ""]);
    } else if (!fence) yield /** @type {[number, string]} */ ([number + 1, lines[number]]);
  }
}

/** @param {Scan} scan @param {number} number @param {string} line */
function oneLine(scan, number, line) {
  const start = scan.markdown ? quoteEnd(line) : 0;
  const body = line.slice(start);
  if (!strip(body)) scan.close();
  else if (scan.markdown && marked(scan, number, body, start)) return;
  else if (!row(scan, number, line)) prose(scan, number, body, start);
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

/**
 * Whether the line is a heading, or makes one of the line before.
 * @param {Scan} scan @param {number} number @param {string} body @param {number} start
 */
function marked(scan, number, body, start) {
  const found = HEADING.exec(body);
  if (found) {
    scan.close();
    const words = rstrip(rstrip(rstrip(body.slice(endOf(found)), " \t"), "#"), " \t");
    const passage = join(inline(words, number, start + endOf(found) + 1));
    scan.blocks.push(block("heading", passage, { level: found[1].length }));
    return true;
  }
  const under = UNDERLINE.exec(body);
  if (under && scan.lines.length === 1 && !scan.item) {
    const passage = spaced(scan.lines);
    scan.lines = [];
    scan.blocks.push(block("heading", passage, { level: under[1].includes("=") ? 1 : 2 }));
    return true;
  }
  return Boolean(under);
}

/**
 * Whether the line is a row of a table: cells between bars, or columns of a plain text.
 * @param {Scan} scan @param {number} number @param {string} line
 */
function row(scan, number, line) {
  const plain = strip(line);
  const bars = count(line, "|") >= (scan.rows.length ? 1 : 2) || plain.startsWith("|");
  const columns = !scan.markdown && !bars && GAP.test(plain) && !BULLET.exec(line);
  if (!bars && !columns) {
    if (scan.rows.length) scan.close();
    return false;
  }
  if (!scan.rows.length) scan.close();
  scan.rows.push([number, line]);
  return true;
}

/** @param {Scan} scan @param {number} number @param {string} body @param {number} start */
function prose(scan, number, body, start) {
  const bullet = BULLET.exec(body);
  if (bullet) {
    scan.close();
    scan.item = true;
    start += endOf(bullet);
    body = body.slice(endOf(bullet));
  } else if (
    scan.lines.length && (scan.markdown ? CODE_LABEL.test(body) : ownLine(scan, body))
  ) {
    const item = scan.item;
    scan.close();
    scan.item = item;
  }
  scan.lines.push(
    scan.markdown
      ? inline(body, number, start + 1)
      : [{ text: body, line: number, column: start + 1 }],
  );
}

/** Whether a line of a plain text starts afresh. @param {Scan} scan @param {string} body */
function ownLine(scan, body) {
  const before = scan.lines.at(-1)?.[0]?.text ?? "";
  return LABEL.test(body) ||
    (strip(before).length < SHORT && isUpper(body.slice(0, 1)));
}

/** @param {[number, string][]} rows @param {boolean} markdown */
function table(rows, markdown) {
  const ruled = rows.map(([, line]) => RULE_ROW.test(line));
  const cells = rows.filter((_, index) => !ruled[index]).map((
    [number, line],
  ) => [...cellsOf(line, number, markdown)]);
  const full = cells.filter((one) => one.length);
  return full.length
    ? [block("table", new Passage(""), { rows: full, headed: ruled[1] === true || !markdown })]
    : [];
}

/**
 * The cells of a row; a bar in a link does not part them.
 * @param {string} line @param {number} number @param {boolean} markdown
 */
function* cellsOf(line, number, markdown) {
  const masked = line.replace(NO_BORDER, (found) => "x".repeat(found.length));
  const borders = [...masked.matchAll(masked.includes("|") ? BAR : COLUMNS)];
  let start = 0;
  for (
    const [left, right] of [...borders.map((one) => [one.index, endOf(one)]), [
      line.length,
      line.length,
    ]]
  ) {
    const text = line.slice(start, left);
    if (strip(text) || (start && left < line.length)) {
      yield join(
        markdown ? inline(text, number, start + 1) : [{ text, line: number, column: start + 1 }],
      );
    }
    start = right;
  }
}
