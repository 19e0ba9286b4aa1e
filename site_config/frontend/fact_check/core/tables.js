import { patternsOf } from "./patterns.js";
import { firstWord, strip } from "./text.js";

/** @import { Block, Passage } from "./passages.js" */
/** @import { Tagger } from "./tagging.js" */

const of = patternsOf("tables");
const MAX_ROWS = 20_000;

/** Each cell that says something, with the sentence that it and its row make. @param {Tagger} tagger @param {Block} block @returns {[Passage, string][]} */
export function tableSentences(tagger, block) {
  const rows = block.rows.slice(0, MAX_ROWS);
  const first = rows[0]?.map((cell) => cell.text) ?? [];
  const headed = block.headed && rows.length &&
    !tagger.tag(first.join(" ").slice(0, 600)).codes.length;
  const header = headed ? first.map((text) => text.toLowerCase()) : [];
  return (header.length ? rows.slice(1) : rows).flatMap((row) => rowSentences(tagger, header, row));
}

/** @param {Tagger} tagger @param {string[]} header @param {Passage[]} row @returns {[Passage, string][]} */
function rowSentences(tagger, header, row) {
  const heads = row.map((_, index) => header[index] ?? "");
  if (heads.some((head) => of("WRONG_HEADER").has(head))) return [];
  const coded = row.flatMap((cell, index) =>
    of("CODES_ONLY").match(tagger.tag(cell.text.slice(0, 200)).text) ? [index] : []
  );
  if (coded.length > 1) return [];
  return row.flatMap((cell, index) => {
    const text = cell.text.slice(0, 1200);
    if (!text || coded.includes(index)) return [];
    const said = coded.length
      ? ofCode(row[coded[0]].text, heads[index], text)
      : figures(heads, row, index);
    return [/** @type {[Passage, string]} */ ([cell, said || text])];
  });
}

/** What a cell says of the code of its row. @param {string} code @param {string} head @param {string} text */
function ofCode(code, head, text) {
  const yes = of("YES").match(text);
  if (of("TIMED_HEADER").has(head) && !head.includes("untimed") && (yes || of("NO").match(text))) {
    return `${code} is ${yes ? "timed" : "untimed"}`;
  }
  const unit = of("UNIT_CELL").match(text.toLowerCase());
  if (
    unit && (of("UNITS_HEADER").has(head) || head.includes("billing") || head.includes("increment"))
  ) {
    return `${code} is billed per ${unit[1]} minutes`;
  }
  if (of("ASIDE_HEADER").has(head)) return "";
  if (of("MINUTES_HEADER").has(head) && !text.toLowerCase().includes("timed")) return "";
  return `${code}: ${text}`;
}

/** Minutes with their units, a year with its threshold. @param {string[]} heads @param {Passage[]} row @param {number} index */
function figures(heads, row, index) {
  const timed = (/** @type {string} */ head) => of("MINUTES_HEADER").has(head);
  const united = (/** @type {string} */ head) => of("UNITS_HEADER").has(head);
  const beside = heads.length && timed(heads[0]) ? [index - 1, index + 1] : [index + 1, index - 1];
  const minutes = beside.find((place) =>
    heads[place] !== undefined && timed(heads[place]) && !united(heads[place])
  );
  const text = row[index].text;
  if (
    united(heads[index]) && minutes !== undefined &&
    of("UNIT_COUNT").match(strip(text).toLowerCase())
  ) {
    return `${of("NO_SPAN").sub(row[minutes].text, "")} minutes = ${firstWord(text)} units`;
  }
  const about = index && text.includes("$") && heads.some((head) => of("THRESHOLD").has(head));
  return about ? `The KX threshold of ${row[0].text} is ${text}` : "";
}
