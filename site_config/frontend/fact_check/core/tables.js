import { regex } from "./regex.js";
import { firstWord } from "./text.js";

/** @import { Block, Passage } from "./passages.js" */
/** @import { Tagger } from "./tagging.js" */

const WRONG_HEADER = regex()`
  \b(?:wrong|incorrect|mistakes?|errors?|don'?ts?(?! count| need| require)|avoid|myths?|
  misconceptions?|instead of|never(?! together| with| on)|
  false|claims?|belief|often billed|was|old|before|former|
  not(?! with| together| on| timed| paid| covered))\b
`;
const TIMED_HEADER = /\btimed\b|\btime[- ]based\b/;
const MINUTES_HEADER = /\bmin(?:ute)?s?\b|\btime\b/;
const UNITS_HEADER = /\bunits?\b/;
const UNIT_CELL = regex()`
  ^(?:per |each |every )?(\d{1,2})[ -]?min(?:ute)?s?\.?(?: units?| increments?| each)?$
`;
const THRESHOLD = /\b(?:kx|thresholds?)\b/;
const CODES_ONLY = /^(?:cpt |hcpcs |code |\W)*C\W*$/;
const YES = /^(?:yes|y|x|✓|✔)\b|^[✓✔x]$/i;
const NO = /^(?:no|n)\b/i;
const ASIDE_HEADER = regex()`
  \b(?:notes?|comments?|rvu|rate|fee|modifiers?|why|reason|sources?|payer|medicare|
  commercial|example|tip|look-?alikes?|instead|right|correct|use|documentation|page|myth|pair|
  with|
  edit)\b
`;
const UNIT_COUNT = /^\d{1,2}(?: units?)?$/;
const NO_SPAN = /[^0-9-–to ]/g;
const LONG_CELL = 120;
const NAMING_HEAD = regex()`
  \b(?:mue|medicare|part b|telehealth|when|due|deadline|limit|units?|min|minutes|attendance|
  contact|
  who|provider|modifier|days?|deficits?|factors?|elements?|regions?|muscles?|area|add-on|
  covered|pays?|
  thresholds?|billing|setting|indicator)\b
`;
/** Modifiers are known by their capitals. */
const MODIFIER = /^[A-Z]{2}$/;
/** A bare number, and heads that name what it counts. */
const COUNT_CELL = regex("i")`
  ^(?:exactly |about |at least |up to |[<>≤≥]=? ?)?\d{1,2} ?(?:(?:[-–]|to) ?\d{1,2}|\+|
  or more)?$
`;
const COUNT_HEADER = regex()`
  \b(?:typical(?: \w+)? min\w*|deficits?|regions?|muscles?|elements?|factors?|comorbidit\w+)\b
`;
const PAIR_HEADER = regex()`
  \b(?:indicator|edits?|modifier|together|59|ncci|pair|same day|medicare|paid)\b
`;
const MAX_ROWS = 20_000;

/**
 * Each cell that says something, with the sentence that it and its row make.
 * @param {Tagger} tagger @param {Block} block
 */
export function tableSentences(tagger, block) {
  const rows = block.rows.slice(0, MAX_ROWS);
  const first = rows[0]?.map((cell) => cell.text) ?? [];
  const headed = block.headed && rows.length &&
    !tagger.tag(first.join(" ").slice(0, 600)).codes.length;
  const header = headed ? first.map((text) => MODIFIER.test(text) ? text : text.toLowerCase()) : [];
  return (header.length ? rows.slice(1) : rows).flatMap((row) => rowSentences(tagger, header, row));
}

/** @param {Tagger} tagger @param {string[]} header @param {Passage[]} row */
function rowSentences(tagger, header, row) {
  const heads = row.map((_, index) => header[index] ?? "");
  if (heads.some((head) => WRONG_HEADER.test(head))) return [];
  const coded = row.flatMap((cell, index) =>
    CODES_ONLY.test(tagger.tag(cell.text.slice(0, 200)).text) ? [index] : []
  );
  return row.flatMap((cell, index) => {
    const text = cell.text.slice(0, 1200), head = heads[index];
    if (!text) return [];
    if (coded.includes(index)) {
      const label = coded.includes(0) ? "" : row[0].text;
      return coded.length > 1 ? underHead(cell, head, text, label) : [];
    }
    if (coded.length > 1) return coded.length === 2 ? ofPair(cell, row, coded, head) : [];
    const sentences = coded.length
      ? [ofCode(row[coded[0]].text, head, text), ...withHead(row[coded[0]].text, head, text)]
      : [
        figures(heads, row, index) || marked(row, index) || text,
        ...withHead(index ? row[0].text : "", head, text),
      ];
    return sentences.filter(Boolean).map((sentence) => pairOf(cell, sentence));
  });
}

/**
 * What a row says of the two codes that it names.
 * @param {Passage} cell @param {Passage[]} row @param {number[]} coded @param {string} head
 */
const ofPair = (cell, row, [one, other], head) =>
  !head || PAIR_HEADER.test(head)
    ? [pairOf(cell, `${row[one].text} and ${row[other].text} ${head}: ${cell.text.slice(0, 300)}`)]
    : [];

/** @param {Passage} cell @param {string} sentence @returns {[Passage, string]} */
const pairOf = (cell, sentence) => [cell, sentence];

/** What a row says of the modifier it begins with. @param {Passage[]} row @param {number} index */
const marked = (row, index) =>
  index && MODIFIER.test(row[0].text.trim()) ? `${row[0].text.trim()}: ${row[index].text}` : "";

/**
 * What a column's head, and the label of the row, say of the codes below it.
 * @param {Passage} cell @param {string} head @param {string} text @param {string} label
 */
const underHead = (cell, head, text, label) =>
  head.length > 1 && !/\d{5}/.test(head)
    ? [head, ...(label ? [`${label} ${head}`] : [])].map((words) =>
      pairOf(cell, `${words}: ${text}`)
    )
    : [];

/** @param {string} label @param {string} head @param {string} text */
const withHead = (label, head, text) =>
  label && NAMING_HEAD.test(head) && text.length < LONG_CELL ? [`${label} ${head}: ${text}`] : [];

/** @param {string} code @param {string} head @param {string} text */
function ofCode(code, head, text) {
  const yes = YES.test(text);
  if (TIMED_HEADER.test(head) && !head.includes("untimed") && (yes || NO.test(text))) {
    return `${code} is ${yes ? "timed" : "untimed"}`;
  }
  if (COUNT_CELL.test(text) && COUNT_HEADER.test(head)) return `${code}: ${text} ${head}`;
  const unit = UNIT_CELL.exec(text.toLowerCase());
  if (
    unit && (UNITS_HEADER.test(head) || head.includes("billing") || head.includes("increment"))
  ) {
    return `${code} is billed per ${unit[1]} minutes`;
  }
  if (ASIDE_HEADER.test(head)) return "";
  if (MINUTES_HEADER.test(head) && !text.toLowerCase().includes("timed")) return "";
  return `${code}: ${text}`;
}

/**
 * Minutes with their units, a year with its threshold.
 * @param {string[]} heads @param {Passage[]} row @param {number} index
 */
function figures(heads, row, index) {
  const timed = (/** @type {string} */ head) => MINUTES_HEADER.test(head);
  const united = (/** @type {string} */ head) => UNITS_HEADER.test(head);
  const beside = heads.length && timed(heads[0]) ? [index - 1, index + 1] : [index + 1, index - 1];
  const minutes = beside.find((place) =>
    heads[place] !== undefined && timed(heads[place]) && !united(heads[place])
  );
  const text = row[index].text;
  if (
    united(heads[index]) && minutes !== undefined &&
    UNIT_COUNT.test(text.trim().toLowerCase())
  ) {
    return `${row[minutes].text.replace(NO_SPAN, "")} minutes = ${firstWord(text)} units`;
  }
  const about = index && text.includes("$") && heads.some((head) => THRESHOLD.test(head));
  return about ? `The KX threshold of ${row[0].text} is ${text}` : "";
}
